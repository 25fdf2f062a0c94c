/** The credential inside a run: exchange, reuse, storing. What n8n stores is in the store that stands for its database. */
import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { refusalOf, wasSigned } from '../../nodes/FeishuCoreHr/feishu/tokens/credentialToken';
import {
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	restore,
	sources,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { startSimulator, type FeishuSimulator } from '../../simulator';
import { CredentialStore, OldCredentialStore } from '../harness/credentialStore';
import { forgetTokens } from '../harness/newProcess';
import { httpRequest, sendFromHttpRequestNode, sendSigned } from '../harness/httpRequest';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({
	people: [
		...withdrawnPeople(10),
		...withdrawnPeople(10, { tenant: 'tenant-a' }),
		...withdrawnPeople(10, { tenant: 'tenant-b' }),
	],
});
useTimings({ ...QUICK, justIssuedMs: timing.justIssuedMs });

it('exchanges on first use and stores the token with its end and its owner', async () => {
	const credentials = customAppCredential();
	const before = Date.now();
	await restore([idNumber(0), idNumber(1), idNumber(2)], { credentials });
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	expect(credentials.writes).toBe(1);
	expect(credentials.stored).toMatchObject({
		accessToken: feishu().issuedTokens[0],
		accessTokenOwner: expect.stringMatching(/^[0-9a-f]{64}$/),
		// n8n 1.123 cannot show a credential whose password field holds anything but text.
		accessTokenExpiresAt: expect.stringMatching(/^\d{13}$/),
	});
	const life = Number(credentials.stored.accessTokenExpiresAt) - before;
	expect(life).toBeGreaterThan(7_190_000);
	expect(life).toBeLessThanOrEqual(7_210_000);
});

it('exchanges before a stored token ends', async () => {
	const credentials = customAppCredential();
	await restore([idNumber(0)], { credentials });
	forgetTokens();
	credentials.edit({ accessTokenExpiresAt: Date.now() + 170_000 });
	await restore([idNumber(1)], { credentials });
	expect(feishu().callsTo('tenantToken')).toHaveLength(2);
});

describe.each([
	['2.34 and later, which writes back what is new', CredentialStore],
	['2.33 and earlier, which writes back the whole resolved credential', OldCredentialStore],
])('in n8n %s', (_version, Store) => {
	it('uses the stored token in a process that knows none', async () => {
		const credentials = new Store(sources.credential, customAppCredential().stored);
		await restore([idNumber(0)], { credentials });
		forgetTokens();
		await restore([idNumber(1)], { credentials });
		expect(feishu().callsTo('tenantToken')).toHaveLength(1);
		expect(credentials.writes).toBe(1);
	});

	it('keeps an expression in the stored credential of a store app and stores no token of it', async () => {
		const expression = { tenantKey: '={{ $json.tenant }}' };
		const credentials = new Store(sources.credential, storeAppCredential(expression).stored);
		const { success } = await restore(
			[
				{ id: idNumber(0), tenant: 'tenant-a' },
				{ id: idNumber(1), tenant: 'tenant-b' },
				{ id: idNumber(2), tenant: 'tenant-a' },
			],
			{ credentials },
		);
		expect(success).toHaveLength(3);
		expect(credentials.writes).toBe(0);
		// Two for each person: to know the tenant, and once more before asking for its token. None to store one.
		expect(credentials.reads).toBe(6);
		expect(credentials.stored.tenantKey).toBe('={{ $json.tenant }}');
		expect(feishu().callsTo('storeTenantToken')).toHaveLength(2);
		expect(
			[
				['tenant-a', 0],
				['tenant-b', 1],
				['tenant-a', 2],
			].map(
				([tenant, index]) => feishu().person(idNumber(Number(index)), String(tenant)).restoredTimes,
			),
		).toEqual([1, 1, 1]);
		expect(feishu().person(idNumber(0), 'tenant-b').onboardingStatus).toBe('withdrawn');
	});
});

it('is given a new token when it is tested, not one that was revoked meanwhile', async () => {
	await restore([idNumber(0)]);
	feishu().revokeTokens();
	timing.justIssuedMs = -1;
	const tested = await new FeishuCoreHrApi().preAuthentication.call(
		{ helpers: { httpRequest } },
		{ ...customAppCredential().stored, accessToken: '' },
	);
	expect(tested.accessToken).toBe(feishu().issuedTokens[1]);
});

it('names the person also where the credential cannot be used', async () => {
	const { error } = await restore([idNumber(0)], {
		credentials: customAppCredential({ appSecret: '' }),
	});
	expect(failureOf(error[0])).toMatchObject({
		code: 'INCOMPLETE_CREDENTIAL',
		pre_hire_id: idNumber(0),
	});
});

describe('the credential object that n8n is given tells whether a request left with it', () => {
	const options = () => ({ url: `${feishu().url}/open-apis/contact/v3/scopes` });

	it.each([['2.34', CredentialStore] as const, ['1.123', OldCredentialStore] as const])(
		'signed, in n8n %s',
		async (_version, Store) => {
			const store = new Store(sources.credential, customAppCredential().stored);
			const credential = { ...store.stored, accessToken: '' };
			expect(wasSigned(credential)).toBe(false);
			await sendSigned(store, credential, options());
			expect(wasSigned(credential)).toBe(true);
			expect(refusalOf(credential)).toBeUndefined();
		},
	);

	it.each(['', 'one that is not ours'])('refused a token, with %p stored', async (accessToken) => {
		const store = customAppCredential({ appSecret: 'wrong' });
		const credential = { ...store.stored, accessToken };
		await expect(sendSigned(store, credential, options())).rejects.toThrow();
		expect(wasSigned(credential)).toBe(false);
		expect(refusalOf(credential)).toMatchObject({ code: 10014, category: 'authentication' });
		expect(feishu().callsTo('other')).toEqual([]);
	});
});

describe('a request to another host gets no token', () => {
	const PATH = '/open-apis/contact/v3/scopes';
	let elsewhere: FeishuSimulator;

	beforeEach(async () => {
		elsewhere = await startSimulator();
	});
	afterEach(async () => await elsewhere.stop());

	const words = () =>
		new RegExp(
			`^This credential is for ${feishu().url} only, .*${elsewhere.url}\\. It was not sent`,
		);

	it.each([['2.34', CredentialStore] as const, ['1.123', OldCredentialStore] as const])(
		'nor an exchange, of the HTTP Request node in n8n %s',
		async (_version, Store) => {
			const store = new Store(sources.credential, customAppCredential().stored);
			await sendFromHttpRequestNode(store, { uri: feishu().url + PATH });
			await expect(sendFromHttpRequestNode(store, { uri: elsewhere.url + PATH })).rejects.toThrow(
				words(),
			);
			expect(elsewhere.calls).toEqual([]);
			expect(feishu().callsTo('tenantToken')).toHaveLength(1);
			// The next one to the right host is none the worse for it.
			await sendFromHttpRequestNode(store, { uri: feishu().url + PATH });
			expect(
				feishu()
					.callsTo('other')
					.map(({ code }) => code),
			).toEqual([0, 0]);
			expect(feishu().callsTo('tenantToken')).toHaveLength(1);
		},
	);

	it('of any node, by an address or by baseURL', async () => {
		const store = customAppCredential();
		for (const options of [
			{ url: elsewhere.url + PATH },
			{ baseURL: elsewhere.url, url: PATH },
			{ baseURL: feishu().url, url: elsewhere.url + PATH },
		]) {
			const credential = { ...store.stored };
			await expect(sendSigned(store, credential, options)).rejects.toThrow(words());
			expect(wasSigned(credential)).toBe(false);
		}
		await sendSigned(store, { ...store.stored }, { baseURL: feishu().url, url: PATH });
		expect(elsewhere.calls).toEqual([]);
		expect(feishu().callsTo('other')).toHaveLength(1);
	});

	it('nor where Feishu’s host redirects to it', async () => {
		const store = customAppCredential();
		feishu().faultNext('other', { kind: 'redirect', to: elsewhere.url + PATH });
		await sendFromHttpRequestNode(store, {
			uri: feishu().url + PATH,
			followRedirect: true,
			simple: false,
		}).catch(() => undefined);
		expect(elsewhere.calls.map(({ headers }) => headers.authorization)).toEqual(
			elsewhere.calls.map(() => undefined),
		);
		expect(elsewhere.calls.length).toBeGreaterThan(0);
	});
});

describe('the HTTP Request node', () => {
	const ask = async (store: CredentialStore) =>
		await sendFromHttpRequestNode(store, { uri: `${feishu().url}/open-apis/contact/v3/scopes` });

	it('has the token stored, and a run after it does not store it again', async () => {
		const store = customAppCredential();
		await ask(store);
		expect(store.stored.accessToken).toBe(feishu().issuedTokens[0]);
		await restore([idNumber(0)], { credentials: store });
		expect(store.writes).toBe(1);
		expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	});

	it.each([
		['custom', () => customAppCredential()],
		['store', () => storeAppCredential({ tenantKey: 'tenant-a' })],
	])('gets another token after one that was revoked, of a %s app', async (_type, create) => {
		const store = create();
		await ask(store);
		feishu().revokeTokens();
		// For a store app n8n does not send again by itself: nothing new is stored.
		await ask(store).catch(() => undefined);
		await ask(store);
		expect(feishu().callsTo('other').at(-1)?.code).toBe(0);
	});
});

describe('the credential is read again', () => {
	it('before an exchange: another process may have stored a token meanwhile', async () => {
		const credentials = customAppCredential();
		await restore([idNumber(0)], { credentials });
		const withToken = credentials.stored;
		credentials.edit({ accessToken: '' });
		forgetTokens();
		credentials.reads = 0;
		credentials.beforeRead = (nth) => {
			if (nth === 2) credentials.stored = withToken;
		};
		const { success } = await restore([idNumber(1)], { credentials });
		expect(success).toHaveLength(1);
		expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	});

	it.each([
		['a field of another owner, and then not stored', { appSecret: 'edited' }, 0],
		['any other field', { appTicket: 'edited' }, 1],
	])('before it is stored, so that an edit stays: %s', async (_which, edit, writes) => {
		const credentials = new OldCredentialStore(sources.credential, customAppCredential().stored);
		feishu().faultPlan(({ api }) => {
			if (api === 'tenantToken') credentials.edit(edit);
			return undefined;
		});
		await restore([idNumber(0)], { credentials });
		expect(credentials.stored).toMatchObject(edit);
		expect(credentials.writes).toBe(writes);
	});
});

/** The credential inside a run: exchange, reuse, storing. What n8n stores is in the store that stands for its database. */
import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { refusalOf, wasSigned } from '../../nodes/FeishuCoreHr/feishu/tokens/credentialToken';
import { forgetTokens } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';
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
import { CredentialStore, OldCredentialStore } from '../harness/credentialStore';
import { httpRequest, sendSigned } from '../harness/httpRequest';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({
	people: [
		...withdrawnPeople(10),
		...withdrawnPeople(10, { tenant: 'tenant-a' }),
		...withdrawnPeople(10, { tenant: 'tenant-b' }),
	],
});
useTimings(QUICK);

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

/** The credential inside a run: exchange, reuse, refusals. What n8n stores is in the store that stands for its database. */
import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { forgetTokens } from '../../nodes/FeishuCoreHr/feishu/tokens';
import {
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { httpRequest } from '../harness/httpRequest';
import { timing } from '../../nodes/FeishuCoreHr/feishu/timing';
import { QUICK, useTimings } from '../harness/timings';
import { CUSTOM_APP, type Fault } from '../simulator';

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

it('uses the stored token in a process that knows none', async () => {
	const credentials = customAppCredential();
	await restore([idNumber(0)], { credentials });
	forgetTokens();
	await restore([idNumber(1)], { credentials });
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	expect(credentials.writes).toBe(1);
});

it('exchanges before a stored token ends', async () => {
	const credentials = customAppCredential();
	await restore([idNumber(0)], { credentials });
	forgetTokens();
	credentials.edit({ accessTokenExpiresAt: Date.now() + 170_000 });
	await restore([idNumber(1)], { credentials });
	expect(feishu().callsTo('tenantToken')).toHaveLength(2);
});

it('keeps an expression in the stored credential of a store app and stores no token of it', async () => {
	const credentials = storeAppCredential({ tenantKey: '={{ $json.tenant }}' });
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

describe('a refused or failed exchange', () => {
	const cases: Array<[string, () => void, string, string | number, RegExp]> = [
		[
			'wrong secret',
			() => feishu().changeSecret(CUSTOM_APP.appId, 'x'),
			'authentication',
			10014,
			/App ID or App Secret/,
		],
		[
			'malformed',
			() => fault({ kind: 'refuse', code: 10003 }),
			'authentication',
			10003,
			/App ID or App Secret/,
		],
		[
			'unknown app',
			() => fault({ kind: 'refuse', code: 10015 }),
			'authentication',
			10015,
			/App ID or App Secret/,
		],
		[
			'disabled app',
			() => fault({ kind: 'refuse', code: 20002 }),
			'authentication',
			20002,
			/App ID or App Secret/,
		],
		[
			'a code nobody listed',
			() => fault({ kind: 'refuse', code: 12345 }),
			'authentication',
			12345,
			/refuses to issue/,
		],
		[
			'an HTML page',
			() => fault({ kind: 'html', status: 200, applied: false }),
			'service',
			'NOT_FEISHU_JSON',
			/does not come from Feishu/,
		],
		[
			'an empty body',
			() => fault({ kind: 'empty', applied: false }),
			'service',
			'NOT_FEISHU_JSON',
			/does not come from Feishu/,
		],
		[
			'no token in it',
			() => fault({ kind: 'tokenMissing' }),
			'service',
			'TOKEN_MISSING',
			/without a token/,
		],
		[
			'a cut connection',
			() => fault({ kind: 'cut', applied: false }),
			'network',
			'CONNECTION_LOST',
			/connection to Feishu broke/,
		],
	];

	function fault(what: Fault): void {
		feishu().faultNext('tenantToken', what, Infinity);
	}

	it.each(cases)(
		'%s: one plain sentence, no restore call',
		async (_name, arrange, category, code, message) => {
			arrange();
			const { success, error } = await restore([idNumber(0)], { options: { maxRetries: 1 } });
			expect(success).toEqual([]);
			expect(failureOf(error[0])).toMatchObject({
				category,
				code,
				attempts: 0,
				message: expect.stringMatching(message),
				hint: expect.stringMatching(/credential/),
			});
			expect(feishu().callsTo('restore')).toEqual([]);
		},
	);

	it.each(cases)(
		'%s: the credential form shows the same sentence',
		async (_name, arrange, _category, _code, message) => {
			arrange();
			const asked = new FeishuCoreHrApi().preAuthentication.call(
				{ helpers: { httpRequest } },
				customAppCredential().stored,
			);
			const error = await asked.then(
				() => undefined,
				(reason: unknown) => reason,
			);
			expect(error).toBeInstanceOf(Error);
			expect((error as Error).message).toMatch(message);
			expect(error).not.toHaveProperty('code');
			expect(error).not.toHaveProperty('response');
			expect((error as Error).message).not.toContain(CUSTOM_APP.appSecret);
		},
	);

	it('an unreachable host: says which', async () => {
		const { error } = await restore([idNumber(0)], {
			credentials: customAppCredential({ customBaseUrl: 'http://127.0.0.1:9' }),
			options: { maxRetries: 0 },
		});
		expect(failureOf(error[0])).toMatchObject({
			category: 'network',
			code: 'UNREACHABLE',
			message: 'No access token from 127.0.0.1:9: Feishu cannot be reached',
			attempts: 0,
		});
	});

	it('a store app’s old ticket: says so', async () => {
		const { error } = await restore([idNumber(0)], {
			credentials: storeAppCredential({ tenantKey: 'tenant-a', appTicket: 'old' }),
		});
		expect(failureOf(error[0])).toMatchObject({
			code: 10012,
			category: 'authentication',
			message: 'Feishu refuses the App Ticket (10012)',
		});
	});
});

it('is not asked again in the run once Feishu has refused', async () => {
	feishu().changeSecret(CUSTOM_APP.appId, 'x');
	const { error } = await restore(Array.from({ length: 10 }, (_, index) => idNumber(index)));
	expect(error).toHaveLength(10);
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
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

it('proves its token against a call that needs one and changes nothing', () => {
	const { test } = new FeishuCoreHrApi();
	expect(test.request).toMatchObject({ url: '/open-apis/application/v6/scopes' });
	expect(test.request.method ?? 'GET').toBe('GET');
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

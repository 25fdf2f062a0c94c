/** A refused or failed token exchange: one plain sentence each, in the run and in the credential form. */
import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import {
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	linksOf,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { useCredentialLatency } from '../harness/credentialStore';
import { httpRequest } from '../harness/httpRequest';
import { QUICK, useTimings } from '../harness/timings';
import { until } from '../harness/until';
import { CUSTOM_APP, STORE_APP, type Fault } from '../../simulator';

useSimulator({ people: [...withdrawnPeople(10), ...withdrawnPeople(2, { tenant: 'tenant-a' })] });
useTimings(QUICK);

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

describe('a store app’s old ticket beside a good one', () => {
	const tenantKey = 'tenant-a';

	it('fails its own item only', async () => {
		const tickets = ['stale', STORE_APP.appTicket];
		const items = tickets.map((ticket, index) => ({ id: idNumber(index), ticket }));
		const { success, error } = await restore(items, {
			credentials: storeAppCredential({ tenantKey, appTicket: '={{ $json.ticket }}' }),
			options: { maxConcurrency: 1 },
		});
		expect(linksOf(error)).toEqual([0]);
		expect(linksOf(success)).toEqual([1]);
	});

	it('fails its own execution only', async () => {
		feishu().faultNext('appToken', { kind: 'latency', ms: 100 }, Infinity);
		const old = restore([idNumber(0)], {
			credentials: storeAppCredential({ tenantKey, appTicket: 'stale' }),
		});
		await until(() => feishu().callsTo('appToken').length === 1);
		const { success } = await restore([idNumber(0)], {
			credentials: storeAppCredential({ tenantKey }),
		});
		expect(success).toHaveLength(1);
		expect((await old).error).toHaveLength(1);
	});
});

it('a store app’s own token is masked where Feishu’s refusal repeats it', async () => {
	feishu().faultNext('storeTenantToken', { kind: 'secretEcho' }, Infinity);
	const { error, logs } = await restore([idNumber(0)], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(failureOf(error[0]).feishu_message).toContain('***');
	const [appToken = 'none issued'] = feishu().issuedTokens;
	expect(JSON.stringify([error, logs])).not.toContain(appToken);
});

it('takes a Tenant Key that an expression gives as a number', async () => {
	const { error } = await restore([idNumber(0)], {
		credentials: storeAppCredential({ tenantKey: '={{ 12345 }}' }),
	});
	expect(failureOf(error[0]).code).not.toBe('INCOMPLETE_CREDENTIAL');
});

describe('executions that need a token at the same time', () => {
	const asked = () => feishu().callsTo('tenantToken').length;

	it('do not fail because another one has fewer retries', async () => {
		feishu().faultNext('tenantToken', { kind: 'hang', applied: false });
		const options = { timeout: 1_000 };
		const impatient = restore([idNumber(0)], { options: { ...options, maxRetries: 0 } });
		await until(() => asked() === 1);
		const patient = restore([idNumber(1)], { options });
		expect(failureOf((await impatient).error[0])).toMatchObject({ code: 'TIMEOUT', attempts: 0 });
		expect((await patient).success).toHaveLength(1);
	});

	it('do not wait for one that waits longer', async () => {
		feishu().faultNext('tenantToken', { kind: 'hang', applied: false });
		let cancel = (): void => undefined;
		const slow = restore([idNumber(0)], {
			options: { timeout: 300_000 },
			onStart: (stop) => {
				cancel = stop;
			},
		});
		await until(() => asked() === 1);
		const { success } = await restore([idNumber(1)], { options: { timeout: 1_000 } });
		expect(success).toHaveLength(1);
		cancel();
		await slow;
	});

	it('do not fail because a credential that is being tested does', async () => {
		feishu().faultNext('tenantToken', { kind: 'html', applied: false });
		const tested = new FeishuCoreHrApi().preAuthentication
			.call({ helpers: { httpRequest } }, customAppCredential().stored)
			.then(
				() => 'a token',
				() => 'none',
			);
		const { success } = await restore([idNumber(0)]);
		expect(await tested).toBe('none');
		expect(success).toHaveLength(1);
	});
});

describe('a refused exchange', () => {
	useCredentialLatency(5);

	it('is asked once by a run that is wide', async () => {
		feishu().faultNext('tenantToken', { kind: 'refuse', code: 10014 });
		const { error } = await restore(
			Array.from({ length: 10 }, (_, index) => idNumber(index)),
			{ options: { maxConcurrency: 10 } },
		);
		expect(error).toHaveLength(10);
		expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	});

	it('fails nobody who has a good token at hand', async () => {
		feishu().faultNext('tenantToken', { kind: 'refuse', code: 10014 });
		const credentials = customAppCredential();
		// Another run gets a token before the second item's turn.
		let other: Promise<unknown> | undefined;
		credentials.beforeRead = async () => {
			if (feishu().callsTo('tenantToken').length === 0) return;
			other ??= restore([idNumber(2)]);
			await other;
		};
		const { success, error } = await restore([idNumber(0), idNumber(1)], {
			credentials,
			options: { maxConcurrency: 1 },
		});
		expect(linksOf(error)).toEqual([0]);
		expect(linksOf(success)).toEqual([1]);
	});
});

describe('a token endpoint that has just failed', () => {
	const REST_MS = 200;
	useTimings({ exchangeRestMs: REST_MS });

	it('is left alone for a while', async () => {
		feishu().faultNext('tenantToken', { kind: 'cut', applied: false }, Infinity);
		const { error } = await restore([idNumber(0), idNumber(1), idNumber(2)], {
			options: { maxConcurrency: 1, maxRetries: 0 },
		});
		expect(error).toHaveLength(3);
		const [first = 0, second = 0, third = 0] = feishu()
			.callsTo('tenantToken')
			.map(({ at }) => at);
		// Two clocks, each rounded to a millisecond.
		expect(second - first).toBeGreaterThanOrEqual(REST_MS - 2);
		expect(third - second).toBeGreaterThanOrEqual(REST_MS - 2);
	});
});

describe('Feishu’s passing internal errors on a token endpoint', () => {
	it.each([
		[2200, 200],
		[2200, 500],
		[1500, 200],
		[1663, 400],
		[300_000, 200],
	])('%d under HTTP %d: asked again, and costs nobody anything', async (code, httpStatus) => {
		feishu().faultNext('tenantToken', { kind: 'refuse', code, httpStatus });
		const { success } = await restore([idNumber(0)]);
		expect(success).toHaveLength(1);
		expect(feishu().callsTo('tenantToken')).toHaveLength(2);
	});

	it.each([2200, 1500, 1663, 300_000])('%d to the end: can be run again', async (code) => {
		feishu().faultNext('tenantToken', { kind: 'refuse', code, httpStatus: 200 }, Infinity);
		const { error } = await restore([idNumber(0)], { options: { maxRetries: 1 } });
		expect(failureOf(error[0])).toMatchObject({
			code,
			category: 'service',
			retryable: true,
			attempts: 0,
		});
		expect(feishu().callsTo('restore')).toEqual([]);
	});
});

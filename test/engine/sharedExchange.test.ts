/** Who shares a token exchange, and who is spared another one's failure. */
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
import { CUSTOM_APP, STORE_APP } from '../../simulator';

useSimulator({ people: [...withdrawnPeople(10), ...withdrawnPeople(2, { tenant: 'tenant-a' })] });
useTimings(QUICK);

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

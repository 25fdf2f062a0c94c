/** What holds for everybody is asked once: the rest of the run gets the same words without a call. */
import {
	customAppCredential,
	failuresOf,
	feishu,
	getMany,
	idNumber,
	restore,
	useSimulator,
	withdraw,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { until } from '../harness/until';
import { CUSTOM_APP, RESTORE_SCOPE, type Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(20) });
useTimings(QUICK);

const ids = Array.from({ length: 20 }, (_, index) => idNumber(index));
const options = { maxConcurrency: 2 };

const REFUSALS: Array<[string, Fault, string]> = [
	['a missing scope', { kind: 'missingScope', scopes: [RESTORE_SCOPE] }, 'permission'],
	['an address that is not allowed', { kind: 'refuse', code: 99991401 }, 'permission'],
	['a disabled app', { kind: 'refuse', code: 99991662 }, 'authentication'],
	['an app that this tenant cannot use', { kind: 'refuse', code: 99991673 }, 'authentication'],
	['the month’s quota', { kind: 'refuse', code: 99991403 }, 'rate_limit'],
];

describe.each(REFUSALS)('%s', (_name, fault, category) => {
	it('is asked for once, and everybody is told', async () => {
		feishu().faultNext('restore', fault, Infinity);
		const { error } = await restore(ids, { options });
		const failures = failuresOf(error);
		expect(failures.map((failure) => failure.category)).toEqual(ids.map(() => category));
		expect(new Set(failures.map(({ message }) => message)).size).toBe(1);
		expect(failures[0]?.hint).toMatch(/^[A-Z].{20,}\.$/);
		// Two were under way at once.
		const calls = feishu().callsTo('restore').length;
		expect(calls).toBeLessThanOrEqual(2);
		expect(failures.filter(({ attempts }) => attempts === 0)).toHaveLength(ids.length - calls);
	});

	it('of one API says nothing about another, nor about the next run', async () => {
		feishu().faultNext('restore', fault);
		await restore(ids.slice(0, 1));
		const { success } = await restore(ids.slice(0, 1));
		expect(success).toHaveLength(1);
		feishu().faultNext('withdraw', fault, Infinity);
		await withdraw(ids.slice(0, 1));
		expect((await getMany({ limit: 1 })).success).toHaveLength(1);
	});
});

it('a missing search scope is met once, however many people are in doubt', async () => {
	feishu().setScopes(CUSTOM_APP.appId, [RESTORE_SCOPE]);
	feishu().faultNext('restore', { kind: 'cut', applied: false }, Infinity);
	const { error } = await restore(ids.slice(0, 8), { options: { ...options, maxRetries: 0 } });
	expect(failuresOf(error).map(({ category }) => category)).toEqual(
		Array(8).fill('unknown_outcome'),
	);
	expect(feishu().callsTo('search')).toHaveLength(1);
});

it('a refusal about one person says nothing about the others', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161097 });
	const { success, error } = await restore(ids, { options });
	expect([success.length, error.length]).toEqual([19, 1]);
});

describe('who waits for a place in the quota', () => {
	// A real minute: whoever waits for a place after all is not done within the test's time.
	useTimings({ quotaWindowMs: 60_000 });

	it('is told at once what holds for everybody', async () => {
		feishu().faultNext('restore', { kind: 'missingScope', scopes: [RESTORE_SCOPE] }, Infinity);
		const { error } = await restore(ids, {
			options: { maxConcurrency: 20, requestsPerMinute: 1 },
		});
		expect(failuresOf(error).map(({ attempts }) => attempts)).toEqual([1, ...Array(19).fill(0)]);
	});

	describe('while the credential is changed to an app that may', () => {
		const allowed = {
			...CUSTOM_APP,
			appId: 'cli_allowed',
			appSecret: 'placeholder-of-the-allowed',
		};
		useSimulator({
			people: withdrawnPeople(2),
			apps: [{ ...CUSTOM_APP, scopes: [] }, allowed],
			latencyMs: 300,
		});

		it('is sent by that app, instead of being told what held for the other', async () => {
			const credentials = customAppCredential();
			const run = restore(ids.slice(0, 2), { credentials, options: { requestsPerMinute: 1 } });
			await until(() => feishu().callsTo('restore').length === 1);
			credentials.edit({ appId: allowed.appId, appSecret: allowed.appSecret });
			const { success, error } = await run;
			expect([success.length, failuresOf(error)[0]?.category]).toEqual([1, 'permission']);
		});
	});
});

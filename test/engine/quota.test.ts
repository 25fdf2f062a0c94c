/** The quota lane: as fast as Feishu allows, never faster. The window is shortened; its rules are the same. */
import {
	customAppCredential,
	failuresOf,
	feishu,
	getMany,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';

const WINDOW_MS = 1_500;

useSimulator({ people: withdrawnPeople(300), quota: { limit: 100, windowMs: WINDOW_MS } });
useTimings({ quotaWindowMs: WINDOW_MS, quotaMarginMs: 50 });

const ids = Array.from({ length: 300 }, (_, index) => idNumber(index));

const refusedCalls = () =>
	feishu()
		.callsTo('restore')
		.filter(({ status }) => status === 429);

it('restores 250 people at 100 a window without one refused call', async () => {
	const { success, durationMs } = await restore(ids.slice(0, 250));
	expect(success).toHaveLength(250);
	expect(refusedCalls()).toEqual([]);
	expect(feishu().callsTo('restore')).toHaveLength(250);
	expect(durationMs).toBeGreaterThan(2 * WINDOW_MS);
});

it('restores 250 people while another client spends half the quota, with a handful of refused calls', async () => {
	let spending = true;
	const other = (async () => {
		while (spending) {
			feishu().spendQuota('restore', 1);
			await pause(WINDOW_MS / 50);
		}
	})();
	const { success, error, durationMs } = await restore(ids.slice(0, 250));
	spending = false;
	await other;
	expect(error).toEqual([]);
	expect(success).toHaveLength(250);
	expect(refusedCalls().length).toBeGreaterThan(0);
	// One for each request under way to learn it, then a handful a window to see whether there is more by now.
	expect(refusedCalls().length).toBeLessThanOrEqual(5 + 5 * Math.ceil(durationMs / WINDOW_MS));
	expect(
		feishu()
			.people()
			.filter(({ restoredTimes }) => restoredTimes === 1),
	).toHaveLength(250);
});

describe('a long window', () => {
	useTimings({ quotaWindowMs: 20_000 });

	it('of one API is not waited for by another', async () => {
		const credentials = customAppCredential();
		let cancel = () => {};
		const restoring = restore(ids.slice(0, 110), {
			credentials,
			onStart: (stop) => {
				cancel = stop;
			},
		});
		await until(() => feishu().callsTo('restore').length === 100);
		await getMany({ filters: { onboardingStatus: 'withdrawn' }, limit: 1 }, { credentials });
		expect(feishu().callsTo('search')).toHaveLength(1);
		expect(feishu().callsTo('restore')).toHaveLength(100);
		cancel();
		await restoring;
	});
});

it('shares the quota between executions', async () => {
	const credentials = customAppCredential();
	const runs = await Promise.all(
		[0, 1, 2, 3].map(async (n) => await restore(ids.slice(n * 50, n * 50 + 50), { credentials })),
	);
	expect(runs.map(({ success }) => success.length)).toEqual([50, 50, 50, 50]);
	expect(refusedCalls()).toEqual([]);
});

it('serves executions that wait in one lane first come first served', async () => {
	const credentials = customAppCredential();
	const options = { requestsPerMinute: 10, maxConcurrency: 20 };
	const first = restore(ids.slice(0, 20), { credentials, options });
	await until(() => feishu().callsTo('restore').length === 10);
	const second = restore(ids.slice(20, 40), { credentials, options });
	await Promise.all([first, second]);
	const waitedInOrder = feishu()
		.callsTo('restore')
		.slice(10)
		.map(({ preHireId }) => (ids.indexOf(String(preHireId)) < 20 ? 'first' : 'second'));
	expect(waitedInOrder).toEqual([...Array(10).fill('first'), ...Array(20).fill('second')]);
});

it('keeps to a smaller allowance of its own', async () => {
	await restore(ids.slice(0, 25), { options: { requestsPerMinute: 10 } });
	const times = feishu()
		.callsTo('restore')
		.map(({ at }) => at);
	expect(times).toHaveLength(25);
	const tenLater = times.slice(10).map((at, index) => at - (times[index] ?? 0));
	expect(Math.min(...tenLater)).toBeGreaterThanOrEqual(WINDOW_MS);
});

it('counts an allowance against everything that the lane has sent', async () => {
	const credentials = customAppCredential();
	await restore(ids.slice(0, 60), { credentials });
	await restore(ids.slice(60, 61), { credentials, options: { requestsPerMinute: 50 } });
	const calls = feishu().callsTo('restore');
	// It came when at most 49 others still counted: the eleventh from the start was a window ago.
	expect((calls[60]?.at ?? 0) - (calls[10]?.at ?? 0)).toBeGreaterThanOrEqual(WINDOW_MS);
});

describe('two runs with different allowances', () => {
	it('the smaller one does not slow the larger one down to its own pace', async () => {
		const credentials = customAppCredential();
		let cancelSmaller = () => {};
		const smaller = restore(ids.slice(0, 20), {
			credentials,
			options: { requestsPerMinute: 2 },
			onStart: (cancel) => {
				cancelSmaller = cancel;
			},
		});
		const { success, durationMs } = await restore(ids.slice(20, 170), { credentials });
		cancelSmaller();
		await smaller;
		expect(success).toHaveLength(150);
		expect(durationMs).toBeLessThan(4 * WINDOW_MS);
		expect(refusedCalls()).toEqual([]);
	});

	it('the larger one does not keep the smaller one waiting until it has ended', async () => {
		const credentials = customAppCredential();
		let largerEnded = false;
		const larger = restore(ids.slice(0, 299), { credentials });
		void larger.then(() => {
			largerEnded = true;
		});
		await until(() => feishu().callsTo('restore').length > 10);
		const { success } = await restore(ids.slice(299), {
			credentials,
			options: { requestsPerMinute: 10 },
		});
		expect(success).toHaveLength(1);
		expect(largerEnded).toBe(false);
		expect((await larger).success).toHaveLength(299);
		expect(refusedCalls()).toEqual([]);
	});
});

it.each([
	['x-ogw-ratelimit-reset', { resetSeconds: 0.7 }],
	['retry-after', { retryAfterSeconds: 1 }],
])('pauses the whole lane for as long as %s says', async (_header, seconds) => {
	feishu().faultPlan(({ api, nth }) =>
		api === 'restore' && nth === 3 ? { kind: 'tooMany', code: 99991400, ...seconds } : undefined,
	);
	const { success } = await restore(ids.slice(0, 20), { options: { maxConcurrency: 1 } });
	const calls = feishu().callsTo('restore');
	const gap = (calls[3]?.at ?? 0) - (calls[2]?.at ?? 0);
	expect(success).toHaveLength(20);
	expect(gap).toBeGreaterThanOrEqual(Math.max(...Object.values(seconds)) * 1_000 - 5);
	expect(calls).toHaveLength(21);
});

describe('a pause that a server asks for', () => {
	const CEILING_MS = 400;

	useTimings({ quotaWindowMs: WINDOW_MS, quotaPauseCeilingMs: CEILING_MS });

	it('has a ceiling', async () => {
		feishu().faultFor(idNumber(0), { kind: 'tooMany', code: 99991400, resetSeconds: 86_400 }, 1);
		const { success } = await restore([idNumber(0)]);
		const [refused, admitted] = feishu().callsTo('restore');
		expect(success).toHaveLength(1);
		expect((admitted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(CEILING_MS - 5);
	});
});

it('does not count refusals for too many calls as retries', async () => {
	feishu().faultFor(idNumber(0), { kind: 'tooMany', code: 1161604, resetSeconds: 0.01 }, 5);
	const { success } = await restore([idNumber(0)], { options: { maxRetries: 0 } });
	expect(success).toHaveLength(1);
});

describe('somebody whom Feishu always refuses', () => {
	const SHORT_WINDOW_MS = 300;

	useTimings({ quotaWindowMs: SHORT_WINDOW_MS, quotaMarginMs: 10 });

	it('is given up after ten refusals and ten windows', async () => {
		feishu().faultFor(
			idNumber(0),
			{ kind: 'tooMany', code: 99991400, resetSeconds: 0.01 },
			Infinity,
		);
		const { success, error } = await restore([idNumber(0), idNumber(1)]);
		expect(success).toHaveLength(1);
		const [failure] = failuresOf(error);
		expect(failure).toMatchObject({ category: 'rate_limit', retryable: true });
		const refusals = refusedCalls();
		expect(failure?.attempts).toBe(refusals.length);
		expect(refusals.length).toBeGreaterThanOrEqual(10);
		const overMs = (refusals.at(-1)?.at ?? 0) - (refusals[0]?.at ?? 0);
		expect(overMs).toBeGreaterThanOrEqual(10 * SHORT_WINDOW_MS - 50);
	});

	it('does not hold up all others', async () => {
		feishu().faultFor(
			idNumber(7),
			{ kind: 'tooMany', code: 1161604, resetSeconds: 0.002 },
			Infinity,
		);
		const { success, error } = await restore(ids.slice(0, 60));
		expect([success.length, error.length]).toEqual([59, 1]);
		const order = feishu()
			.callsTo('restore')
			.map(({ preHireId }) => preHireId);
		const others = order.filter((id) => id !== idNumber(7));
		expect(others).toHaveLength(59);
		const untilLastOther = order.slice(0, order.lastIndexOf(others.at(-1)));
		expect(untilLastOther.filter((id) => id === idNumber(7)).length).toBeLessThan(
			refusedCalls().length * (2 / 3),
		);
	});
});

it('does not wait for a monthly quota', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 99991403 }, Infinity);
	const { error } = await restore([idNumber(0)]);
	expect(failuresOf(error)).toMatchObject([{ code: 99991403, retryable: false, attempts: 1 }]);
});

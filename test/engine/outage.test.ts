/** Feishu does not answer: a run ends in bounded time, and goes on by itself once Feishu is back. */
import {
	failuresOf,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { until } from '../harness/until';

const COUNT = 300;

const ids = Array.from({ length: COUNT }, (_, index) => idNumber(index));

useSimulator({ people: withdrawnPeople(COUNT), quota: { limit: 10_000, windowMs: 60_000 } });

const options = {
	requestsPerMinute: 10_000,
	maxConcurrency: 5,
	maxRetries: 1,
};

const isNotTried = ({ code }: { code: unknown }) => code === 'OUTAGE';

describe('a Feishu that hangs', () => {
	useTimings({ ...QUICK, outagePatienceMs: 500, outageRestMs: 1_000 });

	it('is given up after the first people: of 300 nearly all fail unsent, within seconds', async () => {
		feishu().faultPlan(({ api }) =>
			api === 'restore' ? { kind: 'hang', applied: false } : undefined,
		);
		const { error } = await restore(ids, { options: { ...options, timeout: 1_000 } });
		const failures = failuresOf(error);
		expect(failures).toHaveLength(COUNT);
		// Ten people to notice it, four others under way with them, and who tests: each is sent at most twice.
		expect(feishu().callsTo('restore').length).toBeLessThanOrEqual(2 * 20);
		const sent = failures.filter((failure) => !isNotTried(failure));
		expect(sent.length).toBeLessThanOrEqual(20);
		expect(failures.find(isNotTried)).toMatchObject({
			category: 'network',
			retryable: true,
			attempts: 0,
			message: 'Not tried: Feishu does not answer',
		});
		expect(sent.every(({ attempts }) => attempts === 1 || attempts === 2)).toBe(true);
	});
});

describe('a Feishu that is still down when it is tested', () => {
	const restMs = 1_000;
	// The first test fails, and then everybody gives up before the next one.
	useTimings({ ...QUICK, outageRestMs: restMs, outagePatienceMs: restMs + 100 });

	it('is tested with one request at a time', async () => {
		feishu().faultPlan(({ api }) =>
			api === 'restore' ? { kind: 'refuse', code: 1161000 } : undefined,
		);
		const { error } = await restore(ids.slice(0, 60), { options: { ...options, maxRetries: 0 } });
		expect(failuresOf(error).filter(isNotTried).length).toBeGreaterThan(30);
		// The outage is noticed by the tenth person's failure, while others are under way.
		const times = feishu()
			.callsTo('restore')
			.map(({ at }) => at);
		const tests = times.filter((at) => at >= (times[9] ?? Infinity) + restMs);
		expect(tests).toHaveLength(1);
	});
});

describe('a Feishu that comes back', () => {
	useTimings({ ...QUICK, outagePatienceMs: 60_000, outageRestMs: 20 });

	it('gets everybody who had not been sent yet', async () => {
		let isDown = true;
		feishu().faultPlan(({ api }) =>
			isDown && api === 'restore' ? { kind: 'refuse', code: 1161000 } : undefined,
		);
		const run = restore(ids.slice(0, 100), { options: { ...options, maxRetries: 0 } });
		await until(() => feishu().callsTo('restore').length >= 16);
		isDown = false;
		const { success, error } = await run;
		expect(failuresOf(error).filter(isNotTried)).toEqual([]);
		expect(error.length).toBeLessThanOrEqual(20);
		expect(success.length + error.length).toBe(100);
	});

	it('is not taken for down because of one person whom it always fails', async () => {
		for (const n of [3, 4, 5]) {
			feishu().faultFor(idNumber(n), { kind: 'refuse', code: 1161000 }, Infinity);
		}
		const { success, error } = await restore(ids.slice(0, 60), { options });
		expect([success.length, error.length]).toEqual([57, 3]);
		expect(failuresOf(error).filter(isNotTried)).toEqual([]);
	});
});

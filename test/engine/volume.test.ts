/** A thousand people: nobody lost, nobody twice, one exchange. Counted on both sides. */
import {
	customAppCredential,
	failuresOf,
	feishu,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';

const COUNT = 1_000;

useSimulator({
	people: withdrawnPeople(COUNT).map((person, index) => ({
		...person,
		...(index % 10 < 3 && { refuse: [1161063, 1161036, 1161097][index % 10] ?? 1161063 }),
	})),
	quota: { limit: 10_000, windowMs: 60_000 },
});

useTimings({ searchLagMs: 500 });

const ids = Array.from({ length: COUNT }, (_, index) => idNumber(index));

const fast = { requestsPerMinute: 10_000, maxConcurrency: 20 };

it('settles 1,000 items with 1,000 calls and one exchange, and none in a second run', async () => {
	const credentials = customAppCredential();
	const { success, error, hints } = await restore(ids, { credentials, options: fast });
	expect(success).toHaveLength(700);
	expect(error).toHaveLength(300);
	expect([...linksOf(success), ...linksOf(error)].sort((a, b) => a - b)).toEqual(
		ids.map((_, index) => index),
	);
	expect(failuresOf(error).every(({ attempts }) => attempts === 1)).toBe(true);
	expect(feishu().callsTo('restore')).toHaveLength(COUNT);
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	expect(
		feishu()
			.people()
			.filter(({ restoredTimes }) => restoredTimes === 1),
	).toHaveLength(700);
	expect(hints[0]?.message).toBe(
		'700 restored, 300 not: 100 headcount, 100 work_email, 100 permission',
	);

	const second = await restore(ids, {
		credentials,
		options: { ...fast, ifNotWithdrawn: 'succeedIfActive' },
	});
	expect(second.success.map(({ json }) => json.outcome)).toEqual(
		Array(700).fill('already_restored'),
	);
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	expect(
		feishu()
			.people()
			.filter(({ restoredTimes }) => restoredTimes > 1),
	).toEqual([]);
});

describe('40 executions that wait for the quota', () => {
	useSimulator({ people: withdrawnPeople(2_000), quota: { limit: 100, windowMs: 60_000 } });

	it('leave n8n free to do other work, and end when they are cancelled', async () => {
		const credentials = customAppCredential();
		const cancels: Array<() => void> = [];
		const executions = Array.from({ length: 40 }, async (_, n) => {
			const items = Array.from({ length: 50 }, (_item, index) => idNumber(n * 50 + index));
			return await restore(items, {
				credentials,
				options: { maxConcurrency: 50 },
				onStart: (cancel) => cancels.push(cancel),
			});
		});
		await until(() => feishu().callsTo('restore').length === 100, 30_000);
		const startedAt = Date.now();
		let turns = 0;
		for (; Date.now() - startedAt < 1_000; turns += 1) await pause(5);
		for (const cancel of cancels) cancel();
		await Promise.all(executions);
		expect(turns).toBeGreaterThan(10);
		expect(feishu().callsTo('restore')).toHaveLength(100);
	});
});

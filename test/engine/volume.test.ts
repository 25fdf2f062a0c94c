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

const COUNT = 1_000;

useSimulator({
	people: withdrawnPeople(COUNT).map((person, index) => ({
		...person,
		...(index % 10 < 3 && { refuse: [1161063, 1161036, 1161097][index % 10] ?? 1161063 }),
	})),
	quota: { limit: 10_000, windowMs: 60_000 },
});

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

/** Stop Workflow, the default: nothing new starts, what is under way finishes, the message says how far it got. */
import { feishu, idNumber, restore, useSimulator, withdrawnPeople } from '../harness/feishu';
import { useTimings } from '../harness/timings';

useSimulator({ people: withdrawnPeople(50) });

const ids = Array.from({ length: 50 }, (_, index) => idNumber(index));

it('names everybody who was restored, and the simulator agrees', async () => {
	feishu().faultNext('restore', { kind: 'latency', ms: 15 }, Infinity);
	feishu().faultPlan(({ preHireId }) =>
		preHireId === idNumber(19) ? { kind: 'refuse', code: 1161063 } : undefined,
	);
	const { thrown, success, error } = await restore(ids, { onError: 'stopWorkflow' });
	const restored = feishu()
		.people()
		.filter((person) => person.restoredTimes === 1)
		.map((person) => person.preHireId);
	const text = thrown?.description ?? '';
	const named = /Restored: ([\d, ]+)\./.exec(text)?.[1]?.split(', ') ?? [];

	expect([success, error]).toEqual([[], []]);
	expect(thrown).toMatchObject({
		message: 'Headcount is exceeded (1161063)',
		context: { itemIndex: 19 },
	});
	expect(named.sort()).toEqual(restored.sort());
	expect(restored.length).toBeGreaterThanOrEqual(19);
	expect(restored.length).toBeLessThanOrEqual(24);
	expect(feishu().callsTo('restore')).toHaveLength(restored.length + 1);
	expect(text).toContain(`Not started: ${50 - restored.length - 1} of 50 items.`);
	expect(text).toContain('set Options > If Not Withdrawn to Succeed If Active');
});

it('names who failed beside the first', async () => {
	feishu().faultNext('restore', { kind: 'latency', ms: 15 }, Infinity);
	feishu().faultPlan(({ api }) =>
		api === 'restore' ? { kind: 'refuse', code: 1161063 } : undefined,
	);
	const { thrown } = await restore(ids, { onError: 'stopWorkflow' });
	const failed = /Failed: ([\d, ]+)\./.exec(thrown?.description ?? '')?.[1]?.split(', ') ?? [];
	expect(thrown?.context).toMatchObject({ itemIndex: 0 });
	expect(failed.length).toBe(feishu().callsTo('restore').length);
	expect(thrown?.description).toContain('Nobody was finished.');
});

it('says no more than the failure itself for a single item', async () => {
	const { thrown } = await restore(['404'], { onError: 'stopWorkflow' });
	expect(thrown?.description).not.toContain('Not started');
	expect(thrown?.description).not.toContain('Before running again');
});

it('refuses bad options before anything is sent', async () => {
	const { thrown } = await restore(ids, { onError: 'stopWorkflow', options: { timeout: 5 } });
	expect(thrown).toMatchObject({ message: 'Timeout is not a whole number from 1000 to 300000' });
	expect(feishu().calls).toEqual([]);
});

describe('while somebody is tried again', () => {
	useTimings({ backoffBaseMs: 200 });

	it('lets the tries that are under way go on to an answer', async () => {
		feishu().faultFor(idNumber(0), { kind: 'cut', applied: false }, 2);
		feishu().faultFor(idNumber(1), { kind: 'refuse', code: 1161063 });
		const { thrown } = await restore([idNumber(0), idNumber(1)], { onError: 'stopWorkflow' });
		expect(thrown?.description).toContain(`Restored: ${idNumber(0)}.`);
		expect(feishu().person(idNumber(0)).onboardingStatus).toBe('preboarding');
	});
});

describe('while others wait for the quota', () => {
	useTimings({ quotaWindowMs: 3_000 });

	it('begins none of them', async () => {
		feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 }, Infinity);
		const { thrown } = await restore(ids, {
			onError: 'stopWorkflow',
			options: { requestsPerMinute: 2 },
		});
		expect(thrown?.message).toBe('Headcount is exceeded (1161063)');
		expect(feishu().callsTo('restore')).toHaveLength(2);
		expect(thrown?.description).toContain('Not started: 48 of 50 items.');
	});
});

/** Cancelling: waits end at once, nothing more is sent, the log says how far the run got, a second run settles the rest. */
import {
	customAppCredential,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
	type OperationRun,
} from '../harness/feishu';
import { useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';

useSimulator({ people: withdrawnPeople(50) });
useTimings({ searchLagMs: 50 });

const ids = Array.from({ length: 50 }, (_, index) => idNumber(index));

/** Runs until `when()`, presses Stop, and watches what is sent afterwards. */
async function cancelWhen(when: () => boolean, run: OperationRun) {
	let cancelledAt = 0;
	let sent = 0;
	const { logs } = await restore(ids, {
		...run,
		onStart: (cancel) => {
			void until(when).then(async () => {
				await pause(100);
				cancelledAt = Date.now();
				sent = feishu().calls.length;
				cancel();
			});
		},
	});
	const took = Date.now() - cancelledAt;
	await pause(400);
	return {
		took,
		sentAfterwards: feishu().calls.length - sent,
		log: logs.find(({ message }) => message.startsWith('Feishu CoreHR was cancelled')),
	};
}

function named(log: string, label: string): string[] {
	return new RegExp(`${label}: ([\\d, ]+)\\.`).exec(log)?.[1]?.split(', ') ?? [];
}

async function expectSecondRunSettlesEverybody(credentials = customAppCredential()): Promise<void> {
	feishu().clearFaults();
	const { success, error } = await restore(ids, {
		credentials,
		options: { ifNotWithdrawn: 'succeedIfActive', requestsPerMinute: 10_000 },
	});
	expect(error).toEqual([]);
	expect(success).toHaveLength(50);
	expect(
		feishu()
			.people()
			.map(({ restoredTimes }) => restoredTimes),
	).toEqual(Array(50).fill(1));
}

it('during requests: names who was restored and who is unknown', async () => {
	feishu().faultPlan(({ api, nth }) =>
		api === 'restore' && nth > 10 ? { kind: 'hang', applied: true } : undefined,
	);
	const { took, sentAfterwards, log } = await cancelWhen(
		() => feishu().inFlight === 5 && feishu().callsTo('restore').length === 15,
		{},
	);
	expect(took).toBeLessThan(1_000);
	expect(sentAfterwards).toBe(0);
	expect(log?.level).toBe('info');
	expect(named(log?.message ?? '', 'Restored')).toEqual(ids.slice(0, 10));
	expect(named(log?.message ?? '', 'Outcome not known')).toEqual(ids.slice(10, 15));
	expect(log?.message).toContain('Not started: 35 of 50 items.');
	await expectSecondRunSettlesEverybody();
});

it('during a lane wait: nobody waits on', async () => {
	const { took, sentAfterwards, log } = await cancelWhen(
		() =>
			feishu()
				.callsTo('restore')
				.filter(({ status }) => status === 200).length === 10,
		{ options: { requestsPerMinute: 10 } },
	);
	expect(took).toBeLessThan(1_000);
	expect(sentAfterwards).toBe(0);
	expect(named(log?.message ?? '', 'Restored')).toEqual(ids.slice(0, 10));
	expect(log?.message).toContain('Not started: 40 of 50 items.');
	expect(log?.message).not.toContain('Failed');
	await expectSecondRunSettlesEverybody();
});

describe('during a long backoff', () => {
	useTimings({ backoffBaseMs: 60_000, backoffCeilingMs: 60_000 });

	it('nobody is tried again', async () => {
		feishu().faultNext('restore', { kind: 'refuse', code: 1161116 }, Infinity);
		const { took, sentAfterwards, log } = await cancelWhen(
			() => feishu().callsTo('restore').length === 5,
			{},
		);
		expect(took).toBeLessThan(1_000);
		expect(sentAfterwards).toBe(0);
		expect(log?.message).toContain('Nobody was finished.');
		expect(log?.message).not.toContain('Outcome not known');
		await expectSecondRunSettlesEverybody();
	});
});

it('during an exchange: others who wait for the same token are not cancelled with it', async () => {
	feishu().faultNext('tenantToken', { kind: 'hang', applied: false });
	const credentials = customAppCredential();
	let cancelFirst = () => {};
	const first = restore([idNumber(0)], {
		credentials,
		onStart: (cancel) => {
			cancelFirst = cancel;
		},
	});
	await until(() => feishu().callsTo('tenantToken').length === 1);
	const second = restore([idNumber(1)], { credentials });
	await pause(50);
	cancelFirst();
	await first;
	const { success } = await second;
	expect(success).toHaveLength(1);
	expect(feishu().person(idNumber(0)).onboardingStatus).toBe('withdrawn');
});

describe('while search may still lag', () => {
	useSimulator({ people: withdrawnPeople(50), searchLagMs: 8_000 });
	useTimings({ searchLagMs: 10_000, backoffBaseMs: 1 });

	it('a person who was restored behind a lost answer is not known, not failed', async () => {
		feishu().faultFor(idNumber(0), { kind: 'cut', applied: true });
		let cancel = () => {};
		const run = restore([idNumber(0)], {
			options: { maxRetries: 0 },
			onStart: (stop) => {
				cancel = stop;
			},
		});
		await until(() => feishu().person(idNumber(0)).onboardingStatus === 'preboarding');
		await pause(300);
		cancel();
		const { logs } = await run;
		const line = logs.find(({ message }) => message.startsWith('Feishu CoreHR was cancelled'));
		expect(feishu().person(idNumber(0)).onboardingStatus).toBe('preboarding');
		expect(line?.message).toContain(`Outcome not known: ${idNumber(0)}.`);
		expect(line?.message).not.toContain('Failed');
	});
});

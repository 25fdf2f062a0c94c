/** Cancelling: waits end at once, nothing more is sent, the log says how far the run got. */
import { feishu, idNumber, restore, useSimulator, withdrawnPeople } from '../harness/feishu';
import { pause, until } from '../harness/until';

useSimulator({ people: withdrawnPeople(50) });

const ids = Array.from({ length: 50 }, (_, index) => idNumber(index));

it('ends the requests under way, sends nothing more and logs who was restored and who is unknown', async () => {
	feishu().faultPlan(({ api, nth }) =>
		api === 'restore' && nth > 10 ? { kind: 'hang', applied: true } : undefined,
	);
	let cancelledAt = 0;
	const { logs } = await restore(ids, {
		onStart: (cancel) => {
			void until(() => feishu().inFlight === 5).then(() => {
				cancelledAt = Date.now();
				cancel();
			});
		},
	});
	const took = Date.now() - cancelledAt;
	const sent = feishu().callsTo('restore').length;
	await pause(300);
	const line = logs.find(({ message }) => message.startsWith('Feishu CoreHR was cancelled'));

	expect(took).toBeLessThan(1_000);
	expect(feishu().callsTo('restore')).toHaveLength(sent);
	expect(line?.level).toBe('info');
	expect(line?.message).toContain(`Restored: ${ids.slice(0, 10).join(', ')}.`);
	expect(line?.message).toContain(`Outcome not known: ${ids.slice(10, 15).join(', ')}.`);
	expect(line?.message).toContain('Not started: 35 of 50 items.');
});

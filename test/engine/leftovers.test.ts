/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- looks at the process's own timers and listeners */
/** Nothing outlives an execution by more than a slice of waiting. */
import { getEventListeners } from 'node:events';

import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { feishu, idNumber, restore, useSimulator, withdrawnPeople } from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { pause } from '../harness/until';

useSimulator({ people: withdrawnPeople(60), quota: { limit: 20, windowMs: 300 } });
useTimings({ ...QUICK, quotaWindowMs: 300, quotaMarginMs: 10 });

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** Every cancel signal that somebody listened to. */
function watchSignals(): Set<AbortSignal> {
	const signals = new Set<AbortSignal>();
	const listen = EventTarget.prototype.addEventListener;
	jest.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
		this: EventTarget,
		...args: Parameters<typeof listen>
	) {
		if (this instanceof AbortSignal) signals.add(this);
		listen.apply(this, args);
	});
	return signals;
}

afterEach(() => jest.restoreAllMocks());

it('leaves no listener on the cancel signal', async () => {
	const signals = watchSignals();
	feishu().faultNext('restore', { kind: 'cut', applied: false }, 10);
	await restore(Array.from({ length: 30 }, (_, index) => idNumber(index)));
	expect(signals.size).toBeGreaterThan(0);
	const left = [...signals].map((signal) => getEventListeners(signal, 'abort').length);
	expect(left).toEqual(left.map(() => 0));
});

it('leaves no timer behind, after waits, retries, exchanges and a cancellation', async () => {
	const ids = Array.from({ length: 60 }, (_, index) => idNumber(index));
	const before = timers();
	feishu().faultNext('restore', { kind: 'cut', applied: false }, 10);
	await restore(ids.slice(0, 30), { options: { requestsPerMinute: 20 } });
	let cancel = () => {};
	const cancelled = restore(ids.slice(30), {
		options: { requestsPerMinute: 20 },
		onStart: (stop) => {
			cancel = stop;
		},
	});
	await pause(50);
	cancel();
	await cancelled;
	await pause(timing.sliceMs + 50);
	expect(feishu().inFlight).toBe(0);
	// Keep-alive sockets of the simulator have timers of their own; none of ours is left.
	expect(timers() - before).toBeLessThanOrEqual(1);
});

/** Waiting that ends when the execution is cancelled, on every n8n version. */
import { sleep } from 'n8n-workflow';

import { monotonicNow } from './clock';
import { timing } from './timing';

/**
 * Waits `ms` milliseconds, or until cancelled or until `isAbandoned()`.
 * Sleeps in slices: n8n before 2.34 has no sleep that a signal ends, and timers of our own are not allowed.
 */
export async function wait(
	ms: number,
	signal: AbortSignal | undefined,
	isAbandoned: () => boolean = () => false,
): Promise<void> {
	const end = monotonicNow() + ms;
	while (!signal?.aborted && !isAbandoned()) {
		const left = end - monotonicNow();
		if (left <= 0) return;
		await sleep(Math.min(left, timing.sliceMs));
	}
}

/** Waits for a promise, or until cancelled, whichever comes first. Returns undefined when cancelled. */
export async function waitFor<T>(
	promise: Promise<T>,
	signal: AbortSignal | undefined,
): Promise<T | undefined> {
	if (signal === undefined) return await promise;
	let settled = false;
	const tracked = promise.finally(() => {
		settled = true;
	});
	while (!settled && !signal.aborted) {
		await Promise.race([tracked, sleep(timing.sliceMs)]);
	}
	return settled ? await promise : undefined;
}

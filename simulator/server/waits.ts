// Waiting that can be ended all at once, so that a stopped simulator leaves no timer behind.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the simulator is a server of its own and never runs inside n8n */

/** All waits of one simulator. */
export class Waits {
	private readonly cancellations = new Set<() => void>();

	/**
	 * Waits `ms` milliseconds (Infinity: until cancelled). True when the time has passed, false when
	 * the wait was cancelled or the signal aborted first.
	 */
	async elapse(ms: number, signal?: AbortSignal): Promise<boolean> {
		if (signal?.aborted) return false;
		return await new Promise<boolean>((resolve) => {
			const end = (elapsed: boolean) => {
				clearTimeout(timer);
				this.cancellations.delete(cancel);
				signal?.removeEventListener('abort', cancel);
				resolve(elapsed);
			};
			const cancel = () => end(false);
			const timer = ms === Infinity ? undefined : setTimeout(() => end(true), ms);
			this.cancellations.add(cancel);
			signal?.addEventListener('abort', cancel);
		});
	}

	/** Cancels all waits of the moment. */
	cancelAll(): void {
		for (const cancel of [...this.cancellations]) cancel();
	}
}

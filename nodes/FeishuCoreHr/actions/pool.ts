/** Bounded concurrency in order. */
import { sleep } from 'n8n-workflow';

import { monotonicNow } from '../feishu/core/clock';
import { timing } from '../feishu/core/timing';

/** How many items are worked on at the same time. An item that only waits can step aside meanwhile. */
export class Places {
	private inUse = 0;

	private readonly waiting: Array<() => void> = [];

	/** `stopsOnFailure`: nothing new begins while something that may still fail is open. */
	constructor(
		private readonly width: number,
		private readonly stopsOnFailure: boolean,
	) {}

	/**
	 * Frees the item's place while `work` waits. It goes on at once, for a moment as one too many: if it waited for
	 * its place, an item that has the place and waits for this one's outcome would never give it back.
	 */
	readonly aside = async <T>(outlook: 'success' | 'open', work: () => Promise<T>): Promise<T> => {
		if (this.stopsOnFailure && outlook === 'open') return await work();
		this.release();
		try {
			return await work();
		} finally {
			this.inUse += 1;
		}
	};

	async take(): Promise<void> {
		while (this.inUse >= this.width) {
			await new Promise<void>((free) => this.waiting.push(free));
		}
		this.inUse += 1;
	}

	release(): void {
		this.inUse -= 1;
		this.waiting.shift()?.();
	}
}

/** Waits up to this share of a minute (2 s) are for a second's quota. */
const SECONDS = 1 / 30;

/**
 * How long a free place rests before the next item begins, where calls wait `waitedMs` for their second. Fifty replies
 * come at once, and a place counts until a second after its reply was read; but reading an item's parameters keeps
 * the process busy for milliseconds. So the replies are read first: the next item has its time while it would wait.
 */
export function restMs(waitedMs: number): number {
	if (waitedMs > timing.quotaWindowMs * SECONDS) return 0;
	return Math.min(waitedMs / 2, timing.sliceMs);
}

/**
 * Works on 0 … count-1, starting in order as places get free, until all are done or `mayStart()` is false. `work` must not throw.
 * `placeRestsMs()`: for how long nothing begins in a place whose item has ended.
 */
export async function forEachIndex(
	count: number,
	places: Places,
	mayStart: () => boolean,
	work: (index: number) => Promise<void>,
	placeRestsMs: () => number = () => 0,
): Promise<void> {
	const begun: Array<Promise<void>> = [];
	const endedAt: number[] = [];
	const end = () => {
		endedAt.push(monotonicNow());
		places.release();
	};
	for (let index = 0; index < count; index += 1) {
		await places.take();
		const leftMs = (endedAt.shift() ?? -Infinity) + placeRestsMs() - monotonicNow();
		if (leftMs >= 1) await sleep(leftMs);
		if (!mayStart()) {
			places.release();
			break;
		}
		begun.push(work(index).finally(end));
	}
	await Promise.all(begun);
}

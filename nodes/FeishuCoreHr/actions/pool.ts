/** Bounded concurrency in order. */

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

/** Works on 0 … count-1, starting in order as places get free, until all are done or `mayStart()` is false. `work` must not throw. */
export async function forEachIndex(
	count: number,
	places: Places,
	mayStart: () => boolean,
	work: (index: number) => Promise<void>,
): Promise<void> {
	const begun: Array<Promise<void>> = [];
	for (let index = 0; index < count; index += 1) {
		await places.take();
		if (!mayStart()) {
			places.release();
			break;
		}
		begun.push(work(index).finally(() => places.release()));
	}
	await Promise.all(begun);
}

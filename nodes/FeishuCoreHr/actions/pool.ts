/** Bounded concurrency in order. */

/** How many items are worked on at the same time. An item that only waits can step aside meanwhile. */
export class Places {
	/** Items that have not begun, and before them those who stepped aside and want back. */
	private readonly waiting: { begun: Array<() => void>; new: Array<() => void> } = {
		begun: [],
		new: [],
	};

	/** `stopsOnFailure`: nothing new begins while something that may still fail is open. */
	constructor(
		private free: number,
		private readonly stopsOnFailure: boolean,
	) {}

	/** Frees the item's place while `work` waits, and takes one again before it returns. */
	readonly aside = async <T>(outlook: 'success' | 'open', work: () => Promise<T>): Promise<T> => {
		if (this.stopsOnFailure && outlook === 'open') return await work();
		this.release();
		try {
			return await work();
		} finally {
			await this.take('begun');
		}
	};

	async take(who: 'begun' | 'new'): Promise<void> {
		if (this.free > 0) this.free -= 1;
		else await new Promise<void>((admit) => this.waiting[who].push(admit));
	}

	release(): void {
		const next = this.waiting.begun.shift() ?? this.waiting.new.shift();
		if (next === undefined) this.free += 1;
		else next();
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
		await places.take('new');
		if (!mayStart()) {
			places.release();
			break;
		}
		begun.push(work(index).finally(() => places.release()));
	}
	await Promise.all(begun);
}

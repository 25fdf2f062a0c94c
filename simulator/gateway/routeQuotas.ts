// The windows that each call names.
import {
	QuotaBook,
	type QuotaLane,
	type QuotaOptions,
	type QuotaRefusal,
	type QuotaRule,
} from './quota';

/** So many calls in so much time (ms). */
export interface QuotaWindow {
	calls: number;
	perMs: number;
}

/** Feishu's levels, as its pages name them. */
export const LEVELS = {
	hundredAMinute: [{ calls: 100, perMs: 60_000 }],
	/** 1000 a minute and 50 a second: either one refuses. */
	thousandAMinute: [
		{ calls: 1000, perMs: 60_000 },
		{ calls: 50, perMs: 1000 },
	],
	fiveASecond: [{ calls: 5, perMs: 1000 }],
	fiftyASecond: [{ calls: 50, perMs: 1000 }],
} as const satisfies Record<string, readonly QuotaWindow[]>;

/** The quotas of all calls. */
export class RouteQuotas {
	private readonly book: QuotaBook;

	/** @param override windows in place of those that the calls name, and how calls are counted */
	constructor(readonly override?: QuotaOptions) {
		this.book = new QuotaBook(override);
	}

	/** Whether refusals say when a place becomes free. */
	get tellsReset(): boolean {
		return this.book.tellsReset;
	}

	/** Takes a place in every window; the refusal where one of them is full. */
	take(lane: QuotaLane, windows: readonly QuotaWindow[]): QuotaRefusal | undefined {
		return this.book.take(lane, this.rulesOf(lane, windows));
	}

	/** Takes up to `count` places, as many as are free in the longest window. */
	spend(lane: QuotaLane, windows: readonly QuotaWindow[], count: number): void {
		const [longest] = this.rulesOf(lane, windows).sort(
			(one, other) => other.windowMs - one.windowMs,
		);
		if (longest) this.book.spend(lane, [longest], count);
	}

	/** Frees all places. */
	clear(): void {
		this.book.clear();
	}

	private rulesOf({ api }: QuotaLane, windows: readonly QuotaWindow[]): QuotaRule[] {
		if (this.override) return [...(this.override.windows?.[api] ?? [this.override])];
		return windows.map(({ calls, perMs }) => ({ limit: calls, windowMs: perMs }));
	}
}

// The windows that each call names, kept with one quota book for each length of window.
import { QuotaBook, type QuotaLane, type QuotaRule } from './quota';

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

/** A window without room. */
export interface FullWindow {
	/** Milliseconds until a slot frees. */
	waitMs: number;
	/** The calls the window allows. */
	limit: number;
}

/** The quotas of all calls. */
export class RouteQuotas {
	private readonly books = new Map<string, QuotaBook>();

	/** @param override one window for every call, in place of those the calls name */
	constructor(readonly override?: QuotaRule) {}

	/** Takes a slot in every window; the one without room, if there is one. */
	take(lane: QuotaLane, windows: readonly QuotaWindow[]): FullWindow | undefined {
		for (const book of this.booksOf(windows)) {
			const waitMs = book.take(lane);
			if (waitMs > 0) return { waitMs, limit: book.rule.limit };
		}
		return undefined;
	}

	/** Takes up to `count` slots, as many as are free in the longest window. */
	spend(lane: QuotaLane, windows: readonly QuotaWindow[], count: number): void {
		this.booksOf(windows).at(-1)?.spend(lane, count);
	}

	/** Frees all slots. */
	clear(): void {
		for (const book of this.books.values()) book.clear();
	}

	/** The shortest window first: what it grants and a longer one refuses is lost for that short time only. */
	private booksOf(windows: readonly QuotaWindow[]): QuotaBook[] {
		const rules = this.override
			? [this.override]
			: windows.map(({ calls, perMs }) => ({ limit: calls, windowMs: perMs }));
		return rules
			.sort((one, other) => one.windowMs - other.windowMs)
			.map((rule) => this.bookOf(rule));
	}

	private bookOf(rule: QuotaRule): QuotaBook {
		const key = `${rule.limit}/${rule.windowMs}`;
		const book = this.books.get(key) ?? new QuotaBook(rule);
		this.books.set(key, book);
		return book;
	}
}

/** The windows of a rate limit: how many calls Feishu allows in how much time, and how many of them are taken. */
import { timing } from '../core/timing';

/** At most `calls` in any `perMs` milliseconds, as Feishu's page of the call says. */
export interface QuotaWindow {
	readonly calls: number;
	readonly perMs: number;
}

/** The limit of Restore, Withdraw and search. */
export const HUNDRED_A_MINUTE: readonly QuotaWindow[] = [{ calls: 100, perMs: 60_000 }];

/** The limit of Create, Update, Complete and the onboarding tasks: whichever window is full refuses. */
export const THOUSAND_A_MINUTE: readonly QuotaWindow[] = [
	{ calls: 1_000, perMs: 60_000 },
	{ calls: 50, perMs: 1_000 },
];

/** What Feishu calls a minute, and the window that Requests per Minute is about. */
export const MINUTE_MS = 60_000;

/**
 * An operation's own windows, with the user's bound on the minute.
 * The bound lowers what Feishu is known to allow and never raises it; a private deployment
 * (`limitsAreKnown` false) has limits that only its operator knows, so there the user's number holds.
 */
export function boundWindows(
	windows: readonly QuotaWindow[],
	requestsPerMinute: number | undefined,
	limitsAreKnown: boolean,
): QuotaWindow[] {
	if (requestsPerMinute === undefined) return [...windows];
	const minute = windows.find(({ perMs }) => perMs === MINUTE_MS);
	const known = limitsAreKnown ? (minute?.calls ?? Infinity) : Infinity;
	const calls = Math.min(known, requestsPerMinute);
	return [...windows.filter((window) => window !== minute), { calls, perMs: MINUTE_MS }];
}

/** Whether the window is shorter than a minute. */
export function isShort({ perMs }: QuotaWindow): boolean {
	return perMs < MINUTE_MS;
}

/** Calls a minute at full use, to tell a smaller allowance from a larger one. */
export function ratePerMinute(windows: readonly QuotaWindow[]): number {
	return Math.min(...windows.map(({ calls, perMs }) => (calls * MINUTE_MS) / perMs));
}

/**
 * A short window needs a smaller margin, of 20 ms: a call that is refused because Feishu counted an earlier one late
 * costs a second at most, and the margin of the minute would cost a fifth of every second.
 */
const SHORT_MARGIN = 1 / 10;

/**
 * So many calls tell how quick a call can be. The first ones have connections to make and wait for each other: what
 * they take says nothing about later ones, and Feishu refused up to fifty calls of the second second.
 */
const CALLS_THAT_TELL = 100;

/** How long a used place counts in a window, from the reply on, in ms. `shortMargin` is a share of the minute's margin. */
export function placeLifeMs(window: QuotaWindow, shortMargin = SHORT_MARGIN): number {
	const marginMs = timing.quotaMarginMs * (isShort(window) ? shortMargin : 1);
	return (window.perMs / MINUTE_MS) * timing.quotaWindowMs + marginMs;
}

/** Counts the places in use. A call has its place from before it is sent until a window after its reply. Times are those of a monotonic clock. */
export class PlaceCount {
	inFlight = 0;

	/** When replies came, ascending; as far back as the longest window asked about. */
	private replies: number[] = [];

	private longestLifeMs = 0;

	/** How long the quickest call took from leaving to its reply. */
	private quickestMs = Infinity;

	private callsTimed = 0;

	private shortMargin = SHORT_MARGIN;

	private widenedAt = -Infinity;

	/** Feishu refused a call as one too many in a short window: its answers come less evenly than the margin allows for. */
	widenShortMargin(now: number): void {
		// Those of one burst say it once.
		if (now - this.widenedAt < timing.quotaMarginMs) return;
		this.widenedAt = now;
		this.shortMargin = Math.min(2 * this.shortMargin, 1);
	}

	/** A call that took a place was answered `tookMs` after it left, or its answer was given up. */
	add(now: number, tookMs = Infinity): void {
		this.quickestMs = Math.min(this.quickestMs, tookMs);
		if (tookMs < Infinity) this.callsTimed += 1;
		this.replies.push(now);
		const firstKept = this.firstAfter(now - this.longestLifeMs);
		// Cutting the list for each call would cost more than what is cut.
		if (firstKept > this.replies.length / 2) this.replies = this.replies.slice(firstKept);
	}

	/** Places whose reply has come and that still count. */
	settled(window: QuotaWindow, now: number): number {
		const lifeMs = this.lifeMs(window);
		this.longestLifeMs = Math.max(this.longestLifeMs, lifeMs);
		return this.replies.length - this.firstAfter(now - lifeMs);
	}

	hasRoom(windows: readonly QuotaWindow[], now: number): boolean {
		return windows.every((window) => this.inFlight + this.settled(window, now) < window.calls);
	}

	/** Whether the lane's own calls explain that the window is full: they have half of it. */
	isUsedUp(window: QuotaWindow, now: number): boolean {
		return 2 * (this.inFlight + this.settled(window, now)) >= window.calls;
	}

	/** When the reply came that has counted longest. */
	oldest(windows: readonly QuotaWindow[], now: number): number | undefined {
		const counted = windows.map((window) => this.settled(window, now));
		return this.replies[this.replies.length - Math.max(...counted)];
	}

	/** When the next place becomes free in one of the windows; Infinity where only a reply can free one. */
	nextFreeAt(windows: readonly QuotaWindow[], now: number): number {
		const times = windows.map((window) => {
			const oldest = this.replies[this.replies.length - this.settled(window, now)];
			return oldest === undefined ? Infinity : oldest + this.lifeMs(window);
		});
		return Math.min(...times);
	}

	/**
	 * Feishu counted a call some time before its reply came, and counts the next one some time after it leaves: together
	 * no less than the quickest call took. In a short window that is a large part, so a place is free earlier by so much.
	 */
	private lifeMs(window: QuotaWindow): number {
		const isKnown = isShort(window) && this.callsTimed >= CALLS_THAT_TELL;
		const earlierMs = isKnown ? this.quickestMs : 0;
		return Math.max(placeLifeMs(window, this.shortMargin) - earlierMs, 0);
	}

	/** Position of the first reply later than `time`. */
	private firstAfter(time: number): number {
		let low = 0;
		let high = this.replies.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.replies[middle] ?? 0) > time) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}

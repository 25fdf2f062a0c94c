// Quotas: the windows in which the calls of each API, app and tenant are counted.
import type { Api } from '../server/api';

/** How many calls are accepted in how much time (ms). */
export interface QuotaRule {
	limit: number;
	windowMs: number;
}

/** One window for every API, and how calls are counted. What Feishu does not document has an option for each possibility. */
export interface QuotaOptions extends QuotaRule {
	/** APIs with windows of their own. */
	windows?: Partial<Record<Api, readonly QuotaRule[]>>;
	/** `sliding` (default): any stretch of that length. `fixed`: one window after the other, the first beginning with the first call. */
	kind?: 'sliding' | 'fixed';
	/** Whether a refusal says when a place becomes free (`x-ogw-ratelimit-reset`); default true. */
	header?: boolean;
	/** Whether a refused call takes a place all the same; default false. */
	countsRefused?: boolean;
}

/** One counter: an API as called by one app for one tenant. */
export interface QuotaLane {
	api: Api;
	appId: string;
	tenant: string;
}

/** What a refusal tells. */
export interface QuotaRefusal {
	/** Milliseconds until the next place becomes free. */
	waitMs: number;
	/** The limit of the window that is full. */
	limit: number;
}

/** The counters of all lanes. */
export class QuotaBook {
	/** When the calls came that take a place, by lane. */
	private readonly times = new Map<string, number[]>();

	/** When the first fixed window began. */
	private firstWindowAt: number | undefined;

	constructor(readonly options: Partial<QuotaOptions> = {}) {}

	/** Whether refusals say when a place becomes free. */
	get tellsReset(): boolean {
		return this.options.header ?? true;
	}

	/** Takes a place in each of the windows; the refusal where one of them is full. */
	take({ api, appId, tenant }: QuotaLane, rules: readonly QuotaRule[]): QuotaRefusal | undefined {
		const now = Date.now();
		this.firstWindowAt ??= now;
		const key = JSON.stringify([api, appId, tenant]);
		const longestMs = Math.max(...rules.map(({ windowMs }) => windowMs));
		const times = (this.times.get(key) ?? []).filter((at) => at > now - longestMs);
		this.times.set(key, times);
		const refusals = rules.flatMap((rule) => this.refusalOf(rule, times, now) ?? []);
		if (refusals.length === 0 || this.options.countsRefused === true) times.push(now);
		return refusals.sort((one, other) => other.waitMs - one.waitMs)[0];
	}

	/** Takes up to `count` places, as many as are free. */
	spend(lane: QuotaLane, rules: readonly QuotaRule[], count: number): void {
		for (let left = count; left > 0; left--) if (this.take(lane, rules) !== undefined) return;
	}

	/** Frees all places. */
	clear(): void {
		this.times.clear();
		this.firstWindowAt = undefined;
	}

	private refusalOf(
		{ limit, windowMs }: QuotaRule,
		times: readonly number[],
		now: number,
	): QuotaRefusal | undefined {
		const since = this.options.kind === 'fixed' ? this.windowBegan(windowMs, now) : now - windowMs;
		const counted = times.filter((at) =>
			this.options.kind === 'fixed' ? at >= since : at > since,
		);
		if (counted.length < limit) return undefined;
		// The call that has to leave the window before there is room again.
		const leaving = counted[counted.length - limit] ?? now;
		const freeAt = this.options.kind === 'fixed' ? since + windowMs : leaving + windowMs;
		return { waitMs: freeAt - now, limit };
	}

	private windowBegan(windowMs: number, now: number): number {
		const first = this.firstWindowAt ?? now;
		return first + Math.floor((now - first) / windowMs) * windowMs;
	}
}

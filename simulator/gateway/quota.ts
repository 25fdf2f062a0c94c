// Quotas: a sliding window over the accepted calls of each API, app and tenant.
import type { Api } from '../server/api';

/** How many calls are accepted in how much time (ms). */
export interface QuotaRule {
	limit: number;
	windowMs: number;
}

/** One counter: an API as called by one app for one tenant. */
export interface QuotaLane {
	api: Api;
	appId: string;
	tenant: string;
}

/** The counters of all lanes. */
export class QuotaBook {
	private readonly accepted = new Map<string, number[]>();

	constructor(readonly rule: QuotaRule) {}

	/** Takes a slot: 0 if there was one, else the milliseconds until the next one frees. */
	take(lane: QuotaLane): number {
		const now = Date.now();
		const times = this.timesWithinWindow(lane, now);
		const oldest = times[0];
		if (times.length >= this.rule.limit) {
			return oldest === undefined ? this.rule.windowMs : oldest + this.rule.windowMs - now;
		}
		times.push(now);
		return 0;
	}

	/** Takes up to `count` slots, as many as are free. */
	spend(lane: QuotaLane, count: number): void {
		for (let left = count; left > 0; left--) if (this.take(lane) > 0) return;
	}

	/** Frees all slots. */
	clear(): void {
		this.accepted.clear();
	}

	private timesWithinWindow({ api, appId, tenant }: QuotaLane, now: number): number[] {
		const key = JSON.stringify([api, appId, tenant]);
		const times = (this.accepted.get(key) ?? []).filter((at) => at > now - this.rule.windowMs);
		this.accepted.set(key, times);
		return times;
	}
}

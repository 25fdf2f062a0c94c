/** What refusals teach a lane: how many calls in a window Feishu lets through when somebody else spends from the same limit. */
import { timing } from '../core/timing';

/** For how many windows after a refusal the lane keeps to what it has observed. */
const MEMORY_WINDOWS = 5;

/** So many calls beyond the observed limit let through in a row show that it was observed wrongly. */
const ENOUGH_BEYOND = 3;

/** After refusals on the heels of one another, the first try for more comes after this share of a window, then after twice as much … */
const FIRST_PROBE_SHARE = 1 / 16;

/** … up to this many doublings: half a window. */
const MOST_DOUBLINGS = 3;

/** Times are those of a monotonic clock. `used` is the number of places whose reply has come. */
export class ObservedLimit {
	private limit = Infinity;

	private pausedUntil = -Infinity;

	private refusedAt = -Infinity;

	/** Refusals each within a window of the one before. */
	private refusalsInARow = 0;

	/** Calls let through beyond the limit since the last refusal. */
	private beyond = 0;

	/** From when on one call at a time may try whether Feishu allows more. */
	private probeAt = -Infinity;

	/** Whether one more call may be sent. */
	allows(now: number, used: number, inFlight: number): boolean {
		if (this.pausedUntil > now) return false;
		if (now - this.refusedAt > timing.quotaWindowMs * MEMORY_WINDOWS) this.limit = Infinity;
		return used + inFlight < this.limit || (inFlight === 0 && this.probeAt <= now);
	}

	/** When time alone may change the answer of `allows`: Infinity = never. */
	nextChanceAt(now: number): number {
		if (this.pausedUntil > now) return this.pausedUntil;
		return this.probeAt > now ? this.probeAt : Infinity;
	}

	/** Until when nobody may send. */
	get pauseEndsAt(): number {
		return this.pausedUntil;
	}

	/** Feishu let a call through. */
	passed(used: number): void {
		if (used <= this.limit) return;
		this.limit = used;
		this.beyond += 1;
		// There is room after all: the refusal was about one person, or another client has finished.
		if (this.beyond >= ENOUGH_BEYOND) this.refusalsInARow = -1;
	}

	/** Feishu refused a call as one too many. `resetMs` is what it said to wait. */
	refused(now: number, used: number, resetMs: number | undefined): void {
		const pauseMs = Math.min(resetMs ?? timing.quotaPauseMs, timing.quotaPauseCeilingMs);
		const isFirst = this.pausedUntil <= now;
		this.pausedUntil = Math.max(this.pausedUntil, now + pauseMs);
		this.limit = used;
		this.beyond = 0;
		// Calls that were under way together meet the same refusal.
		if (!isFirst) return;
		this.refusalsInARow = now - this.refusedAt > timing.quotaWindowMs ? 0 : this.refusalsInARow + 1;
		this.refusedAt = now;
		const share = FIRST_PROBE_SHARE * 2 ** Math.min(this.refusalsInARow, MOST_DOUBLINGS);
		this.probeAt = this.refusalsInARow === 0 ? -Infinity : now + timing.quotaWindowMs * share;
	}
}

/** Which window a refusal is about: a second that is full passes by itself, and says nothing about others' share of the minute. */
import { isShort, placeLifeMs, type QuotaWindow } from './window';

/** A call that Feishu refused as one too many. */
export interface Refused {
	windows: readonly QuotaWindow[];
	/** When it took its place. */
	takenAt: number;
	/** What Feishu said to wait; it need not say anything. */
	resetMs: number | undefined;
}

/** Times are those of a monotonic clock. */
export class FullSecond {
	/** When a second ends that was taken for the cause although Feishu did not say so; undefined once a later call was not refused. */
	private guessEndsAt: number | undefined;

	/** After a guess one call goes ahead: if it was wrong, one more refusal is all that it costs. */
	mayGo(inFlight: number): boolean {
		return this.guessEndsAt === undefined || inFlight === 0;
	}

	/** A call that took its place then was not refused. */
	notRefused(takenAt: number): void {
		if (this.guessEndsAt !== undefined && takenAt >= this.guessEndsAt) this.guessEndsAt = undefined;
	}

	/**
	 * How long to wait for the short window that is full; undefined where it is the minute, or may be.
	 * Where Feishu does not say, it is a window that the lane's own calls have used up, unless waiting for it did not help.
	 */
	waitMs(
		{ windows, takenAt, resetMs }: Refused,
		now: number,
		isUsedUp: (window: QuotaWindow) => boolean,
	): number | undefined {
		const short = windows.filter(isShort);
		if (resetMs !== undefined) {
			return short.some((window) => resetMs <= placeLifeMs(window)) ? resetMs : undefined;
		}
		// Those of one burst are about one second: as they end, ever fewer calls are left that explain it.
		if (this.guessEndsAt !== undefined && takenAt < this.guessEndsAt) {
			return Math.max(this.guessEndsAt - now, 0);
		}
		const isCertain = short.length === windows.length;
		const full = isCertain ? short : short.filter(isUsedUp);
		const wasWrong = this.guessEndsAt !== undefined;
		this.guessEndsAt = undefined;
		if (full.length === 0 || (wasWrong && !isCertain)) return undefined;
		const ms = Math.max(...full.map((window) => placeLifeMs(window)));
		this.guessEndsAt = now + ms;
		return ms;
	}
}

/** The queue of a lane: who waits, in which order, and whose turn it is where allowances differ. */
import { ratePerMinute, type QuotaWindow } from './window';
import { timing } from '../core/timing';

/** Somebody who waits for a place. */
export interface Waiter<Answer> {
	/** The windows that this call is counted in. */
	readonly windows: readonly QuotaWindow[];
	/** How many people of the same run have not begun yet. */
	readonly notBegun: number;
	/** Whether nobody wants the place any more. */
	readonly isAbandoned: () => boolean;
	/** Ends the waiting. */
	readonly admit: (answer: Answer) => void;
}

/** The runs of one allowance: those with the same windows. */
interface Group {
	readonly windows: readonly QuotaWindow[];
	waiting: number;
	inFlight: number;
	/** When its last turn began; before its first one, when the window began that it came in. */
	turnBeganAt: number;
	/** Infinity before its first turn. */
	sentInTurn: number;
	lastReplyAt: number;
}

/**
 * Longest turn of a group, as a share of the window. Everybody counts an allowance against all that the lane sent, so
 * a smaller one finds room only when a window has run out, and only if the larger ones let it go first. With a tenth
 * they keep nine tenths of their time however slow the smaller one's calls are.
 */
const TURN_SHARE = 0.1;

/** First come, first served within one allowance. Of several allowances, the smallest goes first in each window. */
export class Queue<Answer> {
	private readonly waiting: Array<Waiter<Answer>> = [];

	/** By calls a minute. */
	private readonly groups = new Map<number, Group>();

	get length(): number {
		return this.waiting.length;
	}

	/** Each allowance that somebody waits for, once. */
	get allowances(): Array<readonly QuotaWindow[]> {
		return [...this.groups.values()]
			.filter(({ waiting }) => waiting > 0)
			.map(({ windows }) => windows);
	}

	at(position: number): Waiter<Answer> | undefined {
		return this.waiting[position];
	}

	/** `windowBeganAt`: when the oldest place that still counts was taken. A newcomer's first turn comes when it is free again. */
	join(waiter: Waiter<Answer>, now: number, windowBeganAt: number): void {
		this.forgetIdleGroups(now);
		const rate = ratePerMinute(waiter.windows);
		const group = this.groups.get(rate) ?? {
			windows: waiter.windows,
			waiting: 0,
			inFlight: 0,
			turnBeganAt: windowBeganAt,
			sentInTurn: Infinity,
			lastReplyAt: -Infinity,
		};
		this.groups.set(rate, group);
		group.waiting += 1;
		this.waiting.push(waiter);
	}

	/** Takes somebody out and answers. */
	dismiss(position: number, answer: Answer): void {
		const [waiter] = this.waiting.splice(position, 1);
		if (waiter === undefined) return;
		const group = this.groupOf(waiter.windows);
		if (group !== undefined) group.waiting -= 1;
		waiter.admit(answer);
	}

	/** Whether a smaller allowance has to be let go first. */
	mustYield({ windows }: Waiter<Answer>, now: number): boolean {
		const rate = ratePerMinute(windows);
		for (const [smaller, group] of this.groups) {
			if (smaller >= rate) continue;
			const sinceTurn = now - group.turnBeganAt;
			const isDue = group.waiting > 0 && sinceTurn >= timing.quotaWindowMs;
			// Its next item asks a moment after the reply to the one before.
			const goesOn = group.inFlight > 0 || now - group.lastReplyAt < timing.sliceMs;
			const wantsMore = group.waiting > 0 || goesOn;
			const mayHaveMore =
				group.sentInTurn < smaller && sinceTurn < timing.quotaWindowMs * TURN_SHARE;
			if (isDue || (wantsMore && mayHaveMore)) return true;
		}
		return false;
	}

	/** Somebody with this allowance took a place. */
	placeTaken(windows: readonly QuotaWindow[], now: number): void {
		const group = this.groupOf(windows);
		if (group === undefined) return;
		group.inFlight += 1;
		if (now - group.turnBeganAt >= timing.quotaWindowMs) {
			group.turnBeganAt = now;
			group.sentInTurn = 0;
		}
		group.sentInTurn += 1;
	}

	/** The call that had this allowance is over. */
	callEnded(windows: readonly QuotaWindow[], now: number): void {
		const group = this.groupOf(windows);
		if (group === undefined) return;
		group.inFlight -= 1;
		group.lastReplyAt = now;
	}

	private groupOf(windows: readonly QuotaWindow[]): Group | undefined {
		return this.groups.get(ratePerMinute(windows));
	}

	private forgetIdleGroups(now: number): void {
		for (const [rate, group] of this.groups) {
			const isIdle = group.waiting + group.inFlight === 0;
			if (isIdle && now - group.lastReplyAt > timing.quotaWindowMs) this.groups.delete(rate);
		}
	}
}

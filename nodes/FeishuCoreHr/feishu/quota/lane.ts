/** The quota lane: keeps the calls to one API within what Feishu allows, shared by all executions of this process. */
import { sleep } from 'n8n-workflow';

import { BoundedMap } from '../core/boundedMap';
import { timing } from '../core/timing';

/** A place in the quota. Once used it stays taken until a window after the reply has passed. Only the first call counts. */
export interface Slot {
	/** Feishu let the call through. */
	answered(): void;
	/** No reply came; Feishu may have counted the call. */
	unanswered(): void;
	/** Feishu refused the call as one too many: nobody in this lane sends before `ms` have passed. */
	refused(ms: number | undefined): void;
	/** Nothing was sent: the place is free again. */
	giveBack(): void;
}

interface Waiter {
	limit: number;
	/** Whether nobody wants the place any more. */
	isOver: () => boolean;
	/** Ends the waiting: with a place, or without one where it is over. */
	admit: (slot: Slot | undefined) => void;
}

/**
 * First come, first served; whoever has used up an allowance of their own lets the others pass, for a window at most.
 * One lane for each base URL × app × tenant × API.
 */
class Lane {
	private readonly waiting: Waiter[] = [];

	/** Epoch ms at which the clock strikes next. */
	private strikesAt = Infinity;

	/** Epoch ms since when others have been passing the first in line. */
	private passingSince: number | undefined;

	private inFlight = 0;

	/** Ends of used slots in epoch ms, ascending. */
	private ends: number[] = [];

	private pausedUntil = 0;

	/** How many calls in a window Feishu was seen to allow. Somebody else may be spending the rest. */
	private proven = Infinity;

	/** Refusals on the heels of one another: each makes the next try for more come later. */
	private strikes = 0;

	/** Calls beyond what is proven that Feishu has let through since it last refused one. */
	private surplus = 0;

	private refusedAt = -Infinity;

	/** Epoch ms from which one call at a time may try whether Feishu allows more than is proven. */
	private probeAt = 0;

	/** True while a call is under way or waits for its place. */
	get busy(): boolean {
		return this.inFlight > 0 || this.waiting.length > 0;
	}

	/** Waits for a free place among `limit` per window. Returns undefined once `isOver()`. */
	async acquire(limit: number, isOver: () => boolean): Promise<Slot | undefined> {
		return await new Promise((admit) => {
			this.waiting.push({ limit, isOver, admit });
			this.serve();
		});
	}

	/** One clock for all who wait: with one for each, a few thousand of them kept the process busy. */
	private async setClock(): Promise<void> {
		if (this.waiting.length === 0) return;
		const rest = this.nextChanceMs();
		const time = Date.now() + rest;
		if (this.strikesAt <= time) return;
		this.strikesAt = time;
		await sleep(rest);
		if (this.strikesAt !== time) return;
		this.strikesAt = Infinity;
		this.serve();
	}

	private serve(): void {
		this.expire();
		let position = 0;
		for (let waiter = this.waiting[0]; waiter !== undefined; waiter = this.waiting[position]) {
			if (waiter.isOver()) {
				this.leave(position);
				waiter.admit(undefined);
			} else if (this.hasPlace(waiter.limit) && (position === 0 || this.mayPass())) {
				this.leave(position);
				if (position > 0) this.passingSince ??= Date.now();
				waiter.admit(this.take());
			} else {
				position += 1;
			}
		}
		void this.setClock();
	}

	/** Without an end to passing, a small allowance would get no place as long as a larger run lasts. */
	private mayPass(): boolean {
		return this.passingSince === undefined || Date.now() - this.passingSince < timing.quotaWindowMs;
	}

	private leave(position: number): void {
		this.waiting.splice(position, 1);
		if (position === 0) this.passingSince = undefined;
	}

	private hasPlace(limit: number): boolean {
		const now = Date.now();
		const used = this.inFlight + this.ends.length;
		if (this.pausedUntil > now || used >= limit) return false;
		if (now - this.refusedAt > timing.quotaWindowMs * MEMORY_WINDOWS) this.proven = Infinity;
		return used < this.proven || (this.inFlight === 0 && this.probeAt <= now);
	}

	private take(): Slot {
		this.inFlight += 1;
		let open = true;
		const close = (change: () => void) => {
			if (!open) return;
			open = false;
			this.inFlight -= 1;
			change();
			this.serve();
		};
		return {
			answered: () => close(() => this.countAnswered()),
			unanswered: () => close(() => this.count()),
			refused: (ms) => close(() => this.countRefused(ms)),
			giveBack: () => close(() => undefined),
		};
	}

	private count(): void {
		this.ends.push(Date.now() + timing.quotaWindowMs + timing.quotaMarginMs);
	}

	private countAnswered(): void {
		this.count();
		if (this.ends.length <= this.proven) return;
		this.proven = this.ends.length;
		this.surplus += 1;
		// There is room after all: the refusal was about one person, or another client has finished.
		if (this.surplus >= ENOUGH_SURPLUS) this.strikes = -1;
	}

	/** A refused call takes no place: Feishu has done nothing for it. */
	private countRefused(ms: number | undefined): void {
		const now = Date.now();
		const rest = Math.min(ms ?? timing.quotaPauseMs, timing.quotaPauseCeilingMs);
		const alone = this.pausedUntil <= now;
		this.pausedUntil = Math.max(this.pausedUntil, now + rest);
		this.proven = this.ends.length;
		this.surplus = 0;
		if (!alone) return;
		this.strikes = now - this.refusedAt > timing.quotaWindowMs ? 0 : this.strikes + 1;
		this.refusedAt = now;
		const patience = (timing.quotaWindowMs / 16) * 2 ** Math.min(this.strikes, 3);
		this.probeAt = this.strikes === 0 ? 0 : now + patience;
	}

	private expire(): void {
		const now = Date.now();
		const firstOpen = this.ends.findIndex((end) => end > now);
		if (firstOpen === -1) this.ends = [];
		else if (firstOpen > 0) this.ends.splice(0, firstOpen);
	}

	/** Milliseconds until time alone may free a place; a slice where only another caller's reply can. */
	private nextChanceMs(): number {
		const now = Date.now();
		const ahead = [this.ends[0] ?? 0, this.probeAt].filter((time) => time > now);
		const chance = this.pausedUntil > now ? this.pausedUntil : Math.min(...ahead);
		return Math.min(Math.max(chance - now, 1), timing.sliceMs);
	}
}

/** For how many windows the lane remembers what Feishu was seen to allow. */
const MEMORY_WINDOWS = 5;

/** So many calls beyond what was proven show that it was proven wrong. */
const ENOUGH_SURPLUS = 3;

const lanes = new BoundedMap<Lane>((lane) => !lane.busy);

/** The lane of one API of one app in one tenant at one host. A forgotten lane starts afresh; then the server's own refusal protects the quota. */
export function laneFor(key: string): Lane {
	return lanes.getOrCreate(key, () => new Lane());
}

/** How many lanes this process remembers. For tests. */
export function laneCount(): number {
	return lanes.size;
}

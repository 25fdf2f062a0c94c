/**
 * What refusals teach a lane: its share of a limit that other processes and programs spend from too. All it ever hears
 * of them is that Feishu refuses a call.
 *
 * A lane that has met no refusal lately takes whatever its windows leave. One that has keeps to places of its own: each
 * call that got through may be repeated a window later without asking. If all lanes do so, nobody is refused and nothing
 * is left unused. To learn whether there is more, a lane asks: it sends one call beyond its own places.
 */
import { timing } from '../core/timing';

/** What is known of a call that wants to be sent, and of the lane at the moment. */
export interface Demand {
	/** The most calls in a minute that it may bring the lane to. */
	limit: number;
	waiting: number;
	inFlight: number;
	/** People of the same run who have not begun yet. */
	notBegun: number;
}

/** From when on a place of the lane's own may be used again; undefined for a call that asks for one more. */
export type OwnPlace = number | undefined;

/** After so many windows without a refusal the others are gone, and the lane takes whatever the windows leave. */
const MEMORY_WINDOWS = 5;

/** Shares of a window (of a minute: times 60 s). */
const SHARES = {
	/** A place unused for so long is forgotten (10 s): by then somebody else has found it. */
	forget: 1 / 6,
	/** After its own places are used, a lane waits so long before it asks for one more (2–5 s): the others' bursts are over by then, and they do not all ask at once. */
	firstAsk: [1 / 30, 1 / 12],
	/** The second time it asks a little later (2–4 s): the first may have met a gap between two calls of somebody else. */
	secondAsk: [1 / 30, 1 / 15],
	/** A lane with more than half of the limit leaves a gap before its places (3 s), in which people without one get in. Without the gap, and with no word from Feishu when to ask, they met one by luck only. */
	gap: 1 / 20,
	/** Places used within so long of one another are one burst (1 s): the gap comes before it, not in it. */
	burst: 1 / 60,
	/** A long run without a place that Feishu does not tell when to ask waits up to so much longer (10 s) than single people do. */
	patience: 1 / 6,
} as const;

/** Who asks at the moment a place becomes free has to come before its owner, who waits for the margin. */
const AHEAD_OF_OWNER = 3 / 4;

/** More calls at once that find room make it likely that there is more: one more call at a time for so many found, … */
const FOUND_FOR_WIDTH = 8;

/** … up to so many, which are the refusals that the end of the room costs. */
const MAX_WIDTH = 3;

/** A first burst begins with so many calls at a time, and one more for so many let through: each under way at the first refusal costs one. */
const FIRST_WIDTH = 2;

const PASSED_FOR_WIDTH = 16;

/** Times are those of a monotonic clock. */
export class Share {
	/** When each place of the lane's own may be used again, ascending. */
	private places: number[] = [];

	private pausedUntil = -Infinity;

	/** Until when the lane takes it that others spend from the limit. */
	private sharesUntil = -Infinity;

	/** Nothing has got through since the last refusal. */
	private isBlocked = false;

	/** When to ask for one more place: a lane that has enough of its own, … */
	private asksAt = -Infinity;

	/** … and one that has not. */
	private needyAt = -Infinity;

	/** Whether it was Feishu that said when a place becomes free. */
	private isReset = false;

	/** Places that asking has found since the last refusal. */
	private found = 0;

	/** Calls under way that ask. */
	private asking = 0;

	/** When a place of its own was used last. */
	private usedAt = -Infinity;

	constructor(private readonly random: () => number) {}

	/** Whether one more call may be sent. */
	mayGo(now: number, demand: Demand): boolean {
		this.forgetUnused(now);
		if (now < this.pausedUntil) return false;
		if (now >= this.sharesUntil) return this.mayGoAlone(demand);
		// After a refusal one call goes ahead; the others follow once it got through.
		if (this.isBlocked && demand.inFlight > 0) return false;
		if (this.hasReady(now, demand)) return true;
		return now >= this.mayAskAt(demand) && this.asking < this.width(demand);
	}

	/** When time alone may change the answer of `mayGo`; Infinity = never. */
	nextChanceAt(now: number): number {
		if (this.pausedUntil > now) return this.pausedUntil;
		const [place = Infinity] = this.places;
		const gapEnds = place + timing.quotaWindowMs * SHARES.gap;
		const times = [place, gapEnds, this.asksAt, this.needyAt, this.sharesUntil];
		return Math.min(Infinity, ...times.filter((time) => time > now));
	}

	/** A call is about to be sent: on a place of the lane's own where one is ready, else it asks. */
	take(now: number): OwnPlace {
		const [first] = this.places;
		if (first === undefined || first > now) {
			this.asking += 1;
			return undefined;
		}
		this.usedAt = now;
		this.found = 0;
		this.asksAt = now + this.between(SHARES.firstAsk);
		return this.places.shift();
	}

	/** Feishu let the call through. */
	passed(now: number, own: OwnPlace): void {
		this.lost(now, own);
		this.isBlocked = false;
		if (own !== undefined) return;
		this.found += 1;
		const isFirst = this.found === 1 && this.places.length > 1;
		this.asksAt = isFirst ? now + this.between(SHARES.secondAsk) : now;
	}

	/** No answer came; Feishu may have let the call through. */
	lost(now: number, own: OwnPlace): void {
		this.end(own);
		this.places.push(now + timing.quotaWindowMs + timing.quotaMarginMs);
	}

	/** Nothing was sent. */
	givenBack(own: OwnPlace): void {
		this.end(own);
		if (own === undefined) return;
		this.places.push(own);
		this.places.sort((one, other) => one - other);
	}

	/** Feishu refused the call: its place is lost to somebody else. `resetMs` is what Feishu said to wait. */
	refused(now: number, own: OwnPlace, resetMs: number | undefined, demand: Demand): void {
		this.end(own);
		const isFirst = now >= this.pausedUntil;
		this.pause(now, resetMs ?? timing.quotaPauseMs * (0.5 + this.random()));
		this.sharesUntil = now + timing.quotaWindowMs * MEMORY_WINDOWS;
		this.isBlocked = true;
		// Where calls have just found room, and Feishu asks for no long pause, the refusal may have been about one person: one more call will tell.
		const isPassing = this.pausedUntil - now < timing.quotaWindowMs * SHARES.patience;
		this.asksAt = this.found > 0 && isPassing ? this.pausedUntil : Infinity;
		this.found = 0;
		// Calls that were under way together meet the same refusal.
		if (!isFirst) return;
		this.isReset = resetMs !== undefined;
		this.needyAt = this.pausedUntil + this.random() * this.spreadMs(resetMs, demand);
	}

	/** Nobody sends before `ms` have passed. Nothing is learnt from it. */
	pause(now: number, ms: number): void {
		const until = now + Math.min(ms, timing.quotaPauseCeilingMs);
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	/** A run that does not fit into one window takes minutes anyway: it can afford to begin with fewer calls at a time. */
	private mayGoAlone({ limit, waiting, inFlight, notBegun }: Demand): boolean {
		// Whoever waits behind this call had not begun when it joined, if they are of the same run.
		const toCome = Math.max(waiting, notBegun + 1);
		const fits = toCome + inFlight + this.places.length <= limit;
		const width = FIRST_WIDTH + Math.floor(this.places.length / PASSED_FOR_WIDTH);
		return fits || inFlight < width;
	}

	private hasReady(now: number, { limit }: Demand): boolean {
		const [first] = this.places;
		if (first === undefined) return false;
		const leavesGap =
			this.places.length > limit / 2 && now - this.usedAt > timing.quotaWindowMs * SHARES.burst;
		return first + (leavesGap ? timing.quotaWindowMs * SHARES.gap : 0) <= now;
	}

	private mayAskAt(demand: Demand): number {
		// The last people of a run take Feishu at its word; a long run waits for its own places.
		const takesReset = this.isReset && demand.notBegun === 0;
		const isNeedy = takesReset || this.isNeedy(demand);
		return isNeedy ? Math.min(this.needyAt, this.asksAt) : this.asksAt;
	}

	/** Somebody waits for whom there will be no place of the lane's own. */
	private isNeedy({ waiting, notBegun }: Demand): boolean {
		return this.places.length === 0 || (notBegun === 0 && waiting > this.places.length);
	}

	private width(demand: Demand): number {
		if (demand.notBegun === 0 && this.isNeedy(demand)) return MAX_WIDTH;
		return Math.min(1 + Math.floor(this.found / FOUND_FOR_WIDTH), MAX_WIDTH);
	}

	private spreadMs(resetMs: number | undefined, { notBegun }: Demand): number {
		if (resetMs !== undefined) return timing.quotaMarginMs * AHEAD_OF_OWNER;
		return notBegun > 0 ? timing.quotaWindowMs * SHARES.patience : 0;
	}

	private forgetUnused(now: number): void {
		const forgotten = now - timing.quotaWindowMs * SHARES.forget;
		while (this.places[0] !== undefined && this.places[0] < forgotten) this.places.shift();
	}

	private end(own: OwnPlace): void {
		if (own === undefined) this.asking -= 1;
	}

	private between([from, to]: readonly [number, number]): number {
		return timing.quotaWindowMs * (from + this.random() * (to - from));
	}
}

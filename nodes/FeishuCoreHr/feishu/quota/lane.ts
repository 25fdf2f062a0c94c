/** The lane: keeps the calls to one API within what Feishu allows, shared by all executions of this process. */
import { BoundedMap } from '../core/boundedMap';
import { systemClock, type Clock } from '../core/clock';
import { timing } from '../core/timing';
import { FullSecond } from './fullSecond';
import { Outage } from './outage';
import { Queue, type Waiter } from './queue';
import { Share, type Demand } from './share';
import { PlaceCount, ratePerMinute, type QuotaWindow } from './window';

/** A place in the windows. Once used it stays taken until each window after the reply has passed. Only the first report counts. */
export interface Place {
	/** Feishu let the call through and answered it, if only with a refusal. */
	answered(): void;
	/** Feishu let the call through and met an internal error. */
	failed(): void;
	/** No reply came; Feishu may have counted the call. */
	unanswered(): void;
	/** Feishu refused the call as one too many: nobody in this lane sends before `resetMs` have passed. */
	refused(resetMs: number | undefined): void;
	/** Nothing was sent: the place is free again. */
	giveBack(): void;
	/** From here on Feishu may count the call: if nobody reports on it, it was unanswered. */
	sending(): void;
	/** The end: reports what is known where nobody has reported. */
	close(): void;
}

/** What somebody who asks for a place says. */
export interface PlaceRequest {
	/** Everything that limits this call. */
	windows: readonly QuotaWindow[];
	/** Whether nobody wants the place any more. */
	isAbandoned: () => boolean;
	/** How many people of the same run have not begun yet; 0 where that is not known. */
	notBegun?: number;
}

type Call = Pick<Waiter<Admission>, 'windows' | 'notBegun'>;

/** `abandoned`: nobody wants a place any more. `outage`: Feishu does not answer, so nothing more is sent for now. */
export type NoPlace = { kind: 'abandoned' } | { kind: 'outage' };

export type Admission = { kind: 'place'; place: Place } | NoPlace;

/**
 * One lane for each base URL × app × tenant × API. The queue says who is next, the count what Feishu's windows leave,
 * the share what others leave of them, and the outage whether Feishu answers at all.
 */
export class Lane {
	private readonly queue = new Queue<Admission>();

	private readonly count = new PlaceCount();

	private readonly share: Share;

	private readonly outage = new Outage();

	private readonly fullSecond = new FullSecond();

	/** When the lane looks at the queue again by itself. */
	private wakesAt = Infinity;

	constructor(
		private readonly clock: Clock = systemClock,
		random: () => number = Math.random,
	) {
		this.share = new Share(random);
	}

	/** True while a call is under way or waits for its place. */
	get isBusy(): boolean {
		return this.count.inFlight > 0 || this.queue.length > 0;
	}

	/**
	 * Waits for a place, and uses it. A place that `use` does not report on, because it threw or had nothing to send, is
	 * free again; after `sending()` it counts as unanswered. Nothing that can fail belongs between a place and its report but here.
	 */
	async withPlace<T>(
		request: PlaceRequest,
		use: (place: Place) => Promise<T>,
	): Promise<{ kind: 'used'; value: T } | NoPlace> {
		const admission = await this.acquire(request);
		if (admission.kind !== 'place') return admission;
		try {
			return { kind: 'used', value: await use(admission.place) };
		} finally {
			admission.place.close();
		}
	}

	/** Like `withPlace`, for who closes the place in any case. */
	async acquire({ windows, isAbandoned, notBegun = 0 }: PlaceRequest): Promise<Admission> {
		return await new Promise((admit) => {
			const now = this.clock.now();
			const waiter = { notBegun, windows, isAbandoned, admit };
			this.queue.join(waiter, now, this.count.oldest(windows, now) ?? now);
			this.serve();
		});
	}

	/** Somebody's tries are used up, and none of them met anything but lost requests or internal errors of Feishu. */
	unreachable(): void {
		this.outage.unreachable(this.clock.now());
	}

	private serve(): void {
		const now = this.clock.now();
		let position = 0;
		for (let next = this.queue.at(0); next !== undefined; next = this.queue.at(position)) {
			if (next.isAbandoned()) {
				this.queue.dismiss(position, { kind: 'abandoned' });
			} else if (this.outage.advice(now) === 'giveUp') {
				this.queue.dismiss(position, { kind: 'outage' });
			} else if (this.mayGo(next, now) && !this.queue.mustYield(next, now)) {
				this.queue.dismiss(position, { kind: 'place', place: this.take(next) });
			} else {
				position += 1;
			}
		}
		void this.wakeLater();
	}

	private demand({ windows, notBegun }: Call): Demand {
		return {
			limit: ratePerMinute(windows),
			waiting: this.queue.length,
			inFlight: this.count.inFlight,
			notBegun,
		};
	}

	private mayGo(call: Call, now: number): boolean {
		return (
			this.outage.advice(now) !== 'wait' &&
			this.count.hasRoom(call.windows, now) &&
			this.fullSecond.mayGo(this.count.inFlight) &&
			this.share.mayGo(now, this.demand(call))
		);
	}

	private take(call: Call): Place {
		const { windows } = call;
		const takenAt = this.clock.now();
		const own = this.share.take(takenAt);
		this.count.inFlight += 1;
		this.queue.placeTaken(windows, takenAt);
		const isTest = this.outage.advice(takenAt) === 'test';
		if (isTest) this.outage.testBegins();
		let isOpen = true;
		let sentAt: number | undefined;
		const end = (isWell: boolean, report: (now: number) => void) => {
			if (!isOpen) return;
			isOpen = false;
			const now = this.clock.now();
			this.count.inFlight -= 1;
			this.queue.callEnded(windows, now);
			report(now);
			if (isWell) this.outage.reachable();
			else if (isTest) this.outage.testFailed(now);
			this.serve();
		};
		const passed = (now: number) => {
			this.count.add(now, sentAt === undefined ? undefined : now - sentAt);
			this.share.passed(now, own);
			this.fullSecond.notRefused(takenAt);
		};
		const lost = (now: number) => {
			this.count.add(now);
			this.share.lost(now, own);
			this.fullSecond.notRefused(takenAt);
		};
		const nothing = () => this.share.givenBack(own);
		return {
			answered: () => end(true, passed),
			failed: () => end(false, passed),
			unanswered: () => end(false, lost),
			// A refused call takes no place: Feishu has done nothing for it.
			refused: (resetMs) =>
				end(true, (now) => {
					const secondMs = this.fullSecond.waitMs({ windows, takenAt, resetMs }, now, (window) =>
						this.count.isUsedUp(window, now),
					);
					if (secondMs === undefined) {
						this.share.refused(now, own, resetMs, this.demand(call));
						return;
					}
					this.share.givenBack(own);
					this.share.pause(now, secondMs);
					this.count.widenShortMargin(now);
				}),
			giveBack: () => end(false, nothing),
			sending: () => {
				sentAt ??= this.clock.now();
			},
			close: () => end(false, sentAt === undefined ? nothing : lost),
		};
	}

	/** One timer for all who wait: with one for each, a few thousand of them kept the process busy. */
	private async wakeLater(): Promise<void> {
		if (this.queue.length === 0) return;
		const now = this.clock.now();
		const restMs = Math.min(Math.max(this.nextChanceAt(now) - now, 1), timing.sliceMs);
		const wakesAt = now + restMs;
		if (this.wakesAt <= wakesAt) return;
		this.wakesAt = wakesAt;
		await this.clock.sleep(restMs);
		if (this.wakesAt !== wakesAt) return;
		this.wakesAt = Infinity;
		this.serve();
	}

	/** When time alone may free a place. */
	private nextChanceAt(now: number): number {
		const free = this.queue.allowances.map((windows) => this.count.nextFreeAt(windows, now));
		return Math.min(this.share.nextChanceAt(now), this.outage.nextChanceAt(now), ...free);
	}
}

const lanes = new BoundedMap<Lane>((lane) => !lane.isBusy);

/** The lane of one API of one app in one tenant at one host. A forgotten lane starts afresh; then the server's own refusal protects the quota. */
export function laneFor(key: string): Lane {
	return lanes.getOrCreate(key, () => new Lane());
}

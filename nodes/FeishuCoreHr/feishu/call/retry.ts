/** The one place that decides whether to try again. */
import { backoffMs } from '../core/backoff';
import { monotonicNow } from '../core/clock';
import { timing } from '../core/timing';
import type { Verdict } from '../answers/judge';
import type { Session } from '../caller/session';
import { wait } from '../core/wait';

/** After this many refusals for too many calls, over as many windows, an item gives up. They do not count as retries. */
const MAX_REFUSALS = 10;

/** How soon an item that was refused more than once asks for a place again, as a share of a window (2 s). */
const REFUSED_AGAIN = 1 / 30;

/** What one request has been through so far. */
export class Tries {
	private retries = 0;

	private refusals = 0;

	private firstRefusedAt = 0;

	private tokenRenewed = false;

	constructor(private readonly session: Pick<Session, 'maxRetries' | 'signal'>) {}

	/** Waits as long as the cure takes. False = what there is now is final. */
	async again(cure: Verdict['cure']): Promise<boolean> {
		switch (cure) {
			case 'token':
				if (this.tokenRenewed) return false;
				this.tokenRenewed = true;
				return true;
			case 'waitForQuota':
				return await this.waitForQuota();
			case 'retry':
				return await this.backOff();
			case 'none':
				return false;
		}
	}

	/** The lane itself makes everybody wait; the floor is for resets so short that one item would keep the lane busy. */
	private async waitForQuota(): Promise<boolean> {
		if (this.refusals === 0) this.firstRefusedAt = monotonicNow();
		this.refusals += 1;
		const overMs = monotonicNow() - this.firstRefusedAt;
		const hasWaitedEnough = overMs >= MAX_REFUSALS * timing.quotaWindowMs;
		if (this.refusals >= MAX_REFUSALS && hasWaitedEnough) return false;
		if (this.refusals > 1) await wait(timing.quotaWindowMs * REFUSED_AGAIN, this.session.signal);
		return true;
	}

	private async backOff(): Promise<boolean> {
		if (this.retries >= this.session.maxRetries) return false;
		this.retries += 1;
		await wait(backoffMs(this.retries), this.session.signal);
		return !this.session.signal?.aborted;
	}
}

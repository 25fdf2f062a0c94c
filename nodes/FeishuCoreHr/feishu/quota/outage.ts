/** Notices that Feishu does not answer at all, and then spends one request at a time instead of everybody's retries (a circuit breaker). */
import type { Failure } from '../core/failure';
import { timing } from '../core/timing';

/**
 * So many people in a row whose every request was lost or met an internal error of Feishu: one or two may have
 * bad luck, ten do not. Less than that would let a single faulty record stop a run.
 */
const PEOPLE_IN_A_ROW = 10;

/** Times are those of a monotonic clock. */
export class Outage {
	private peopleInARow = 0;

	/** Undefined while Feishu answers. */
	private beganAt: number | undefined;

	private isTesting = false;

	/** When the next request may test whether Feishu answers again. */
	private nextTestAt = -Infinity;

	/**
	 * What somebody who wants to send may do: `send`; `test`, as the only one; `wait` for the test;
	 * `giveUp`, because the outage has outlasted everybody's patience and the last test has just failed.
	 */
	advice(now: number): 'send' | 'test' | 'wait' | 'giveUp' {
		if (this.beganAt === undefined) return 'send';
		if (this.isTesting) return 'wait';
		if (now >= this.nextTestAt) return 'test';
		return now - this.beganAt < timing.outagePatienceMs ? 'wait' : 'giveUp';
	}

	/** When time alone may change the advice. */
	nextChanceAt(now: number): number {
		return this.beganAt !== undefined && this.nextTestAt > now ? this.nextTestAt : Infinity;
	}

	testBegins(): void {
		this.isTesting = true;
	}

	/** The request that tested is over and nothing sensible came back. */
	testFailed(now: number): void {
		this.isTesting = false;
		this.nextTestAt = now + timing.outageRestMs;
	}

	/** Feishu has answered as it should, if only with a refusal. */
	reachable(): void {
		this.peopleInARow = 0;
		this.beganAt = undefined;
		this.isTesting = false;
	}

	/** Somebody's tries are used up, and none of them met anything but lost requests or internal errors. */
	unreachable(now: number): void {
		this.peopleInARow += 1;
		if (this.peopleInARow < PEOPLE_IN_A_ROW || this.beganAt !== undefined) return;
		this.beganAt = now;
		this.nextTestAt = now + timing.outageRestMs;
	}
}

/** The code of whoever was not sent because of an outage. */
export const OUTAGE = 'OUTAGE';

/** What somebody is told whom an outage kept from being sent. */
export function outageFailure(): Failure {
	return {
		message: 'Not tried: Feishu does not answer',
		code: OUTAGE,
		category: 'network',
		retryable: true,
		hint: 'Many requests before this one met no answer or internal errors of Feishu, so this one was not sent. Run this item again once Feishu answers.',
		attempts: 0,
	};
}

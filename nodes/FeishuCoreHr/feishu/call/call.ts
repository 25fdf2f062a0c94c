/** Asks Feishu until there is a definite answer, or none to be had. */
import type { Verdict } from '../answers/judge';
import type { Caller } from '../caller/caller';
import { monotonicNow } from '../core/clock';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { OUTAGE } from '../quota/outage';
import { attempt, laneOf } from './attempt';
import type { Endpoint, Question } from './endpoint';
import { Tries } from './retry';

/** How a write ends once sending alone settles nothing more. */
export type Settlement<T> =
	| { kind: 'final'; result: Result<T> }
	/** It has certainly not happened, although Feishu's answer says it cannot: worth one more try. */
	| { kind: 'again'; failure: Failure };

/** Where a write stands when no more is sent. */
export interface Doubt {
	/** When the last attempt that left a doubt ended, by `monotonicNow()`; where none did, when the last attempt ended. */
	since: number;
	/** Whether it may have been carried out although no answer says so: the gravest of all attempts. */
	applied: Verdict['applied'];
	/** In which tenant, as `tenantOf` names it. */
	tenant: string;
}

/** Finds out what became of a write that did not succeed by its own answer. */
export type Settle<T> = (failure: Failure, doubt: Doubt) => Promise<Settlement<T>>;

export async function call<T>(
	caller: Caller,
	endpoint: Endpoint<T>,
	question: Question,
	settle: Settle<T> = async (failure) => ({ kind: 'final', result: fail(failure) }),
): Promise<Result<T>> {
	const { session } = caller;
	const { purpose = 'read' } = question;
	const tries = new Tries(session);
	let attempts = 0;
	let doubt: Doubt | undefined;
	let last: Verdict | undefined;
	const isAbandoned = () => {
		const isBegun = purpose === 'settle' || (purpose === 'change' && attempts > 0);
		return session.signal?.aborted === true || (session.stopped && !isBegun);
	};
	for (;;) {
		// What is in doubt in one tenant is not sent to another.
		const tenant = doubt !== undefined && isInDoubt(doubt) ? doubt.tenant : question.tenant;
		const latest = await attempt(caller, endpoint, question, isAbandoned, tenant);
		if (latest.sent) attempts += 1;
		if (latest.verdict === undefined) return succeed(latest.value);
		const isOutage = latest.verdict.failure.code === OUTAGE;
		// Whoever was sent before the outage was noticed is told what became of that.
		const verdict: Verdict =
			isOutage && last !== undefined ? { ...last, cure: 'none', applied: 'no' } : latest.verdict;
		last = verdict;
		doubt = addDoubt(doubt, verdict.applied, latest.tenant);
		if (await tries.again(verdict.cure)) continue;
		if (!isOutage && isUnanswered(verdict)) laneOf(latest.tenant, endpoint.api).unreachable();
		const settlement = await settle({ ...verdict.failure, attempts }, doubt);
		if (settlement.kind === 'final') return settlement.result;
		if (!(await tries.again('retry'))) return fail(settlement.failure);
	}
}

/** Feishu did not answer, or not as it should. What n8n's own rules stop says nothing about Feishu. */
function isUnanswered({ failure: { category, retryable } }: Verdict): boolean {
	return retryable && (category === 'network' || category === 'service');
}

function isInDoubt({ applied }: Doubt): boolean {
	return applied !== 'no';
}

function addDoubt(earlier: Doubt | undefined, applied: Verdict['applied'], tenant: string): Doubt {
	if (earlier !== undefined && isInDoubt(earlier) && applied === 'no') return earlier;
	return {
		since: monotonicNow(),
		applied: earlier?.applied === 'maybe' ? 'maybe' : applied,
		tenant,
	};
}

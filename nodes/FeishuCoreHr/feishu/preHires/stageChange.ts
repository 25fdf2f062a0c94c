/** A change of one person's stage that must happen exactly once, also when answers get lost. */
import type { IDataObject } from 'n8n-workflow';

import { call, type Doubt, type Settlement } from '../call/call';
import type { Endpoint } from '../call/endpoint';
import { WRONG_STAGE_CODE } from './codes/common';
import type { NamedEntry } from '../answers/codeTable';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { lookUpStage } from './stageLookup';
import type { Reply } from '../http/reply';
import { SEARCH_SCOPES } from './searchPreHires';
import type { Caller } from '../caller/caller';
import { monotonicNow } from '../core/clock';
import { timing } from '../core/timing';

/** A call that moves a person from one stage to another. */
export interface StageChange {
	endpoint: Endpoint<Written>;
	/** What search shows once it has happened. */
	after: ReadonlySet<string>;
	/** What search shows as long as it has not. */
	before: ReadonlySet<string>;
	/** `restored`, `withdrawn`: the end of "it is not known whether this pre-hire was …". */
	participle: string;
	/** What to do about a person of whom nothing is known. */
	whenUnknown: string;
	/** What the next run makes of a change that Feishu carries out later. */
	whenLate: string;
}

/** One person. */
export interface PreHireInTenant {
	/** Digits. */
	preHireId: string;
	/** Where the person was found, as `tenantOf` names it; undefined where the ID was given. */
	tenant?: string | undefined;
}

export interface Written {
	/** `now`: by this call. `already`: the person was there before. */
	when: 'now' | 'already';
	/** True where search, not the call's own answer, says so. */
	confirmedBySearch: boolean;
	logId?: string;
}

/** Done only where `data.success` is true: code 0 alone does not say so. */
export function readWritten(data: IDataObject, reply: Reply): Written | undefined {
	if (data.success !== true) return undefined;
	return {
		when: 'now',
		confirmedBySearch: false,
		...(reply.logId !== undefined && { logId: reply.logId }),
	};
}

/** Code 0 without `success: true`: this is never believed, in neither direction. */
export const SUCCESS_NOT_REPORTED: NamedEntry = {
	code: 'SUCCESS_NOT_REPORTED',
	title: 'Feishu accepted the request but did not report success',
	category: 'unknown',
	hint: 'Open the person in Feishu People to see the current stage, then decide whether to run this item again.',
};

/** `acceptAlready`: a person who is in the wanted stage already counts as a success. */
export async function changeStage(
	caller: Caller,
	change: StageChange,
	{ preHireId, tenant }: PreHireInTenant,
	body: Record<string, unknown>,
	acceptAlready: boolean,
): Promise<Result<Written>> {
	const settle = async (failure: Failure, doubt: Doubt) => {
		const isWrongStage = failure.code === WRONG_STAGE_CODE;
		if (doubt.applied === 'no' && !(acceptAlready && isWrongStage)) return final(fail(failure));
		if (caller.session.signal?.aborted) {
			return final(fail(doubt.applied === 'maybe' ? unknownOutcome(change, failure) : failure));
		}
		// What a 1161129 contradicts may have been carried out just before it, long after the answer was lost.
		const since = isWrongStage ? monotonicNow() : doubt.since;
		const stage = await lookUpStage(caller, preHireId, { ...doubt, since });
		return settleByStage(change, failure, doubt, stage);
	};
	const question = { body, preHireId, tenant, purpose: 'change' } as const;
	return await call(caller, change.endpoint, question, settle);
}

function settleByStage(
	change: StageChange,
	failure: Failure,
	doubt: Doubt,
	stage: Result<string>,
): Settlement<Written> {
	if (!stage.ok) return final(fail(unchecked(change, failure, doubt, stage.failure)));
	if (change.after.has(stage.value)) {
		const when = doubt.applied === 'no' ? 'already' : 'now';
		return final(succeed({ when, confirmedBySearch: true }));
	}
	if (!change.before.has(stage.value)) {
		return final(fail(otherStage(change, failure, stage.value)));
	}
	if (failure.code === WRONG_STAGE_CODE) {
		return { kind: 'again', failure: disputed(failure, stage.value) };
	}
	return final(fail(doubt.applied === 'maybe' ? notSeen(change, failure) : failure));
}

function final(result: Result<Written>): Settlement<Written> {
	return { kind: 'final', result };
}

/** Search has caught up with everything that was sent and does not show the change: Feishu may still carry it out. */
function notSeen({ whenLate }: StageChange, failure: Failure): Failure {
	const seconds = Math.max(1, Math.round(timing.searchLagMs / 1_000));
	return {
		...failure,
		hint: `${failure.hint} Feishu’s search did not show the change ${seconds} ${seconds === 1 ? 'second' : 'seconds'} later. ${whenLate}`,
	};
}

/** Search shows a stage in which Feishu should have carried the change out. */
function disputed(failure: Failure, stage: string): Failure {
	return {
		...failure,
		hint: `Feishu’s search shows this person as “${stage}”, so the refusal and the search disagree. Open the person in Feishu People. If “${stage}” is right, run this item again later; if it stays, give the log_id to Feishu support.`,
	};
}

/** Search shows a stage that this change neither starts from nor leads to. */
function otherStage(change: StageChange, failure: Failure, stage: string): Failure {
	const entry = change.endpoint.codes.get(WRONG_STAGE_CODE);
	if (entry === undefined || failure.code === WRONG_STAGE_CODE) return failure;
	return {
		message: entry.title,
		code: 'WRONG_STAGE',
		category: entry.category,
		retryable: false,
		hint: entry.hint,
		stage,
		...(failure.attempts !== undefined && { attempts: failure.attempts }),
	};
}

function unknownOutcome(change: StageChange, failure: Failure, unasked?: Failure): Failure {
	return {
		...failure,
		message: `It is not known whether this pre-hire was ${change.participle}`,
		category: 'unknown_outcome',
		retryable: false,
		hint: `The last thing heard was: ${failure.message}. ${change.whenUnknown}${explainUnasked(unasked)}`,
		...scopesOf(unasked),
	};
}

/** Where the person stands now could not be found out. */
function unchecked(change: StageChange, failure: Failure, doubt: Doubt, unasked: Failure): Failure {
	if (doubt.applied === 'maybe') return unknownOutcome(change, failure, unasked);
	return failure.code === WRONG_STAGE_CODE ? uncheckedStage(failure, unasked) : failure;
}

/** Feishu says the stage is wrong, and whether it is the wanted one could not be found out. */
function uncheckedStage(failure: Failure, unasked: Failure): Failure {
	return {
		...failure,
		hint: `${failure.hint}${explainUnasked(unasked)}`,
		...scopesOf(unasked),
	};
}

function explainUnasked(unasked: Failure | undefined): string {
	if (unasked === undefined) return '';
	if (unasked.category === 'permission') {
		return ` With the scope ${SEARCH_SCOPES[0]} this node would have looked up where the person stands now.`;
	}
	return ` Looking up where the person stands now failed too: ${unasked.message}.`;
}

function scopesOf(unasked: Failure | undefined): Pick<Failure, 'missing_scopes' | 'fix_url'> {
	return {
		...(unasked?.missing_scopes !== undefined && { missing_scopes: unasked.missing_scopes }),
		...(unasked?.fix_url !== undefined && { fix_url: unasked.fix_url }),
	};
}

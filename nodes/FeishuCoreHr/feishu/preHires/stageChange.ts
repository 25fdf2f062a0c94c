/** A change of one person's stage that must happen exactly once, also when answers get lost. */
import type { IDataObject } from 'n8n-workflow';

import { call, type Doubt, type Endpoint, type Settlement } from '../call/call';
import { WRONG_STAGE_CODE } from './codes/common';
import type { NamedEntry } from '../answers/codeTable';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { askOnboardingStatus } from './onboardingStatus';
import type { Reply } from '../http/reply';
import { SEARCH_SCOPES } from './searchPreHires';
import type { Identity, Session } from '../caller/session';

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
	session: Session,
	identity: Identity,
	change: StageChange,
	preHireId: string,
	body: Record<string, unknown>,
	acceptAlready: boolean,
): Promise<Result<Written>> {
	const settle = async (failure: Failure, doubt: Doubt | undefined) => {
		const asksForAlready = acceptAlready && failure.code === WRONG_STAGE_CODE;
		if (doubt === undefined && !asksForAlready) return final(fail(failure));
		if (session.signal?.aborted) {
			return final(fail(doubt?.applied === 'maybe' ? unknownOutcome(change, failure) : failure));
		}
		// What a 1161129 contradicts may have been carried out just before it, long after the answer was lost.
		const since = failure.code === WRONG_STAGE_CODE ? Date.now() : (doubt?.since ?? Date.now());
		const status = await askOnboardingStatus(session, identity, preHireId, change.before, since);
		return weigh(change, failure, doubt, status);
	};
	return await call(
		session,
		identity,
		change.endpoint,
		{ body, preHireId, isChange: true },
		settle,
	);
}

function weigh(
	change: StageChange,
	failure: Failure,
	doubt: Doubt | undefined,
	status: Result<string>,
): Settlement<Written> {
	if (!status.ok) return final(fail(unchecked(change, failure, doubt, status.failure)));
	if (change.after.has(status.value)) {
		const when = doubt === undefined ? 'already' : 'now';
		return final(succeed({ when, confirmedBySearch: true }));
	}
	if (!change.before.has(status.value))
		return final(fail(otherStage(change, failure, status.value)));
	return failure.code === WRONG_STAGE_CODE
		? { kind: 'again', failure: disputed(failure, status.value) }
		: final(fail(failure));
}

function final(result: Result<Written>): Settlement<Written> {
	return { kind: 'final', result };
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
function unchecked(
	change: StageChange,
	failure: Failure,
	doubt: Doubt | undefined,
	unasked: Failure,
): Failure {
	if (doubt?.applied === 'maybe') return unknownOutcome(change, failure, unasked);
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

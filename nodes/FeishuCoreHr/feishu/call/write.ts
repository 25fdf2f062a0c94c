/** A write that must happen exactly once, also when answers get lost. Restore, Withdraw and all others are data for it. */
import type { IDataObject } from 'n8n-workflow';

import type { CodeEntry, NamedEntry } from '../answers/codeTable';
import type { Caller } from '../caller/caller';
import { monotonicNow } from '../core/clock';
import { fail, succeed, type Failure, type Result, type SubjectFacts } from '../core/failure';
import type { Reply } from '../http/reply';
import { call, type Doubt, type Settle, type Settlement } from './call';
import type { Endpoint, Question } from './endpoint';

/** Whom, or what, a write is about. */
export interface Subject {
	/** Tells subjects of one tenant apart. n8n saves it with the execution: no secret is in it. */
	key: string;
	/** Names it in items and failures. */
	facts: SubjectFacts;
	/** Where it was found, as `tenantOf` names it; undefined where it was given. */
	tenant?: string | undefined;
}

/** How a write ended well. */
export interface Written {
	/** `now`: by this call. `already`: its subject was in the wanted state before. */
	when: 'now' | 'already';
	/** What says so where it is not the call's own answer. */
	confirmedBy?: 'search' | 'task_list';
	logId?: string;
	/** What the answer tells besides, for the success item. */
	facts?: IDataObject;
}

export interface Write {
	endpoint: Endpoint<Written>;
	/** `this pre-hire was restored`: the end of "It is not known whether …". */
	whether: string;
	/** What to do where nothing is known of the outcome. */
	whenUnknown: string;
	/** How a doubt is settled that trying again has not settled. Undefined: sending the same again is harmless and settles it. */
	states?: States;
}

/** The states of a subject, for a write that leads from one to another. */
export interface States {
	/** Where the subject stands. A failure where that cannot be found out. */
	ask(caller: Caller, subject: Subject, doubt: Doubt): Promise<Result<string>>;
	/** What is seen once the write has happened. */
	after: ReadonlySet<string>;
	/** What is seen as long as it has not. */
	before: ReadonlySet<string>;
	/** Feishu's codes for a subject in a state that does not allow the write, and so for one that is sent a second time. */
	refusals: ReadonlySet<number>;
	/** What describes a subject in a state that is in neither set: the write has not happened. Undefined: such a state tells nothing. */
	elsewhere: CodeEntry | undefined;
	/** Names who answers, as `Written.confirmedBy` does. */
	witness: NonNullable<Written['confirmedBy']>;
	/** How late the answer shows a change, in milliseconds. */
	lagMs(): number;
	/** Lets the app ask. */
	scope: string;
	/** What the next run makes of a write that Feishu carries out later. */
	whenLate: string;
}

export interface WriteRequest {
	subject: Subject;
	question: Omit<Question, 'purpose' | 'tenant'>;
	/** A subject that is in the wanted state already counts as a success. */
	acceptAlready?: boolean;
}

export async function write(
	caller: Caller,
	what: Write,
	{ subject, question, acceptAlready = false }: WriteRequest,
): Promise<Result<Written>> {
	const { states } = what;
	const settle: Settle<Written> = async (failure, doubt) => {
		const isRefused = states?.refusals.has(Number(failure.code)) === true;
		if (doubt.applied === 'no' && !(acceptAlready && isRefused)) return final(fail(failure));
		if (states === undefined || caller.session.signal?.aborted) {
			return final(fail(doubt.applied === 'maybe' ? unknownOutcome(what, failure) : failure));
		}
		// What such a refusal contradicts may have been carried out just before it, long after the answer was lost.
		const since = isRefused ? monotonicNow() : doubt.since;
		const state = await states.ask(caller, subject, { ...doubt, since });
		return settleByState({ what, states, failure, doubt, isRefused }, state);
	};
	const { tenant } = subject;
	return await call(caller, what.endpoint, { ...question, tenant, purpose: 'change' }, settle);
}

/** Done only where `data.success` is true: code 0 alone does not say so. */
export function readSuccess(data: IDataObject, reply: Reply): Written | undefined {
	return data.success === true ? writtenNow(reply) : undefined;
}

/** By the call's own answer. */
export function writtenNow({ logId }: Reply, facts?: IDataObject): Written {
	return {
		when: 'now',
		...(logId !== undefined && { logId }),
		...(facts !== undefined && { facts }),
	};
}

/** Code 0 without `success: true`: this is never believed, in neither direction. */
export const SUCCESS_NOT_REPORTED: NamedEntry = {
	code: 'SUCCESS_NOT_REPORTED',
	title: 'Feishu accepted the request but did not report success',
	category: 'unknown',
	hint: 'Open the person in Feishu People to see the current stage, then decide whether to run this item again.',
};

/** A write that has not succeeded by its own answer. */
interface Open {
	what: Write;
	states: States;
	failure: Failure;
	doubt: Doubt;
	/** Feishu says that the subject's state does not allow it. */
	isRefused: boolean;
}

function settleByState(open: Open, state: Result<string>): Settlement<Written> {
	const { states, failure, doubt, isRefused } = open;
	if (!state.ok) return final(fail(unchecked(open, state.failure)));
	if (states.after.has(state.value)) {
		const when = doubt.applied === 'no' ? 'already' : 'now';
		return final(succeed({ when, confirmedBy: states.witness }));
	}
	if (!states.before.has(state.value)) return final(fail(elsewhere(open, state.value)));
	if (isRefused) return { kind: 'again', failure: disputed(open, state.value) };
	return final(fail(doubt.applied === 'maybe' ? notSeen(states, failure) : failure));
}

function final(result: Result<Written>): Settlement<Written> {
	return { kind: 'final', result };
}

/** Whoever was asked has caught up with everything that was sent and does not show the change: Feishu may still carry it out. */
function notSeen(states: States, failure: Failure): Failure {
	const seconds = Math.max(1, Math.round(states.lagMs() / 1_000));
	return {
		...failure,
		hint: `${failure.hint} Feishu’s ${WITNESSES[states.witness].name} did not show the change ${seconds} ${seconds === 1 ? 'second' : 'seconds'} later. ${states.whenLate}`,
	};
}

const WITNESSES: Readonly<Record<States['witness'], { name: string; subject: string }>> = {
	search: { name: 'search', subject: 'person' },
	task_list: { name: 'list of the person’s tasks', subject: 'task' },
};

/** The state is one in which Feishu should have carried the write out. */
function disputed({ states, failure }: Open, state: string): Failure {
	const { name, subject } = WITNESSES[states.witness];
	return {
		...failure,
		hint: `Feishu’s ${name} shows this ${subject} as “${state}”, so the refusal and the ${name} disagree. Open the person in Feishu People. If “${state}” is right, run this item again later; if it stays, give the log_id to Feishu support.`,
	};
}

/** The state is one that this write neither starts from nor leads to. */
function elsewhere({ what, states, failure, doubt, isRefused }: Open, stage: string): Failure {
	const entry = states.elsewhere;
	if (entry === undefined && doubt.applied === 'maybe') {
		const { name, subject } = WITNESSES[states.witness];
		const unknown = unknownOutcome(what, failure);
		return {
			...unknown,
			hint: `${unknown.hint} Feishu’s ${name} shows the ${subject} as “${stage}”.`,
		};
	}
	if (entry === undefined || isRefused) return failure;
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

function unknownOutcome(what: Write, failure: Failure, failedLookUp?: Failure): Failure {
	return {
		...failure,
		message: `It is not known whether ${what.whether}`,
		category: 'unknown_outcome',
		retryable: false,
		hint: `The last thing heard was: ${failure.message}. ${what.whenUnknown}${explainFailedLookUp(what, failedLookUp)}`,
		...scopesOf(failedLookUp),
	};
}

/** Where the subject stands now could not be found out. */
function unchecked({ what, failure, doubt, isRefused }: Open, failedLookUp: Failure): Failure {
	if (doubt.applied === 'maybe') return unknownOutcome(what, failure, failedLookUp);
	if (!isRefused) return failure;
	return {
		...failure,
		hint: `${failure.hint}${explainFailedLookUp(what, failedLookUp)}`,
		...scopesOf(failedLookUp),
	};
}

function explainFailedLookUp({ states }: Write, failedLookUp: Failure | undefined): string {
	if (failedLookUp === undefined || states === undefined) return '';
	if (failedLookUp.category === 'permission') {
		return ` With the scope ${states.scope} this node would have looked up where the person stands now.`;
	}
	return ` Looking up where the person stands now failed too: ${failedLookUp.message}.`;
}

function scopesOf(failedLookUp: Failure | undefined): Pick<Failure, 'missing_scopes' | 'fix_url'> {
	return {
		...(failedLookUp?.missing_scopes !== undefined && {
			missing_scopes: failedLookUp.missing_scopes,
		}),
		...(failedLookUp?.fix_url !== undefined && { fix_url: failedLookUp.fix_url }),
	};
}

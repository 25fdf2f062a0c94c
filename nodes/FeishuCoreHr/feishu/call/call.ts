/** Asks Feishu until there is a definite answer, or none to be had. */
import type { IDataObject } from 'n8n-workflow';

import { attempt, secretsInvolved } from './attempt';
import { cleanText } from '../core/cleanText';
import type { CodeTable, NamedEntry } from '../answers/codeTable';
import { cancelledFailure, fail, succeed, type Failure, type Result } from '../core/failure';
import { judge, judgeContradiction, type Verdict } from '../answers/judge';
import { readObject, type Reply } from '../http/reply';
import { Tries } from './retry';
import type { Identity, Session } from '../caller/session';
import { dropToken, trustToken } from '../tokens/tokens';

/** One of Feishu's calls: where it is, what its codes mean, what its success looks like. */
export interface Endpoint<T> {
	/** Names the quota lane and the log lines. */
	api: string;
	method: 'GET' | 'POST';
	path: string;
	codes: CodeTable;
	/** What it means that Feishu accepts the call and the reply does not hold what it promises. */
	contradiction: NamedEntry;
	/** Undefined = the reply does not hold what the call promises. */
	readData(data: IDataObject, reply: Reply): T | undefined;
}

export interface Question {
	query?: Record<string, string | number>;
	body?: Record<string, unknown>;
	/** Whom it is about, for the log. */
	preHireId?: string;
	/** A stopped run does not begin it. */
	isChange?: boolean;
}

/** How a write ends once sending alone settles nothing more. */
export type Settlement<T> =
	| { kind: 'final'; result: Result<T> }
	/** It has certainly not happened, although Feishu's answer says it cannot: worth one more try. */
	| { kind: 'again'; failure: Failure };

/** A write may have been carried out although no answer says so. */
export interface Doubt {
	/** Epoch ms of the last send that left a doubt. */
	since: number;
	/** The gravest of all sends. */
	applied: 'unlikely' | 'maybe';
}

/** Finds out what became of a write. `doubt` is undefined where every answer was definite. */
export type Settle<T> = (failure: Failure, doubt: Doubt | undefined) => Promise<Settlement<T>>;

export async function call<T>(
	session: Session,
	identity: Identity,
	endpoint: Endpoint<T>,
	question: Question,
	settle: Settle<T> = async (failure) => ({ kind: 'final', result: fail(failure) }),
): Promise<Result<T>> {
	const tries = new Tries(session);
	let attempts = 0;
	let doubt: Doubt | undefined;
	for (;;) {
		const begun = attempts > 0 || !question.isChange;
		const isOver = () => session.signal?.aborted === true || (session.stopped && !begun);
		const step = await ask(session, identity, endpoint, question, isOver);
		if (step.sent) attempts += 1;
		const { verdict } = step;
		if (verdict === undefined) return succeed(step.value);
		doubt = addDoubt(doubt, verdict.applied);
		if (await tries.again(verdict.cure)) continue;
		const settlement = await settle({ ...verdict.failure, attempts }, doubt);
		if (settlement.kind === 'final') return settlement.result;
		if (!(await tries.again('retry'))) return fail(settlement.failure);
	}
}

function addDoubt(earlier: Doubt | undefined, applied: Verdict['applied']): Doubt | undefined {
	if (applied === 'no') return earlier;
	return { since: Date.now(), applied: earlier?.applied === 'maybe' ? 'maybe' : applied };
}

type Step<T> =
	| { sent: boolean; value: T; verdict?: undefined }
	| { sent: boolean; value?: undefined; verdict: Verdict };

async function ask<T>(
	session: Session,
	identity: Identity,
	endpoint: Endpoint<T>,
	{ preHireId, query, body }: Question,
	isOver: () => boolean,
): Promise<Step<T>> {
	const { method, path, api } = endpoint;
	const content = { ...(query !== undefined && { query }), ...(body !== undefined && { body }) };
	const outcome = await attempt(session, identity, api, { method, path, ...content }, isOver);
	if (outcome.kind === 'cancelled') return { sent: false, verdict: cancelled() };
	if (outcome.kind === 'failed') {
		return { sent: false, verdict: { failure: outcome.failure, cure: 'none', applied: 'no' } };
	}
	const { sent, sentAt, token, slot } = outcome;
	const secrets = secretsInvolved(identity, token);
	if (sent.reply?.logId !== undefined) sent.reply.logId = cleanText(sent.reply.logId, secrets);
	const judged = judge(sent, endpoint.codes, secrets, undefined, identity.account);
	if (sent.reply === undefined) slot.unanswered();
	else if (judged.verdict?.cure === 'rest') slot.refused(secondsToMs(sent.reply.resetSeconds));
	else slot.answered();
	if (judged.verdict?.cure === 'token') dropToken(identity.account, token, sentAt);
	else if (sent.reply?.body !== undefined) trustToken(identity.account);
	session.log({
		api,
		...(preHireId !== undefined && { pre_hire_id: preHireId }),
		code: judged.verdict?.failure.code ?? 0,
		...(sent.reply?.logId !== undefined && { log_id: sent.reply.logId }),
	});
	if (judged.verdict !== undefined) return { sent: true, verdict: judged.verdict };
	const value = endpoint.readData(readObject(judged.accepted.body?.data), judged.accepted);
	if (value !== undefined) return { sent: true, value };
	return {
		sent: true,
		verdict: judgeContradiction(endpoint.contradiction, judged.accepted, secrets),
	};
}

function secondsToMs(seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : seconds * 1_000;
}

function cancelled(): Verdict {
	return { failure: cancelledFailure(), cure: 'none', applied: 'no' };
}

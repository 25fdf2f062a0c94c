/** Turns what came back from Feishu into a verdict: done, or failed, and what would help. */
import type { App, CodeEntry, CodeTable, NamedEntry } from './codeTable';
import { SERVER_ERROR, TOO_MANY_REQUESTS } from './commonCodes';
import { GATEWAY_CODES, TOKEN_CODES } from './gatewayCodes';
import { INTERNAL_ERROR_CODES } from './internalErrors';
import { lostFailure } from './lostFailure';
import { replyFailure } from './replyFailure';
import { isRetryable, type Failure } from '../core/failure';
import type { Lost } from '../http/lost';
import type { Reply } from '../http/reply';
import type { Sent } from '../http/send';

export interface Verdict {
	failure: Failure;
	/** What could make the same request succeed: a fresh token, a place in a later window, another try, or nothing. */
	cure: 'token' | 'waitForQuota' | 'retry' | 'none';
	/** Whether a write may have happened all the same. `unlikely`: Feishu refuses, and nothing says that this is final. */
	applied: 'no' | 'unlikely' | 'maybe';
	/** True where the rest of the run would get the same answer from the same API. */
	holdsForRun?: boolean;
}

/** Feishu accepted the request, which is not yet success: the endpoint looks at the reply's `data`. */
export type Judged = { accepted: Reply; verdict?: undefined } | { verdict: Verdict };

/**
 * Decides by Feishu's code, whatever the HTTP status.
 * `unlisted` describes a code that neither the endpoint's table nor the gateway's knows; `app` is who called.
 */
export function judge(
	sent: Sent,
	codes: CodeTable,
	secrets: readonly string[],
	unlisted: CodeEntry = REFUSED,
	app?: App,
): Judged {
	if (sent.lost !== undefined) return { verdict: judgeLost(sent.lost, secrets) };
	const { body } = sent.reply;
	if (body === undefined) return { verdict: judgeForeign(sent.reply, secrets) };
	if (body.code === 0) return { accepted: sent.reply };
	const listed =
		codes.get(body.code) ??
		GATEWAY_CODES.get(body.code) ??
		INTERNAL_ERROR_CODES.get(body.code) ??
		entryByStatus(sent.reply.status);
	const failure = replyFailure(listed ?? unlisted, body.code, sent.reply, secrets, app);
	if (listed !== undefined) {
		const holdsForRun = listed.holdsForRun === true;
		return { verdict: { failure, ...cureOf(listed, body.code), holdsForRun } };
	}
	// Nobody says that such a refusal means that nothing was done.
	return { verdict: { failure, cure: 'none', applied: 'unlikely' } };
}

/** Feishu's code 0 with a body that does not say what the endpoint promises. */
export function judgeContradiction(
	entry: NamedEntry,
	reply: Reply,
	secrets: readonly string[],
): Verdict {
	return {
		failure: replyFailure(entry, entry.code, reply, secrets),
		cure: isRetryable(entry.category) ? 'retry' : 'none',
		applied: 'maybe',
	};
}

function judgeLost(lost: Lost, secrets: readonly string[]): Verdict {
	const failure = lostFailure(lost, secrets);
	return {
		failure,
		cure: failure.retryable && lost.code !== 'CANCELLED' ? 'retry' : 'none',
		applied: lost.arrived === 'maybe' ? 'maybe' : 'no',
		holdsForRun: lost.code === 'REQUEST_BLOCKED',
	};
}

function judgeForeign(reply: Reply, secrets: readonly string[]): Verdict {
	if (reply.status === 429) {
		const failure = replyFailure(TOO_MANY_REQUESTS, 'NOT_FEISHU_JSON', reply, secrets);
		return { failure, cure: 'waitForQuota', applied: 'no' };
	}
	const entry: CodeEntry = {
		title: `The answer (HTTP ${reply.status}) does not come from Feishu’s API`,
		category: 'service',
		hint: 'Check the Environment in the credential and whether a proxy answers in Feishu’s place. If both are right, run this item again later.',
	};
	return {
		failure: replyFailure(entry, 'NOT_FEISHU_JSON', reply, secrets),
		cure: 'retry',
		applied: 'maybe',
	};
}

function cureOf(entry: CodeEntry, code: number): Pick<Verdict, 'cure' | 'applied'> {
	if (TOKEN_CODES.has(code)) return { cure: 'token', applied: 'no' };
	if (entry.retryable === false) return { cure: 'none', applied: 'no' };
	switch (entry.category) {
		case 'rate_limit':
			return { cure: 'waitForQuota', applied: 'no' };
		case 'conflict':
			return { cure: 'retry', applied: 'unlikely' };
		case 'service':
			return { cure: 'retry', applied: 'maybe' };
		default:
			return { cure: 'none', applied: 'no' };
	}
}

const REFUSED: CodeEntry = {
	title: 'Feishu refused the request',
	category: 'unknown',
	hint: 'Look the code up in Feishu’s error code list, or give the log_id to Feishu support.',
};

/** Of a code that no table lists some HTTP statuses still tell what it is. */
function entryByStatus(status: number): CodeEntry | undefined {
	if (status === 429) return TOO_MANY_REQUESTS;
	return status >= 500 ? SERVER_ERROR : undefined;
}

/** Turns what came back from Feishu into a verdict: done, or failed, and what would help. */
import type { App, CodeEntry, CodeTable, NamedEntry } from './codeTable';
import { SERVER_ERROR, TOO_MANY_REQUESTS } from './commonCodes';
import { GATEWAY_CODES, TOKEN_CODES } from './gatewayCodes';
import { replyFailure } from './replyFailure';
import { isRetryable, type Failure } from '../core/failure';
import type { Reply } from '../http/reply';
import type { Lost, Sent } from '../http/send';

export interface Verdict {
	failure: Failure;
	/** What could make the same request succeed: a fresh token, a rest of the lane, another try, or nothing. */
	cure: 'token' | 'rest' | 'retry' | 'none';
	/** Whether a write may have happened all the same. `unlikely`: Feishu says not, and a later answer may contradict it. */
	applied: 'no' | 'unlikely' | 'maybe';
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
	if (sent.lost !== undefined) return { verdict: judgeLost(sent.lost) };
	const { body } = sent.reply;
	if (body === undefined) return { verdict: judgeForeign(sent.reply, secrets) };
	if (body.code === 0) return { accepted: sent.reply };
	const entry =
		codes.get(body.code) ??
		GATEWAY_CODES.get(body.code) ??
		entryByStatus(sent.reply.status) ??
		unlisted;
	const failure = replyFailure(entry, body.code, sent.reply, secrets, app);
	return { verdict: { failure, ...cureOf(entry, body.code) } };
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

function judgeLost(lost: Lost): Verdict {
	const words = LOST_WORDS[lost.code];
	return {
		failure: {
			message: words.title,
			code: lost.code,
			category: 'network',
			retryable: true,
			hint: words.hint,
			attempts: 0,
		},
		cure: lost.code === 'CANCELLED' ? 'none' : 'retry',
		applied: lost.arrived === 'maybe' ? 'maybe' : 'no',
	};
}

const LOST_WORDS: Readonly<Record<Lost['code'], { title: string; hint: string }>> = {
	UNREACHABLE: {
		title: 'Feishu cannot be reached',
		hint: 'Check that this n8n reaches the host in the credential’s Environment (network, proxy, firewall), then run this item again.',
	},
	TIMEOUT: {
		title: 'Feishu did not answer in time',
		hint: 'Run this item again later. If it happens often, raise Options > Timeout.',
	},
	CONNECTION_LOST: {
		title: 'The connection to Feishu broke',
		hint: 'Run this item again later. If it happens often, check the network and proxy between n8n and Feishu.',
	},
	CANCELLED: {
		title: 'The execution was cancelled while Feishu was working',
		hint: 'Run this item again.',
	},
};

function judgeForeign(reply: Reply, secrets: readonly string[]): Verdict {
	if (reply.status === 429) {
		const failure = replyFailure(TOO_MANY_REQUESTS, 'NOT_FEISHU_JSON', reply, secrets);
		return { failure, cure: 'rest', applied: 'no' };
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
			return { cure: 'rest', applied: 'no' };
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

/** A code that no table lists: some HTTP statuses still tell what it is. */
function entryByStatus(status: number): CodeEntry | undefined {
	if (status === 429) return TOO_MANY_REQUESTS;
	return status >= 500 ? SERVER_ERROR : undefined;
}

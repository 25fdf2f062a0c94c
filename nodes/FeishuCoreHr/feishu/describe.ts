/** Puts a refused request into the words of a code table, with the facts that the reply carries. */
import { cleanText } from './cleanText';
import { WRONG_STAGE_CODE } from './codes/common';
import type { CodeEntry } from './codes/entry';
import { isRetryable, type Failure } from './failure';
import { readObject, type FeishuBody, type Reply } from './reply';

/** A numeric code is Feishu's and stands in the message; a name of our own does not. */
export function describe(
	entry: CodeEntry,
	code: number | string,
	reply: Reply,
	secrets: readonly string[],
): Failure {
	const failure: Failure = {
		message: typeof code === 'number' ? `${entry.title} (${code})` : entry.title,
		code,
		category: entry.category,
		retryable: entry.retryable ?? isRetryable(entry.category),
		hint: entry.hint,
		http_status: reply.status,
		attempts: 0,
	};
	const words = cleanText(reply.body?.msg ?? '', secrets);
	if (words !== '') failure.feishu_message = words;
	if (reply.logId !== undefined) failure.log_id = cleanText(reply.logId, secrets);
	return { ...failure, ...readDetails(code, reply, secrets) };
}

const SCOPE_CODE = 99991672;

/** The facts that two codes carry inside their body. */
function readDetails(
	code: number | string,
	reply: Reply,
	secrets: readonly string[],
): Pick<Failure, 'stage' | 'missing_scopes' | 'fix_url'> {
	if (reply.body === undefined) return {};
	if (code === WRONG_STAGE_CODE) return readStage(reply.body.msg, secrets);
	if (code === SCOPE_CODE) return readScopes(reply.body, secrets);
	return {};
}

function readStage(message: string, secrets: readonly string[]): Pick<Failure, 'stage'> {
	const stage = /["“「『]([^"”」』]+)["”」』]/.exec(message)?.[1]?.trim();
	return stage === undefined || stage === '' ? {} : { stage: cleanText(stage, secrets) };
}

function readScopes(
	body: FeishuBody,
	secrets: readonly string[],
): Pick<Failure, 'missing_scopes' | 'fix_url'> {
	const violations = readObject(body.error).permission_violations;
	const scopes = (Array.isArray(violations) ? violations : [])
		.map((violation: unknown) => readObject(violation).subject)
		.filter((subject): subject is string => typeof subject === 'string' && subject !== '')
		.map((subject) => cleanText(subject, secrets));
	const url = /https:\/\/[^\s"'<>，。]+/.exec(body.msg)?.[0];
	return {
		...(scopes.length > 0 && { missing_scopes: scopes }),
		...(url !== undefined && { fix_url: cleanText(url, secrets) }),
	};
}

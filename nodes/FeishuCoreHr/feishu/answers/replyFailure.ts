/** Puts a refused request into the words of a code table, with the facts that the reply carries. */
import { cleanText } from '../core/cleanText';
import { isRetryable, type Failure } from '../core/failure';
import type { Reply } from '../http/reply';
import type { App, CodeEntry, Details } from './codeTable';

/** A numeric code is Feishu's and stands in the message; a name of our own does not. */
export function replyFailure(
	entry: CodeEntry,
	code: number | string,
	reply: Reply,
	secrets: readonly string[],
	app?: App,
): Failure {
	const {
		title = entry.title,
		furtherHint,
		...facts
	}: Details = (reply.body && entry.readDetails?.(reply.body, secrets, app)) ?? {};
	const failure: Failure = {
		message: typeof code === 'number' ? `${title} (${code})` : title,
		code,
		category: entry.category,
		retryable: entry.retryable ?? isRetryable(entry.category),
		hint: furtherHint === undefined ? entry.hint : `${entry.hint} ${furtherHint}`,
		http_status: reply.status,
		attempts: 0,
	};
	const words = cleanText(reply.body?.msg ?? '', secrets);
	if (words !== '') failure.feishu_message = words;
	if (entry.category === 'rate_limit' && reply.resetSeconds !== undefined) {
		failure.retryAfterMs = Math.ceil(reply.resetSeconds * 1_000);
	}
	if (reply.logId !== undefined) failure.log_id = cleanText(reply.logId, secrets);
	return { ...failure, ...facts };
}

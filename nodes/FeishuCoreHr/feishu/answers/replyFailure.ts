/** Puts a refused request into the words of a code table, with the facts that the reply carries. */
import { cleanText } from '../core/cleanText';
import { isRetryable, type Failure } from '../core/failure';
import type { Reply } from '../http/reply';
import type { CodeEntry } from './codeTable';

/** A numeric code is Feishu's and stands in the message; a name of our own does not. */
export function replyFailure(
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
	const details = reply.body === undefined ? {} : entry.readDetails?.(reply.body, secrets);
	return { ...failure, ...details };
}

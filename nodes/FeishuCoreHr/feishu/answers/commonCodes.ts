/** What many of Feishu's calls mean by the same thing. Each call's own table says which codes it uses. */
import type { CodeEntry } from './codeTable';

export const SERVER_ERROR: CodeEntry = {
	title: 'Feishu had an internal error',
	category: 'service',
	hint: 'Run this item again later. If it stays, give the log_id to Feishu support.',
};

export const SERVER_TIMEOUT: CodeEntry = {
	title: 'Feishu did not finish in time',
	category: 'service',
	hint: 'Run this item again later. If it stays, give the log_id to Feishu support.',
};

export const TOO_MANY_REQUESTS: CodeEntry = {
	title: 'Feishu People is receiving too many requests',
	category: 'rate_limit',
	hint: 'Lower Requests per Minute if other programs use the same app, then run the failed items again.',
};

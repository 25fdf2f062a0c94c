/** What went wrong with one item, in the names that builders see under `error`. */

/** The groups a workflow branches on. Codes and wording may grow, these stay. */
export type Category =
	| 'invalid_input'
	| 'headcount'
	| 'duplicate'
	| 'not_ready'
	| 'work_email'
	| 'permission'
	| 'not_found'
	| 'wrong_stage'
	| 'conflict'
	| 'rate_limit'
	| 'service'
	| 'authentication'
	| 'network'
	| 'unknown_outcome'
	| 'unknown';

/** Names what an item is about, in the names that items and failures have for it. */
export interface SubjectFacts {
	pre_hire_id?: string;
	/** The idempotency key of a person who may not exist yet. */
	external_id?: string;
	task_code?: string;
}

/** What is not known is left out, never null. */
export interface Failure extends SubjectFacts {
	/** One sentence without a full stop, Feishu's code in brackets where there is one. */
	message: string;
	/** Feishu's number, or an upper-case name of our own where Feishu reported nothing. */
	code: number | string;
	category: Category;
	/** Whether running the same item again later can help without anything being changed. */
	retryable: boolean;
	/** What to do next. */
	hint: string;
	/** Feishu's own words, cleaned and at most 500 characters. */
	feishu_message?: string;
	http_status?: number;
	/** The id that Feishu support asks for. */
	log_id?: string;
	/** How often the write, or for a read the request, was sent. 0 = nothing left this machine. Left out only where this node itself failed. */
	attempts?: number;
	missing_scopes?: string[];
	/** Feishu's page that applies for the missing scopes in one click. */
	fix_url?: string;
	/** The onboarding stage that the person is in, as Feishu words it. */
	stage?: string;
	/** Of a rate limit: how long Feishu asks to wait, in whole milliseconds. For n8n alone, not in items. */
	retryAfterMs?: number;
}

/** A value, or the failure that stands in its place. Failures travel as values up to n8n's edge. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function succeed<T>(value: T): Result<T> {
	return { ok: true, value };
}

export function fail(failure: Failure): { ok: false; failure: Failure } {
	return { ok: false, failure };
}

/** The execution was cancelled before there was an answer. */
export function cancelledFailure(): Failure {
	return {
		message: 'The execution was cancelled before this item was finished',
		code: 'CANCELLED',
		category: 'unknown',
		retryable: true,
		hint: 'Run this item again.',
		attempts: 0,
	};
}

/** The one place that names in a failure what it is about. */
export function about<T>(subject: SubjectFacts, result: Result<T>): Result<T> {
	return result.ok ? result : fail({ ...result.failure, ...subject });
}

/** Categories in which the same item can succeed later without anybody changing anything. */
const RETRYABLE: ReadonlySet<Category> = new Set([
	'conflict',
	'rate_limit',
	'service',
	'network',
] satisfies Category[]);

export function isRetryable(category: Category): boolean {
	return RETRYABLE.has(category);
}

/** A value that this node refuses before anything is sent. */
export function refuseInput(
	code: string,
	message: string,
	hint: string,
): { ok: false; failure: Failure } {
	return fail({ message, code, category: 'invalid_input', retryable: false, hint, attempts: 0 });
}

// The Feishu calls the simulator tells apart, and what each request leaves behind in the record.

/** One kind of call. `other` is every path that none of the others names. */
export type Api =
	| 'restore'
	| 'withdraw'
	| 'search'
	| 'scopes'
	| 'tenantToken'
	| 'appToken'
	| 'storeTenantToken'
	| 'appTicketResend'
	| 'other';

/** Every kind of call, for checking names that arrive as text. */
export const APIS: readonly Api[] = [
	'restore',
	'withdraw',
	'search',
	'scopes',
	'tenantToken',
	'appToken',
	'storeTenantToken',
	'appTicketResend',
	'other',
];

/** The request headers worth keeping. */
export interface RecordedHeaders {
	authorization?: string;
	'content-type'?: string;
	'user-agent'?: string;
}

/** One request as it arrived, completed with what became of it. */
export interface RecordedCall {
	api: Api;
	method: string;
	/** Path without the query string. */
	path: string;
	/** Arrival, epoch milliseconds. */
	at: number;
	/** The app that called, as far as its token or body tells. */
	appId?: string;
	/** The tenant called for, as far as the token or the body tells. */
	tenant?: string;
	/** The person the body is about. */
	preHireId?: string;
	/** The parsed JSON; text that is no JSON stays a string; absent when nothing was sent. */
	body?: unknown;
	query: Record<string, string>;
	headers: RecordedHeaders;
	/** What `X-Tt-Logid` said in the reply. */
	logId: string;
	/** HTTP status of the reply; absent while, or if, nothing was answered. */
	status?: number;
	/** Feishu's code in the reply; absent if the reply held none. */
	code?: number;
	/** The write changed the person's record. */
	applied: boolean;
	/** Kind of the fault that struck this call. */
	fault?: string;
}

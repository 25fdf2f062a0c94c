// The Feishu calls the simulator tells apart, and what each request leaves behind in the record.

/** Every kind of call. `other` is every path that none of the others names. */
export const APIS = [
	'restore',
	'withdraw',
	'search',
	'query',
	'create',
	'update',
	'delete',
	'complete',
	'transitTask',
	'transformTask',
	'preHiresV1',
	'flows',
	'departmentSearch',
	'departmentTree',
	'departmentParents',
	'departments',
	'departmentsV1',
	'companies',
	'employeeTypes',
	'locations',
	'jobs',
	'jobFamilies',
	'jobLevels',
	'jobGrades',
	'positions',
	'employeeSearch',
	'employees',
	'fieldOptions',
	'customFields',
	'customFieldObjects',
	'countries',
	'scopes',
	'scopesApply',
	'bot',
	'tenant',
	'application',
	'tenantToken',
	'appToken',
	'storeTenantToken',
	'appTicketResend',
	'other',
] as const;

/** One kind of call. */
export type Api = (typeof APIS)[number];

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
	/** The person the path or the body is about. */
	preHireId?: string;
	/** The idempotency key of a create. */
	outBizId?: string;
	/** The parsed JSON; text that is no JSON stays a string; absent when nothing was sent. */
	body?: unknown;
	/** Of a parameter sent several times, the last. */
	query: Record<string, string>;
	/** The query string as it was sent, without the question mark. */
	rawQuery: string;
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

// Faults: what can go wrong on demand, and which call each of them hits next.
import type { Api, RecordedCall } from '../server/api';

/** Whether the call does its work although its answer is spoilt, and when. */
export interface Work {
	/** The call does its work: a write changes the record, an exchange issues the token. */
	applied: boolean;
	/**
	 * With `applied`: the work is done this many milliseconds after the request arrived, whatever
	 * the client has been told by then and even if it has gone away. Absent: at once.
	 */
	afterMs?: number;
}

/** One thing that goes wrong with one call. */
export type Fault =
	/** Any code on demand, before any work unless `applied`; the status is the code's own unless given. */
	| ({ kind: 'refuse'; code: number; httpStatus?: number; msg?: string } & Partial<Work>)
	/** The connection is destroyed without an answer. */
	| ({ kind: 'cut' } & Work)
	/** No answer until the client goes away, or a normal one after `forMs` milliseconds. */
	| ({ kind: 'hang'; forMs?: number } & Work)
	/** A normal answer, `ms` milliseconds late. */
	| { kind: 'latency'; ms: number }
	/** A normal answer, its head at once and its body one byte every `everyMs` milliseconds. */
	| { kind: 'trickle'; everyMs: number }
	/** A gateway's HTML page; status 502 unless given. */
	| ({ kind: 'html'; status?: number } & Work)
	/** No body; status 200 unless given. */
	| ({ kind: 'empty'; status?: number } & Work)
	/** `404 page not found` as plain text. */
	| { kind: 'notFoundText' }
	/** 302 to another address, before any work. */
	| { kind: 'redirect'; to: string }
	/** A proxy on the way wants to know who asks: HTTP 407, an HTML page, Proxy-Authenticate. Feishu hears nothing. */
	| { kind: 'proxyRefusal' }
	/** Code 0 with `data.success: false`. */
	| ({ kind: 'successFalse' } & Work)
	/** Code 0 without `data`. */
	| ({ kind: 'noData' } & Work)
	/** The true answer declared as text/plain; where nothing is applied yet, a server error so declared. */
	| ({ kind: 'wrongContentType' } & Work)
	/** The first half of a JSON answer. */
	| ({ kind: 'truncatedJson' } & Work)
	/** A 5xx with that code: 503 for 1161204, else 500. */
	| ({ kind: 'serverError'; code: number } & Work)
	/** The gateway's (99991400) or CoreHR's (1161604) rate limit; seconds may be fractional. */
	| {
			kind: 'tooMany';
			code: 99991400 | 1161604;
			resetSeconds?: number;
			retryAfterSeconds?: number;
			status?: 429 | 400;
	  }
	/** A token code with HTTP 400. */
	| { kind: 'unauthorized'; code: number }
	/** 99991672 naming these scopes. */
	| { kind: 'missingScope'; scopes: string[] }
	/** A refusal whose `msg` repeats the Authorization header and the request's body. */
	| { kind: 'secretEcho' }
	/** Token endpoints: code 0 without a token. */
	| { kind: 'tokenMissing' }
	| PageFault;

/** What can be wrong with a page of a list; other answers pass unchanged. */
export type PageFault =
	/** Whatever token is sent, the first page comes back, with `has_more` and a token never seen before. */
	| { kind: 'endlessPages' }
	/** `has_more` is missing; `page_token` is there as ever. */
	| { kind: 'hasMoreMissing' }
	/** The first `rows` (default all) have `value` (default `""`) for an ID. */
	| { kind: 'blankIds'; value?: string; rows?: number }
	/** Every row stands on the page twice. */
	| { kind: 'repeatedRows' }
	/** `null`, a text, a number and a list stand before the rows, or with `instead` in their place. */
	| { kind: 'unreadableRows'; instead?: boolean };

/** What a fault plan is told about a call. */
export interface PlannedCall {
	api: Api;
	/** 1 for the first request to that API since the start or the last reset. */
	nth: number;
	preHireId?: string;
	/** The idempotency key of a create. */
	outBizId?: string;
}

/** Decides call by call; undefined leaves a call to the other faults. */
export type FaultPlan = (call: PlannedCall) => Fault | undefined;

interface Pending {
	fault: Fault;
	times: number;
}

/** The faults still to strike. A plan goes first, then faults about a person, then those of an API. */
export class FaultBook {
	private readonly ofApi = new Map<Api, Pending[]>();
	private readonly ofPerson = new Map<string, Pending[]>();
	private readonly requests = new Map<Api, number>();
	private plan: FaultPlan | undefined;

	/** The next `times` requests to that API. */
	addForApi(api: Api, fault: Fault, times: number): void {
		this.ofApi.set(api, [...(this.ofApi.get(api) ?? []), { fault, times }]);
	}

	/** The next `times` calls that name that person, in any tenant. */
	addForPerson(preHireId: string, fault: Fault, times: number): void {
		this.ofPerson.set(preHireId, [...(this.ofPerson.get(preHireId) ?? []), { fault, times }]);
	}

	/** Replaces the plan. */
	setPlan(plan: FaultPlan): void {
		this.plan = plan;
	}

	/** Counts a request and uses up the fault that strikes it, if any. */
	strike(call: RecordedCall): Fault | undefined {
		const nth = (this.requests.get(call.api) ?? 0) + 1;
		this.requests.set(call.api, nth);
		const { api, preHireId, outBizId } = call;
		const planned = {
			api,
			nth,
			...(preHireId === undefined ? {} : { preHireId }),
			...(outBizId === undefined ? {} : { outBizId }),
		};
		return (
			this.plan?.(planned) ??
			(preHireId === undefined ? undefined : useUp(this.ofPerson.get(preHireId))) ??
			useUp(this.ofApi.get(api))
		);
	}

	/** Drops the plan and all faults; the counting of requests goes on. */
	clear(): void {
		this.plan = undefined;
		this.ofApi.clear();
		this.ofPerson.clear();
	}

	/** Drops everything and counts from 1 again. */
	reset(): void {
		this.clear();
		this.requests.clear();
	}
}

function useUp(pending: Pending[] | undefined): Fault | undefined {
	while (pending?.[0] && pending[0].times <= 0) pending.shift();
	const next = pending?.[0];
	if (next) next.times -= 1;
	return next?.fault;
}

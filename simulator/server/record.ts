// Turning an arriving request into its record: what was sent, by which app, for which tenant and person.
import { randomBytes } from 'node:crypto';
import type { RecordedCall, RecordedHeaders } from './api';
import { textOf } from './fields';
import { bearerOf } from '../gateway/gateway';
import { preHireIdIn, routeOf } from './routes';
import type { TenantWorld } from '../tenantWorld';

/** A request as read from the wire. */
export interface ArrivedRequest {
	method: string;
	url: URL;
	headers: RecordedHeaders;
	/** The body as text. */
	text: string;
	/** Arrival, epoch milliseconds. */
	at: number;
}

/** The record of a request, before anything has been done about it. */
export function recordOf(request: ArrivedRequest, world: TenantWorld): RecordedCall {
	const { method, url, headers, text, at } = request;
	const route = routeOf(method, url.pathname);
	const call: RecordedCall = {
		api: route.api,
		method,
		path: url.pathname,
		at,
		query: Object.fromEntries(url.searchParams),
		rawQuery: url.search.slice(1),
		headers,
		logId: newLogId(at),
		applied: false,
	};
	if (text !== '') call.body = parsed(text);
	const preHireId = preHireIdIn(route, url.pathname) ?? textOf(call.body, 'pre_hire_id');
	if (preHireId !== undefined) call.preHireId = preHireId;
	const outBizId = textOf(call.body, 'out_biz_id');
	if (outBizId !== undefined) call.outBizId = outBizId;
	return Object.assign(call, callerOf(call, world));
}

function callerOf(call: RecordedCall, world: TenantWorld): { appId?: string; tenant?: string } {
	const value = bearerOf(call) ?? textOf(call.body, 'app_access_token');
	const token = value === undefined ? undefined : world.tokens.find(value);
	const appId = token?.appId ?? textOf(call.body, 'app_id');
	const ownTenant = call.api === 'tenantToken' ? world.apps.find(appId ?? '')?.tenants[0] : '';
	const tenant = token?.tenant || textOf(call.body, 'tenant_key') || ownTenant;
	return { ...(appId ? { appId } : {}), ...(tenant ? { tenant } : {}) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function newLogId(at: number): string {
	const moment = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
	return `${moment}${randomBytes(9).toString('hex').toUpperCase()}`;
}

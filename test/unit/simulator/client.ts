// A plain HTTP client for the simulator's own tests.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the simulator is a server of its own and never runs inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { request, type Dispatcher } from 'undici';
import { CUSTOM_APP, type FeishuSimulator } from '../../../simulator';

/** An answer as read from the wire. */
export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed body; an empty object if it is no JSON. */
	json: Json;
}

/** The members of Feishu's envelope that the tests look at. */
export interface Json {
	code?: number;
	msg?: string;
	data?: {
		success?: boolean;
		items?: Array<Record<string, unknown> & { pre_hire_id: string }>;
		page_token?: string;
		has_more?: boolean;
		scopes?: Array<{ scope_name: string; grant_status: number }>;
	};
	error?: {
		log_id?: string;
		permission_violations?: Array<{ subject: string }>;
		field_violations?: Array<{ field: string; description: string }>;
	};
	tenant_access_token?: string;
	app_access_token?: string;
	expire?: number;
}

/** What a request may carry. */
export interface Sent {
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	body?: unknown;
	token?: string;
	headers?: Record<string, string>;
	signal?: AbortSignal;
	/** For a simulator that speaks TLS. */
	dispatcher?: Dispatcher;
}

const PRE_HIRES = '/open-apis/corehr/v2/pre_hires';

const exchangePath = (name: string) => `/open-apis/auth/v3/${name}`;

/** Paths of the calls. */
export const PATHS = {
	restore: `${PRE_HIRES}/restore_flow_instance`,
	withdraw: `${PRE_HIRES}/withdraw_onboarding`,
	search: `${PRE_HIRES}/search`,
	scopes: '/open-apis/application/v6/scopes',
	contact: '/open-apis/contact/v3/scopes',
	tenantToken: exchangePath('tenant_access_token/internal'),
	appToken: exchangePath('app_access_token'),
	storeTenantToken: exchangePath('tenant_access_token'),
	appTicketResend: exchangePath('app_ticket/resend'),
};

/** Sends one request; a body that is a string goes out as it is, anything else as JSON. */
export async function send(
	simulator: FeishuSimulator,
	path: string,
	{ method = 'POST', body, token, headers, signal, dispatcher }: Sent = {},
): Promise<Answer> {
	const response = await request(simulator.url + path, {
		method,
		headers: {
			...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
			...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
			...headers,
		},
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		...(signal ? { signal } : {}),
		...(dispatcher ? { dispatcher } : {}),
	});
	const text = await response.body.text();
	return { status: response.statusCode, headers: response.headers, text, json: parsed(text) };
}

/** Exchanges an app's secret at the custom app's endpoint. */
export async function exchange(
	simulator: FeishuSimulator,
	body: unknown = { app_id: CUSTOM_APP.appId, app_secret: CUSTOM_APP.appSecret },
): Promise<Answer> {
	return await send(simulator, PATHS.tenantToken, { body });
}

/** A token of the custom app. */
export async function tokenOf(simulator: FeishuSimulator): Promise<string> {
	return (await exchange(simulator)).json.tenant_access_token ?? '';
}

/** Any call under /open-apis with a token of the custom app: its status and code, and its `data` as it is. */
export async function ask(
	simulator: FeishuSimulator,
	method: NonNullable<Sent['method']>,
	path: string,
	body?: unknown,
): Promise<{
	status: number;
	code: number | undefined;
	data: Record<string, unknown>;
	json: Json;
}> {
	const token = await tokenOf(simulator);
	const { status, json } = await send(simulator, `/open-apis/${path}`, { method, body, token });
	return { status, code: json.code, data: { ...json.data }, json };
}

/** Creates a pre-hire: the answer's code and the person's ID. */
export async function create(
	simulator: FeishuSimulator,
	body: unknown,
): Promise<{ code: number | undefined; id: string; field: string | undefined }> {
	const { code, data, json } = await ask(simulator, 'POST', 'corehr/v2/pre_hires', body);
	const field = json.error?.field_violations?.[0]?.field;
	return { code, id: String(data.pre_hire_id ?? ''), field };
}

/** Restores a person with a token of the custom app. */
export async function restore(
	simulator: FeishuSimulator,
	preHireId: string,
	confirmWorkforce = false,
): Promise<Answer> {
	const body = { pre_hire_id: preHireId, confirm_workforce: confirmWorkforce };
	return await send(simulator, PATHS.restore, { body, token: await tokenOf(simulator) });
}

/** Withdraws a person with a token of the custom app. */
export async function withdraw(
	simulator: FeishuSimulator,
	preHireId: string,
	reason: unknown,
): Promise<Answer> {
	const body = { pre_hire_id: preHireId, withdraw_reason: reason };
	return await send(simulator, PATHS.withdraw, { body, token: await tokenOf(simulator) });
}

/** Searches with a token of the custom app. */
export async function search(
	simulator: FeishuSimulator,
	body: unknown,
	query = 'page_size=100',
): Promise<Answer> {
	const token = await tokenOf(simulator);
	return await send(simulator, `${PATHS.search}?${query}`, { body, token });
}

/** The ids a search found, in order. */
export function idsIn(answer: Answer): string[] {
	return (answer.json.data?.items ?? []).map((item) => item.pre_hire_id);
}

function parsed(text: string): Json {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return {};
	}
}

/** Waits, in milliseconds. */
export async function wait(ms: number): Promise<void> {
	await pause(ms);
}

/** The one place from which a request leaves for Feishu. */
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { readReply, type Reply } from './reply';

export interface FeishuRequest {
	method: 'GET' | 'POST';
	/** Scheme, host and path. */
	url: string;
	query?: Record<string, string | number>;
	body?: Record<string, unknown>;
	timeoutMs: number;
}

/** No reply came. `arrived: false` only where the request certainly did not reach Feishu. */
export interface Lost {
	code: 'UNREACHABLE' | 'TIMEOUT' | 'CONNECTION_LOST' | 'CANCELLED';
	arrived: false | 'maybe';
}

export type Sent = { reply: Reply; lost?: undefined } | { reply?: undefined; lost: Lost };

/** One of n8n's request functions, with or without authentication. */
export type Transmit = (options: IHttpRequestOptions) => Promise<unknown>;

/** Never throws: whatever the HTTP status, a reply is a reply, and no reply is `lost`. Redirects are not followed: a token must not go elsewhere. */
export async function send(transmit: Transmit, request: FeishuRequest): Promise<Sent> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: request.url,
		headers: { Accept: 'application/json' },
		timeout: request.timeoutMs,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	if (request.query !== undefined) options.qs = request.query;
	if (request.body !== undefined) {
		options.body = JSON.stringify(request.body);
		options.headers = { ...options.headers, 'Content-Type': 'application/json; charset=utf-8' };
	}
	try {
		return { reply: readReply((await transmit(options)) as IN8nHttpFullResponse) };
	} catch (error) {
		return { lost: readLost(error) };
	}
}

/** Socket errors before any byte of the request was sent: no address, no listener, no trust. */
const NOT_ARRIVED: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const TIMED_OUT: ReadonlySet<string> = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** n8n puts a socket's code into `httpCode` of its own error, the plain helper leaves it in `code`. */
function readLost(error: unknown): Lost {
	const { httpCode, code } = (error ?? {}) as { httpCode?: unknown; code?: unknown };
	const reason = String(httpCode ?? code ?? '');
	if (NOT_ARRIVED.has(reason)) return { code: 'UNREACHABLE', arrived: false };
	if (TIMED_OUT.has(reason)) return { code: 'TIMEOUT', arrived: 'maybe' };
	if (reason === 'ERR_CANCELED') return { code: 'CANCELLED', arrived: 'maybe' };
	return { code: 'CONNECTION_LOST', arrived: 'maybe' };
}

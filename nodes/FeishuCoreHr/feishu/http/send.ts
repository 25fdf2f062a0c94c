/** The one place from which a request leaves for Feishu. */
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { readLost, type Lost } from './lost';
import { readReply, type Reply } from './reply';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface FeishuRequest {
	method: Method;
	/** Scheme, host and path. */
	url: string;
	query?: Record<string, string | number>;
	body?: Record<string, unknown>;
	/** For everything from the connection to the last byte of the answer, in milliseconds. */
	timeoutMs: number;
}

export type Sent = { reply: Reply; lost?: undefined } | { reply?: undefined; lost: Lost };

/** One of n8n's request functions, with or without authentication. Ends the request at the deadline too. */
export type Transmit = (options: IHttpRequestOptions, deadline: AbortSignal) => Promise<unknown>;

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
	// n8n's own timeout starts anew with every byte: an answer that trickles in would never end.
	const deadline = AbortSignal.timeout(request.timeoutMs);
	try {
		return readSent((await transmit(options, deadline)) as IN8nHttpFullResponse);
	} catch (error) {
		const lost = readLost(error);
		const isLate = lost.code === 'CANCELLED' && deadline.aborted;
		return { lost: isLate ? { code: 'TIMEOUT', arrived: 'maybe' } : lost };
	}
}

/** What a proxy answers that wants to know who calls: the request went no further. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

function readSent(response: IN8nHttpFullResponse): Sent {
	const reply = readReply(response);
	if (reply.status === PROXY_AUTHENTICATION_REQUIRED && reply.body === undefined) {
		return { lost: { code: 'PROXY_REFUSED', arrived: false } };
	}
	return { reply };
}

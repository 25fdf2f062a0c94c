// What goes back over the wire: Feishu's envelopes, good and bad, before any fault distorts them.
import type { RecordedCall } from './api';
import { factsOf } from '../gateway/codes';

/** A reply ready to be sent; `X-Tt-Logid` is added on sending. */
export interface Reply {
	/** HTTP status. */
	status: number;
	headers: Record<string, string>;
	body: string;
	/** Feishu's code inside the body, where there is one. */
	code?: number;
	/** The body goes out one byte every so many milliseconds. */
	trickleEveryMs?: number;
	/** Somebody on the way answered: the reply carries no log id of Feishu's. */
	foreign?: boolean;
}

/** What a refusal may say beyond the code's own facts. */
export interface RefusalDetails {
	status?: number;
	msg?: string;
	headers?: Record<string, string>;
	/** Extra members of the body's `error` object. */
	error?: Record<string, unknown>;
}

/** Content type of all of Feishu's JSON. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Any object as a JSON reply; its `code`, if a number, becomes the reply's. */
export function jsonReply(body: Record<string, unknown>, status = 200): Reply {
	const reply: Reply = {
		status,
		headers: { 'content-type': JSON_TYPE },
		body: JSON.stringify(body),
	};
	if (typeof body.code === 'number') reply.code = body.code;
	return reply;
}

/** Code 0 with the given `data`. */
export function success(data: Record<string, unknown>): Reply {
	return jsonReply({ code: 0, msg: 'success', data });
}

/** Code 0 with the given fields beside it, as the token endpoints answer. */
export function topLevelSuccess(fields: Record<string, unknown>): Reply {
	return jsonReply({ code: 0, msg: 'ok', ...fields });
}

/** A refusal with Feishu's `error` object and the call's log id in it. */
export function refusal(call: RecordedCall, code: number, details: RefusalDetails = {}): Reply {
	const facts = factsOf(code, call.api);
	const msg = details.msg ?? facts.msg;
	const reply = jsonReply(
		{
			code,
			msg,
			error: {
				message: msg,
				log_id: call.logId,
				troubleshooter: `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${call.logId}&code=${code}`,
				...details.error,
			},
		},
		details.status ?? facts.status,
	);
	Object.assign(reply.headers, details.headers);
	return reply;
}

/** Plain text, as the gateway answers for what it does not know. */
export function textReply(status: number, body: string, contentType: string): Reply {
	return { status, headers: { 'content-type': contentType }, body };
}

/** The gateway's answer for a path it does not serve. */
export function notFound(): Reply {
	return textReply(404, '404 page not found', 'text/plain');
}

/** What a forward proxy answers to a client that has not said who it is. */
export function proxyRefusal(): Reply {
	return {
		status: 407,
		headers: {
			'content-type': 'text/html',
			'proxy-authenticate': 'Basic realm="simulated proxy"',
		},
		body: '<html><head><title>407 Proxy Authentication Required</title></head><body><h1>Proxy Authentication Required</h1></body></html>\r\n',
		foreign: true,
	};
}

// What the client reads when a fault strikes: the spoilt answer in place of the true one.
import type { RecordedCall } from '../server/api';
import { isJsonObject } from '../server/fields';
import { factsOf } from '../gateway/codes';
import type { Fault, PageFault } from './faults';
import { missingScope, scopeSentence } from '../gateway/gateway';
import {
	jsonReply,
	notFound,
	proxyRefusal,
	refusal,
	success,
	textReply,
	type Reply,
} from '../server/replies';
import { routeOf } from '../server/routes';
import { stageSentence } from '../preHires/stageChanges';

/** Faults that put another answer in the place of the true one. */
export type AnsweringFault = Exclude<
	Fault,
	{ kind: 'cut' | 'hang' | 'latency' | 'trickle' | PageFault['kind'] }
>;

const GATEWAY_PAGE =
	'<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n';

const TOKEN_APIS: ReadonlySet<string> = new Set(['tenantToken', 'appToken', 'storeTenantToken']);

/**
 * Whether the fault is the gateway's own doing: the call then reaches neither the quota nor the
 * business behind it.
 */
export function strikesAtGateway(fault: AnsweringFault): boolean {
	switch (fault.kind) {
		case 'tooMany':
			return fault.code === 99991400;
		case 'refuse':
			return fault.code >= 99990000 && !fault.applied;
		case 'unauthorized':
		case 'missingScope':
		case 'notFoundText':
		case 'redirect':
		case 'proxyRefusal':
			return true;
		default:
			return false;
	}
}

/** The spoilt answer. `honest` is the true one, there only where the fault let the work be done. */
export function distort(fault: AnsweringFault, call: RecordedCall, honest?: Reply): Reply {
	switch (fault.kind) {
		case 'refuse': {
			const facts = factsOf(fault.code, call.api);
			return refusal(call, fault.code, {
				status: fault.httpStatus ?? (isExchange(call) ? 200 : facts.status),
				msg: fault.msg ?? sentenceOf(fault.code, call) ?? facts.msg,
				...(fault.code === 99992402 && { error: fieldViolation(call) }),
			});
		}
		case 'html':
			return textReply(fault.status ?? 502, GATEWAY_PAGE, 'text/html');
		case 'empty':
			return { status: fault.status ?? 200, headers: {}, body: '' };
		case 'notFoundText':
			return notFound();
		case 'redirect':
			return { status: 302, headers: { location: fault.to }, body: '' };
		case 'proxyRefusal':
			return proxyRefusal();
		case 'successFalse':
			return success({ success: false });
		case 'noData':
			return jsonReply({ code: 0, msg: 'success' });
		case 'tokenMissing':
			return jsonReply({ code: 0, msg: 'ok', expire: 7200 });
		case 'wrongContentType': {
			const reply = honest ?? refusal(call, 1161000);
			return { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain' } };
		}
		case 'truncatedJson':
			return truncated(honest ?? success({ success: true }));
		case 'serverError':
			return refusal(call, fault.code, { status: fault.code === 1161204 ? 503 : 500 });
		case 'tooMany':
			return refusal(call, fault.code, {
				status: fault.status ?? 429,
				headers: {
					...header('x-ogw-ratelimit-reset', fault.resetSeconds),
					...header('retry-after', fault.retryAfterSeconds),
				},
			});
		case 'unauthorized':
			return refusal(call, fault.code, { status: 400 });
		case 'missingScope':
			return missingScope(call, fault.scopes);
		case 'secretEcho':
			return refusal(call, isExchange(call) ? 10003 : 1161001, {
				msg: `bad request: Authorization=${call.headers.authorization ?? ''} body=${JSON.stringify(call.body ?? null)}`,
			});
	}
}

/** The sentence of a code that does not say the same to everybody. */
function sentenceOf(code: number, call: RecordedCall): string | undefined {
	if (code === 1161129) return stageSentence('preboarding');
	// As many people get it: no link, no violations, the scopes in brackets only.
	if (code === 99991672)
		return scopeSentence(routeOf(call.method, call.path).gateway?.scopes ?? []);
	return undefined;
}

/** 99992402 names the field; here it is the body's first. */
function fieldViolation(call: RecordedCall): Record<string, unknown> {
	const field = isJsonObject(call.body) ? Object.keys(call.body as object)[0] : undefined;
	return {
		field_violations: [{ field: field ?? 'page_size', description: 'the max len is 19' }],
	};
}

function truncated({ status, headers, body }: Reply): Reply {
	return { status, headers, body: body.slice(0, Math.floor(body.length / 2)) };
}

function isExchange(call: RecordedCall): boolean {
	return TOKEN_APIS.has(call.api);
}

function header(name: string, value: number | undefined): Record<string, string> {
	return value === undefined ? {} : { [name]: String(value) };
}

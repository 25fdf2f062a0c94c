/** Why no reply came, read from what n8n's request function throws. */

/** `arrived: false` only where the request certainly did not reach Feishu. */
export interface Lost {
	code: LostCode;
	arrived: false | 'maybe';
	/** The cause in the system's or n8n's own words, not cleaned. */
	detail?: string;
}

export type LostCode =
	/** No connection was made: no such host, nobody listening, no way there. */
	| 'UNREACHABLE'
	/** A connection was made, and no encryption or no trust came about on it. */
	| 'TLS_FAILED'
	/** A proxy on the way wants to be told who calls. */
	| 'PROXY_REFUSED'
	/** n8n's own rules forbid the address. */
	| 'REQUEST_BLOCKED'
	/** n8n failed before it handed the request over. */
	| 'NOT_HANDED_OVER'
	| 'TIMEOUT'
	| 'CONNECTION_LOST'
	| 'CANCELLED';

/** Socket errors before any byte of the request was sent. */
const NO_CONNECTION: ReadonlySet<string> = new Set([
	'EADDRNOTAVAIL',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOTFOUND',
	'ERR_INVALID_URL',
]);

/** Node's and OpenSSL's names for a certificate that is not trusted and for a handshake that failed. Behind a finished handshake none of them occurs. */
const TLS_FAILED =
	/^(EPROTO|(ERR_TLS_)?CERT_\w+|UNABLE_TO_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|ERROR_IN_CERT_\w+|CRL_\w+|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|\w+_ALERT_(HANDSHAKE_FAILURE|PROTOCOL_VERSION)))$/;

const TIMED_OUT: ReadonlySet<string> = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** n8n's classes of errors for addresses that an administrator has not allowed. */
const BLOCKED_BY_N8N = /^(Ssrf\w+|UnknownConnectionHostError)$/;

/** What n8n throws, as far as it is read: a chain of errors, each caused by the next. */
interface Thrown {
	name?: unknown;
	message?: unknown;
	description?: unknown;
	/** n8n's own errors hold a socket's code here, plain ones in `code`. */
	httpCode?: unknown;
	code?: unknown;
	cause?: unknown;
}

/** So many causes behind one another are looked at. */
const MAX_CAUSES = 5;

export function readLost(error: unknown): Lost {
	const causes = causesOf(error);
	const blocked = causes.find(({ name }) => BLOCKED_BY_N8N.test(String(name)));
	if (blocked !== undefined) {
		const sentences = [blocked.message, blocked.description].filter(isText).join('. ');
		return { code: 'REQUEST_BLOCKED', arrived: false, detail: sentences };
	}
	const reason = causes.map(({ httpCode, code }) => httpCode ?? code).find(isText) ?? '';
	if (NO_CONNECTION.has(reason)) return { code: 'UNREACHABLE', arrived: false, detail: reason };
	if (TLS_FAILED.test(reason)) return { code: 'TLS_FAILED', arrived: false, detail: reason };
	if (TIMED_OUT.has(reason)) return { code: 'TIMEOUT', arrived: 'maybe' };
	if (reason === 'ERR_CANCELED') return { code: 'CANCELLED', arrived: 'maybe' };
	return { code: 'CONNECTION_LOST', arrived: 'maybe', ...(reason !== '' && { detail: reason }) };
}

function causesOf(error: unknown): Thrown[] {
	const causes: Thrown[] = [];
	let next = error;
	while (typeof next === 'object' && next !== null && causes.length < MAX_CAUSES) {
		causes.push(next);
		next = (next as Thrown).cause;
	}
	return causes;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

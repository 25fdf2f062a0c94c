// Feishu's codes: the HTTP status and the English sentence each one comes with.
import type { Api } from '../server/api';
import { CODES_OF_CALL, type CodeFacts } from './codesOfCalls';
import { RESTORE_CODES } from './restorePage';

/** Codes of the withdraw and search pages that restore lacks. The wording is ours: it is not known. */
const SIBLING_CODES: Readonly<Record<number, CodeFacts>> = {
	1161094: { status: 400, msg: 'Invalid workflow operation' },
	1160102: { status: 400, msg: 'Parameter error' },
	1160103: { status: 403, msg: 'No permission' },
};

/** Codes of the pick lists. The wording is ours. */
const LIST_CODES: Readonly<Record<number, CodeFacts>> = {
	1160001: { status: 400, msg: 'Parameter error' },
	1160005: { status: 500, msg: 'Dirty field' },
	1160006: { status: 400, msg: 'Parameter is missing' },
	1160104: { status: 403, msg: 'No permission' },
	1160997: { status: 500, msg: 'System error' },
	1162010: { status: 400, msg: 'The object does not exist' },
	1162020: { status: 400, msg: 'The field does not exist' },
};

/** Codes of what an app asks about itself; the statuses of 11205 and 212002 are not known. */
const APPLICATION_CODES: Readonly<Record<number, CodeFacts>> = {
	11205: { status: 400, msg: 'app do not have bot' },
	212002: { status: 400, msg: 'no scope to apply for' },
};

/** Codes of the gateway in front of every business call. */
const GATEWAY_CODES: Readonly<Record<number, CodeFacts>> = {
	99991400: { status: 429, msg: 'request trigger frequency limit' },
	99991401: { status: 400, msg: 'the IP is denied by the app setting' },
	99991403: { status: 429, msg: 'This month’s API call quota has been exceeded' },
	99991661: {
		status: 400,
		msg: 'Missing access token for authorization. Please make a request with token attached.',
	},
	99991662: { status: 400, msg: 'app not enabled' },
	99991663: { status: 400, msg: 'Invalid access token for authorization.' },
	99991664: { status: 400, msg: 'invalid app token' },
	99991665: { status: 400, msg: 'invalid tenant code' },
	99991668: { status: 400, msg: 'Invalid access token for authorization.' },
	99991671: {
		status: 400,
		msg: 'Invalid access token, the access token format is invalid. It must begin with "Bearer ".',
	},
	99991672: { status: 400, msg: 'Access denied.' },
	99992402: { status: 400, msg: 'field validation failed' },
	99991673: { status: 400, msg: 'app is not usable in this tenant' },
};

/** Feishu's passing internal errors, met on any endpoint and under any HTTP status; the statuses here are ours. */
const PASSING_CODES: Readonly<Record<number, CodeFacts>> = {
	1500: { status: 500, msg: 'Internal Error' },
	1663: { status: 500, msg: 'Internal Error' },
	2200: { status: 200, msg: 'Internal Error' },
	300000: { status: 500, msg: 'Internal Error' },
};

/** Codes of the token endpoints, which refuse with HTTP 200. */
const EXCHANGE_CODES: Readonly<Record<number, CodeFacts>> = {
	10003: { status: 200, msg: 'invalid param' },
	10012: { status: 200, msg: 'app_ticket invalid' },
	10014: { status: 200, msg: 'app secret invalid' },
	10015: { status: 200, msg: 'app not exist' },
	10016: { status: 200, msg: 'tenant_key invalid' },
	20002: { status: 200, msg: 'app secret invalid' },
};

const ALL_CODES: Readonly<Record<number, CodeFacts>> = {
	...RESTORE_CODES,
	...SIBLING_CODES,
	...LIST_CODES,
	...APPLICATION_CODES,
	...GATEWAY_CODES,
	...PASSING_CODES,
	...EXCHANGE_CODES,
};

/**
 * Status and sentence of a code as that call uses it: one number means different things on
 * different calls. An unlisted one is HTTP 400 with a sentence that names it.
 */
export function factsOf(code: number, api?: Api): CodeFacts {
	const own = api === undefined ? undefined : CODES_OF_CALL[api]?.[code];
	return own ?? ALL_CODES[code] ?? { status: 400, msg: `unlisted error ${code}` };
}

/** Reads which scopes an app lacks, from the refusal that says so, and where to apply for them. */
import { cleanText, searchedPart } from '../core/cleanText';
import { readObject, type FeishuBody } from '../http/reply';
import type { App, DetailsReader } from './codeTable';

/** Any one of the scopes is enough. Feishu names them as violations, or in the brackets of its words and nowhere else. */
export const readMissingScopes: DetailsReader = (body, secrets, app) => {
	const words = searchedPart(body.msg, secrets);
	const violated = inViolations(body);
	const scopes = (violated.length > 0 ? violated : inBrackets(words)).slice(0, MAX_SCOPES);
	const url = app === undefined ? undefined : (ownLink(words, app) ?? buildLink(scopes, app));
	return {
		...(scopes.length > 0 && { missing_scopes: scopes.map((scope) => cleanText(scope, secrets)) }),
		...(url !== undefined && { fix_url: cleanText(url, secrets) }),
	};
};

const MAX_SCOPES = 20;

/** Longest link that is shown; a longer one would be cut, and lead nowhere. */
const MAX_LINK_LENGTH = 500;

/** Words with a colon, such as `corehr:pre_hire.search:read`. */
const SCOPE = /^[\w.-]{1,100}(:[\w.-]{1,100}){1,5}$/;

/** Feishu's page about errors has a scope as the `subject`; in answers that people have posted it is also one of `scopes`. */
function inViolations(body: FeishuBody): string[] {
	const violations = readObject(body.error).permission_violations ?? body.permission_violations;
	return scopesAmong(
		(Array.isArray(violations) ? violations : [])
			.map((violation: unknown) => readObject(violation))
			.flatMap(({ subject, scopes }) => (Array.isArray(scopes) ? scopes : [subject])),
	);
}

/** `One of the following scopes is required: [a:b, c:d]` */
function inBrackets(words: string): string[] {
	for (const [, list = ''] of words.matchAll(/\[([^[\]]+)\]/g)) {
		const scopes = scopesAmong(list.split(/[,，、\s]+/));
		if (scopes.length > 0) return scopes;
	}
	return [];
}

function scopesAmong(candidates: readonly unknown[]): string[] {
	return [...new Set(candidates)].filter(
		(candidate): candidate is string => typeof candidate === 'string' && SCOPE.test(candidate),
	);
}

/** Consoles that belong to no private deployment. */
const PUBLIC_CONSOLES: readonly string[] = ['https://open.feishu.cn', 'https://open.larksuite.com'];

/**
 * The link in Feishu's words, if it leads to this very app in the console that goes with the host called. Whoever
 * answers in Feishu's place could write any link.
 */
function ownLink(words: string, { baseUrl, appId }: App): string | undefined {
	const link = /https:\/\/[^\s"'<>，。)）\]]+/.exec(words)?.[0];
	if (link === undefined || link.length > MAX_LINK_LENGTH || !URL.canParse(link)) return undefined;
	const { origin, pathname, username } = new URL(link);
	const consoles = PUBLIC_CONSOLES.includes(baseUrl) ? [baseUrl] : [baseUrl, ...PUBLIC_CONSOLES];
	const isOwn = consoles.includes(origin) && pathname.startsWith(`/app/${appId}/`);
	return isOwn && username === '' ? link : undefined;
}

/** As Feishu itself writes it: the page of the app on which the scopes are ticked. */
export function applicationLink(scopes: readonly string[], { baseUrl, appId }: App): string {
	return `${baseUrl}/app/${encodeURIComponent(appId)}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
}

function buildLink(scopes: readonly string[], app: App): string | undefined {
	const link = (some: readonly string[]) => applicationLink(some, app);
	let some = scopes;
	while (some.length > 1 && link(some).length > MAX_LINK_LENGTH) some = some.slice(0, -1);
	return some.length > 0 && link(some).length <= MAX_LINK_LENGTH ? link(some) : undefined;
}

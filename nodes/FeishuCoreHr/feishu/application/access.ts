/** What an app may do, concluded from the scopes it has and from what one call was answered. */
import type { App } from '../answers/codeTable';
import { applicationLink } from '../answers/missingScopes';
import type { AskedScopes } from './askedScopes';

/** The scopes that something needs: one of each inner list, which begins with the one that asks for least. */
export type NeededScopes = ReadonlyArray<readonly string[]>;

/** A call that was tried: its answer says more than the list of scopes. */
export interface TriedCall {
	/** Any one of them opens it. */
	scopes: readonly string[];
	answer: 'allowed' | 'scopeMissing' | 'unknown';
}

/** What is known of an app's scopes. */
export interface KnownScopes {
	/** Undefined where Feishu did not list them. */
	asked: AskedScopes | undefined;
	tried: TriedCall;
}

/** Undefined in `allowed` = not known. */
export interface Access {
	allowed: boolean | undefined;
	/** One for each need that is not met: one that was asked for already, else the one that asks for least. */
	missing: string[];
}

export function accessTo(needed: NeededScopes, known: KnownScopes): Access {
	const states = needed.map((anyOf) => ({ anyOf, state: stateOf(anyOf, known) }));
	const missing = states
		.filter(({ state }) => state === 'missing')
		.flatMap(({ anyOf }) => anyOf.find((scope) => isPending(scope, known)) ?? anyOf[0] ?? []);
	if (missing.length > 0) return { allowed: false, missing };
	const isUnknown = states.some(({ state }) => state === 'unknown');
	return { allowed: isUnknown ? undefined : true, missing };
}

/** Asked for, and not in force: an unpublished version, or one that waits for its approval. */
export function isPending(scope: string, { asked, tried }: KnownScopes): boolean {
	if (asked === undefined) return false;
	const isRefused = tried.answer === 'scopeMissing' && tried.scopes.includes(scope);
	return asked.pending.has(scope) || (isRefused && asked.granted.has(scope));
}

function stateOf(
	anyOf: readonly string[],
	{ asked, tried }: KnownScopes,
): 'held' | 'missing' | 'unknown' {
	const isShown =
		tried.answer === 'allowed' && tried.scopes.every((scope) => anyOf.includes(scope));
	if (isShown) return 'held';
	const refused = tried.answer === 'scopeMissing' ? tried.scopes : [];
	const open = anyOf.filter((scope) => !refused.includes(scope));
	if (asked !== undefined)
		return open.some((scope) => asked.granted.has(scope)) ? 'held' : 'missing';
	return open.length > 0 ? 'unknown' : 'missing';
}

/** The page of the app in Feishu's console that applies for everything missing. Only shown, never called. Undefined where nothing is missing. */
export function fixUrl(missing: readonly string[], app: App): string | undefined {
	return missing.length === 0 ? undefined : applicationLink(missing, app);
}

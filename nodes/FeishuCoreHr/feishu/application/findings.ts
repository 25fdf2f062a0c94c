/** Asks what can be known of an app without changing anything: one exchange, its scopes, one call that is tried. */
import type { Caller } from '../caller/caller';
import type { Session } from '../caller/session';
import { cancelledFailure, fail, succeed, type Failure, type Result } from '../core/failure';
import { proveSecret } from '../tokens/itemToken';
import { readAskedScopes, type AskedScopes } from './askedScopes';

/** How an app stands. */
export type Findings =
	/** Nothing works: no token is to be had, or Feishu refuses the app whatever it asks. */
	| { kind: 'refused'; by: 'token' | 'gateway'; failure: Failure }
	| {
			kind: 'answered';
			scopes: Result<AskedScopes>;
			/** Whether a search without any filter shows somebody. */
			seesSomebody: Result<boolean>;
	  };

const findingsOf = new WeakMap<Session, Map<string, Promise<Result<Findings>>>>();

/**
 * Asks once for each app of a run, however many items ask. A failure only where the run was cancelled.
 * `trySearch` tells whether a search shows somebody.
 */
export async function findOut(
	caller: Caller,
	trySearch: (caller: Caller) => Promise<Result<boolean>>,
): Promise<Result<Findings>> {
	const { session, identity } = caller;
	const known = findingsOf.get(session) ?? new Map<string, Promise<Result<Findings>>>();
	findingsOf.set(session, known);
	const { exchangeKey } = identity.account;
	const findings = known.get(exchangeKey) ?? ask(caller, trySearch);
	known.set(exchangeKey, findings);
	return await findings;
}

async function ask(
	caller: Caller,
	trySearch: (caller: Caller) => Promise<Result<boolean>>,
): Promise<Result<Findings>> {
	const { session, identity } = caller;
	const token = await proveSecret(session, identity);
	if (token === undefined || session.signal?.aborted) return fail(cancelledFailure());
	if (!token.ok) return succeed({ kind: 'refused', by: 'token', failure: token.failure });
	const [scopes, seesSomebody] = await Promise.all([readAskedScopes(caller), trySearch(caller)]);
	if (session.signal?.aborted) return fail(cancelledFailure());
	for (const answer of [scopes, seesSomebody]) {
		if (!answer.ok && isAboutEverything(answer.failure)) {
			return succeed({ kind: 'refused', by: 'gateway', failure: answer.failure });
		}
	}
	return succeed({ kind: 'answered', scopes, seesSomebody });
}

/** The address of this n8n is not on the app's allow list. */
const ADDRESS_REFUSED = 99991401;

function isAboutEverything({ category, code }: Failure): boolean {
	return category === 'authentication' || code === ADDRESS_REFUSED;
}

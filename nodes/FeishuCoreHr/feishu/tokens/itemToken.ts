/** The token with which one item calls, and the credential to sign that call with. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readAccount } from '../caller/account';
import { refreshIdentity, type Identity, type Session } from '../caller/session';
import { monotonicNow } from '../core/clock';
import { fail, succeed, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { isFinalRefusal, renewToken, SAME_TOKEN, waitForRest, type Asker } from './renewal';
import { fieldsOf } from './token';
import { claimStoring, findFreshToken, tokensOf } from './tokens';

/**
 * A token of the identity's account, which may have been edited meanwhile: `identity` is brought up to date.
 * Undefined = cancelled.
 */
export async function tokenFor(
	session: Session,
	identity: Identity,
): Promise<Result<string> | undefined> {
	const known = await findOutcome(session, identity, timing.credentialAgeMs);
	if (known !== undefined) return known;
	const asker = askerFor(session);
	await waitForRest(identity.account, asker);
	// Read once more before an exchange: another process may have stored a token meanwhile.
	const stored = await findOutcome(session, identity, 0);
	if (stored !== undefined) return stored;
	const { account } = identity;
	const outcome = await renewToken(account, asker);
	if (outcome === undefined) return undefined;
	if (outcome.ok) return succeed(outcome.value.value);
	if (isFinalRefusal(account, outcome.failure)) {
		session.refusedExchanges.set(account.exchangeKey, outcome.failure);
	}
	return outcome;
}

/**
 * Exchanges although a token may be at hand: that one would still be good after its app's secret was replaced.
 * Undefined = cancelled.
 */
export async function proveSecret(
	session: Session,
	{ account }: Identity,
): Promise<Result<true> | undefined> {
	const asker = askerFor(session);
	await waitForRest(account, asker);
	const outcome = await renewToken(account, asker, tokensOf(account).token?.value);
	return outcome?.ok ? succeed(true) : outcome;
}

/**
 * What can be said without an exchange: a token is at hand, or one was refused in this run. A token at hand comes
 * first, because somebody else's exchange may have gone well since; not where the refusal is about the token itself.
 */
async function findOutcome(
	{ refusedExchanges }: Session,
	identity: Identity,
	maxAgeMs: number,
): Promise<Result<string> | undefined> {
	if (monotonicNow() - identity.readAt > maxAgeMs) {
		const refreshed = await refreshIdentity(identity);
		if (!refreshed.ok) return refreshed;
	}
	const { account, credential } = identity;
	const refusal = refusedExchanges.get(account.exchangeKey);
	const atHand = findFreshToken(account, credential);
	if (atHand !== undefined && refusal?.code !== SAME_TOKEN) return succeed(atHand);
	return refusal && fail(refusal);
}

function askerFor(session: Session): Asker {
	const { plain: transmit, timeoutMs, maxRetries, signal } = session;
	return { transmit, timeoutMs, maxRetries, signal, log: (line) => session.log(line) };
}

/** For how long n8n finds the token fresh that it is handed for one request. Whether it is was decided before. */
const ONE_REQUEST_MS = 3_600_000;

/**
 * The credential with the token in it, a new object for each request. A new token goes in empty once: n8n then
 * asks the credential for it, gets this same token without a call, and stores it.
 */
export async function credentialToSign(
	{ account, credential, read }: Identity,
	token: string,
): Promise<ICredentialDataDecryptedObject> {
	if (claimStoring(account)) {
		// n8n before 2.34 writes all of it back: what was edited meanwhile must be in it.
		const now = await read();
		const owner = now.ok ? readAccount(now.value) : now;
		if (now.ok && owner.ok && owner.value.owner === account.owner) {
			return { ...now.value, accessToken: '' };
		}
	}
	const endsAt = monotonicNow() + ONE_REQUEST_MS;
	return { ...credential, ...fieldsOf(account, { value: token, endsAt }) };
}

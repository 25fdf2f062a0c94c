/** Sends one request once: a place in the quota lane, a fresh token, then the request. */
import { readAccount, secretsOf } from '../caller/account';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { isPublicHost } from '../caller/baseUrl';
import { laneFor, type Lane, type Place } from '../quota/lane';
import { boundWindows, HUNDRED_A_MINUTE } from '../quota/window';
import { retryWhilePassing } from './retry';
import { send, type FeishuRequest, type Sent } from '../http/send';
import { refreshIdentity, type Identity, type Session } from '../caller/session';
import {
	exchangeRestMs,
	findFreshToken,
	isFinalRefusal,
	renewToken,
	takeUnstored,
} from '../tokens/tokens';
import { timing } from '../core/timing';
import { wait } from '../core/wait';

export type Attempt =
	/** `sentAt` is epoch ms. */
	| { kind: 'sent'; sent: Sent; sentAt: number; token: string; slot: Place }
	/** Nothing was sent, for want of a token. */
	| { kind: 'failed'; failure: Failure }
	/** Nothing was sent: Feishu does not answer for now. */
	| { kind: 'outage' }
	/** Nothing was sent: the execution is cancelled, or stopped before this change was begun. */
	| { kind: 'cancelled' };

/**
 * `api` names the lane: Feishu counts each API on its own. Whoever gets `sent` closes its slot.
 * Nothing is sent once `isOver()`.
 */
export async function attempt(
	session: Session,
	identity: Identity,
	api: string,
	request: Omit<FeishuRequest, 'url' | 'timeoutMs'> & { path: string },
	isOver: () => boolean,
): Promise<Attempt> {
	for (;;) {
		const { owner } = identity.account;
		const windows = boundWindows(
			HUNDRED_A_MINUTE,
			session.requestsPerMinute,
			isPublicHost(identity.account.baseUrl),
		);
		const admission = await laneOf(identity, api).acquire({
			windows,
			isAbandoned: isOver,
			notBegun: session.notBegun,
		});
		if (admission.kind === 'outage') return admission;
		if (admission.kind !== 'place') return { kind: 'cancelled' };
		const slot = admission.place;
		let isHandedOver = false;
		try {
			const token = await obtainToken(session, identity);
			if (token === undefined || isOver()) return { kind: 'cancelled' };
			if (!token.ok) return { kind: 'failed', failure: token.failure };
			// The credential was edited: the call belongs in another lane.
			if (identity.account.owner !== owner) continue;
			const { path, ...rest } = request;
			const transmit = session.authenticated(await signWith(identity, token.value));
			const url = identity.account.baseUrl + path;
			const sentAt = Date.now();
			slot.sending();
			const sent = await send(transmit, { ...rest, url, timeoutMs: session.timeoutMs });
			isHandedOver = true;
			return { kind: 'sent', sent, sentAt, token: token.value, slot };
		} finally {
			if (!isHandedOver) slot.close();
		}
	}
}

/** The lane that this account's calls to an API share. */
export function laneOf({ account }: Identity, api: string): Lane {
	return laneFor(JSON.stringify([account.baseUrl, account.appId, account.tenantKey, api]));
}

/** Everything that must not be seen in what came back from an attempt. */
export function secretsInvolved(identity: Identity, token: string): string[] {
	return [...secretsOf(identity.account), token];
}

/** Undefined = cancelled. */
async function obtainToken(
	session: Session,
	identity: Identity,
): Promise<Result<string> | undefined> {
	if (Date.now() - identity.readAt > timing.credentialAgeMs) {
		const refreshed = await refreshIdentity(identity);
		if (!refreshed.ok) return refreshed;
	}
	const refused = session.refusedExchanges.get(identity.account.exchangeKey);
	if (refused !== undefined) return fail(refused);
	const atHand = findFreshToken(identity.account, identity.credential);
	if (atHand !== undefined) return succeed(atHand);
	// n8n before 2.34 would write fields that were edited meanwhile back over the edit.
	const refreshed = await refreshIdentity(identity);
	if (!refreshed.ok) return refreshed;
	const stored = findFreshToken(identity.account, identity.credential);
	if (stored !== undefined) return succeed(stored);
	return await exchange(session, identity);
}

async function exchange(session: Session, identity: Identity): Promise<Result<string> | undefined> {
	const { account } = identity;
	await wait(exchangeRestMs(account), session.signal);
	const outcome = await renewToken(account, {
		transmit: session.plain,
		timeoutMs: session.timeoutMs,
		log: (line) => session.log(line),
		signal: session.signal,
		retry: async (ask) => await retryWhilePassing(session, ask),
	});
	if (outcome === undefined) return undefined;
	if (outcome.ok) return succeed(outcome.value.value);
	if (isFinalRefusal(account, outcome.failure)) {
		session.refusedExchanges.set(account.exchangeKey, outcome.failure);
	}
	return outcome;
}

/**
 * The credential with the token in it. A new token goes in empty once: n8n then asks the credential for it,
 * gets this same token without a call, and stores it for later executions and other workers.
 */
async function signWith(identity: Identity, token: string): Promise<Identity['credential']> {
	const { account } = identity;
	if (takeUnstored(account)) {
		const credential = await identity.read();
		const now = credential.ok ? readAccount(credential.value) : credential;
		if (credential.ok && now.ok && now.value.owner === account.owner) {
			return { ...credential.value, accessToken: '' };
		}
	}
	return {
		...identity.credential,
		accessToken: token,
		accessTokenOwner: account.owner,
		accessTokenExpiresAt: String(Date.now() + 3_600_000),
	};
}

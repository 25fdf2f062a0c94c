/** Sends one request once: a place in the quota lane, a fresh token, then the request. */
import { secretsOf, type Account } from '../caller/account';
import { monotonicNow } from '../core/clock';
import type { Failure } from '../core/failure';
import { laneFor, type Slot } from '../quota/lane';
import { send, type FeishuRequest, type Sent } from '../http/send';
import type { Identity, Session } from '../caller/session';
import { credentialToSign, tokenFor } from '../tokens/itemToken';

export type Attempt =
	/** `sentAt` is by `monotonicNow()`. */
	| { kind: 'sent'; sent: Sent; sentAt: number; token: string; slot: Slot }
	/** Nothing was sent: there was no token. */
	| { kind: 'failed'; failure: Failure }
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
		const lane = laneFor(nameLane(identity.account, api));
		const slot = await lane.acquire(session.requestsPerMinute, isOver);
		if (slot === undefined) return { kind: 'cancelled' };
		const token = await tokenFor(session, identity);
		if (token === undefined || isOver()) {
			slot.giveBack();
			return { kind: 'cancelled' };
		}
		if (!token.ok) {
			slot.giveBack();
			return { kind: 'failed', failure: token.failure };
		}
		if (identity.account.owner !== owner) {
			// The credential was edited: the call belongs in another lane.
			slot.giveBack();
			continue;
		}
		const { path, ...rest } = request;
		const transmit = session.authenticated(await credentialToSign(identity, token.value));
		const url = identity.account.baseUrl + path;
		const sentAt = monotonicNow();
		const sent = await send(transmit, { ...rest, url, timeoutMs: session.timeoutMs });
		return { kind: 'sent', sent, sentAt, token: token.value, slot };
	}
}

function nameLane({ baseUrl, appId, tenantKey }: Account, api: string): string {
	return JSON.stringify([baseUrl, appId, tenantKey, api]);
}

/** Everything that must not be seen in what came back from an attempt. */
export function secretsInvolved(identity: Identity, token: string): string[] {
	return [...secretsOf(identity.account), token];
}

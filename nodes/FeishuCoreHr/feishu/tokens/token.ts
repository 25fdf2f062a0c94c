/** An access token: what one looks like, and until when it is used. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Account } from '../caller/account';
import { monotonicNow } from '../core/clock';
import { timing } from '../core/timing';

/** Times are milliseconds of `monotonicNow()`. */
export interface Token {
	value: string;
	endsAt: number;
	/** Unknown for a token that was read from the credential. */
	receivedAt?: number;
}

/** The hidden fields of the credential, as n8n stores them. */
export interface TokenFields {
	accessToken: string;
	/** Epoch ms, as text: n8n 1.123 cannot show a credential whose password field holds a number. */
	accessTokenExpiresAt: string;
	/** The account's `owner`. */
	accessTokenOwner: string;
}

/** Feishu's tokens live for two hours at most. A longer life is a mistake of whoever answers. */
const MAX_LIFE_MS = 24 * 3_600_000;

/** What can stand in an Authorization header: visible ASCII, and no more of it than Feishu announces for its tokens (JWTs of up to 4 KB). */
const SENDABLE = /^[\x21-\x7e]{1,4096}$/;

/** Undefined where the value cannot be sent, or the seconds that it lives are not a positive number. */
export function readToken(value: unknown, seconds: unknown): Token | undefined {
	const lifeMs = Math.min(Number(seconds) * 1_000, MAX_LIFE_MS);
	if (!isSendable(value) || !(lifeMs > 0)) return undefined;
	const receivedAt = monotonicNow();
	return { value, receivedAt, endsAt: receivedAt + lifeMs };
}

/** The token inside the credential, if it was issued to exactly this account. It may have ended. */
export function readStoredToken(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): Token | undefined {
	const { accessToken, accessTokenExpiresAt, accessTokenOwner } = credential;
	if (accessTokenOwner !== account.owner || !isSendable(accessToken)) return undefined;
	const endsAt = monotonicNow() + Number(accessTokenExpiresAt) - Date.now();
	return { value: accessToken, endsAt };
}

/** What n8n stores. */
export function fieldsOf(account: Account, { value, endsAt }: Token): TokenFields {
	return {
		accessToken: value,
		accessTokenExpiresAt: String(Math.round(Date.now() + endsAt - monotonicNow())),
		accessTokenOwner: account.owner,
	};
}

/** Whether the token may be sent: it is not close to its end. */
export function isFresh({ endsAt, receivedAt = -Infinity }: Token): boolean {
	const margin = Math.min(timing.tokenMarginMs, (endsAt - receivedAt) / 10);
	return endsAt - margin > monotonicNow();
}

function isSendable(value: unknown): value is string {
	return typeof value === 'string' && SENDABLE.test(value);
}

/** What this process knows about the tokens of each owner. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Account } from '../caller/account';
import { BoundedMap } from '../core/boundedMap';
import { monotonicNow } from '../core/clock';
import type { Result } from '../core/failure';
import { timing } from '../core/timing';
import { isFresh, readStoredToken, type Token } from './token';

/** Times are milliseconds of `monotonicNow()`. */
export interface OwnerTokens {
	/** The newest token that was not refused. */
	token?: Token | undefined;
	/** Whether that token waits to be stored with the credential. */
	isUnstored: boolean;
	/** The latest tokens that Feishu's gateway refused: they may still stand in a credential that an item has read. */
	refused: readonly string[];
	/** How often Feishu has refused a token and then issued the very same one again, since it let a call through. */
	sameTokenInARow: number;
	/** By whom they can be shared. */
	exchanges: Map<string, Exchange>;
}

/** An exchange that people share: the same secrets, the same timeout. Kept while it is under way or has failed. */
export interface Exchange {
	/** Undefined in the promise = whoever began it was cancelled. */
	underWay?: Promise<Result<Token> | undefined> | undefined;
	/** Failures for a passing reason since the last answer. */
	failures: number;
	/** When it failed last. */
	failedAt: number;
	/** When whoever has seen it fail asks again. */
	retryAt: number;
}

const owners = new BoundedMap<OwnerTokens>(({ exchanges }) =>
	[...exchanges.values()].every(({ underWay }) => underWay === undefined),
);

export function tokensOf({ owner }: Account): OwnerTokens {
	return owners.getOrCreate(owner, () => ({
		isUnstored: false,
		refused: [],
		sameTokenInARow: 0,
		exchanges: new Map(),
	}));
}

/** A token of this account that can be used now: the process's own, or the one stored in the credential. */
export function findFreshToken(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	const known = tokensOf(account);
	if (known.token !== undefined && isFresh(known.token)) return known.token.value;
	known.token = usableStoredToken(account, credential);
	return known.token?.value;
}

/** The token to sign with: the one that stands in the credential, so that whoever put it there knows what is sent. */
export function findTokenToSign(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	return usableStoredToken(account, credential)?.value ?? findFreshToken(account, credential);
}

/** The process's own token, unless it was issued just now. Whoever asks without a token of their own does well to replace it. */
export function findAgedToken(account: Account): string | undefined {
	const { token } = tokensOf(account);
	if (token === undefined) return undefined;
	const age = monotonicNow() - (token.receivedAt ?? -Infinity);
	return age > timing.justIssuedMs ? token.value : undefined;
}

/** So many refused tokens are remembered for each owner. */
const MAX_REFUSED = 10;

/**
 * Feishu's gateway refused this token: it is not used again. `sentAt` is when the refused request was sent, by
 * `monotonicNow()`: of a token that Feishu has issued again since, an older refusal says nothing.
 */
export function dropToken(account: Account, token: string, sentAt: number): void {
	const known = tokensOf(account);
	const isCurrent = known.token?.value === token;
	if (isCurrent && (known.token?.receivedAt ?? -Infinity) > sentAt) return;
	known.refused = [token, ...known.refused].slice(0, MAX_REFUSED);
	if (isCurrent) delete known.token;
}

/** Feishu's gateway let a call with this account's token through. */
export function trustToken(account: Account): void {
	tokensOf(account).sameTokenInARow = 0;
}

/**
 * True once for each new token of a custom app: whoever gets it has n8n store the token with the credential,
 * for later executions and other workers.
 */
export function claimStoring(account: Account): boolean {
	const known = tokensOf(account);
	const { isUnstored } = known;
	known.isUnstored = false;
	return isUnstored;
}

function usableStoredToken(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): Token | undefined {
	const token = readStoredToken(account, credential);
	if (token === undefined || !isFresh(token)) return undefined;
	return tokensOf(account).refused.includes(token.value) ? undefined : token;
}

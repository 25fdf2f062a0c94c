/** The tokens of this process: one for each owner, exchanged once however many wait for it. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Account } from '../caller/account';
import { BoundedMap } from '../core/boundedMap';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { exchangeToken, type Token, type TokenLine } from './tokenExchange';
import { waitFor } from '../core/wait';

interface OwnerState {
	token?: Token | undefined;
	/** The latest tokens that Feishu's gateway refused: they may still stand in a credential that an item has read. */
	refused?: readonly string[];
	/** How often in a row Feishu has refused a token and then issued the very same one again. */
	doubts?: number;
	/** An exchange under way. */
	exchange?: {
		/** The account's `exchangeKey`. */
		key: string;
		/** Undefined = whoever asked was cancelled. */
		outcome: Promise<Result<Token> | undefined>;
	};
	/** Epoch ms before which a token endpoint that could not be reached is not asked again. */
	restUntil?: number;
	/** True while the newest token waits to be written into the stored credential. */
	unstored?: boolean;
}

const owners = new BoundedMap<OwnerState>((state) => state.exchange === undefined);

function stateOf(owner: string): OwnerState {
	return owners.getOrCreate(owner, () => ({}));
}

/** How many owners this process remembers. For tests. */
export function ownerCount(): number {
	return owners.size;
}

/** A token of this account that can be used now: the process's own, or the one stored in the credential. */
export function findFreshToken(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	const state = stateOf(account.owner);
	if (state.token !== undefined && isFresh(state.token)) return state.token.value;
	state.token = usableStoredToken(state, account, credential);
	return state.token?.value;
}

/** The token to sign with: the one that stands in the credential, so that whoever put it there knows what is sent. */
export function findTokenToSign(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	const stored = usableStoredToken(stateOf(account.owner), account, credential);
	return stored?.value ?? findFreshToken(account, credential);
}

/**
 * Feishu's gateway refused this token: it is not used again. `sentAt` is the epoch ms of the refused request:
 * of a token that Feishu has issued again since, an older refusal says nothing.
 */
export function dropToken(account: Account, token: string, sentAt: number): void {
	const state = stateOf(account.owner);
	const { receivedAt = -Infinity } = state.token ?? {};
	if (state.token?.value === token && receivedAt > sentAt) return;
	state.refused = [token, ...(state.refused ?? [])].slice(0, MAX_REFUSED);
	if (state.token?.value === token) delete state.token;
}

/** Feishu's gateway let a call with this account's token through. */
export function trustToken(account: Account): void {
	delete stateOf(account.owner).doubts;
}

/** Whether a failed exchange is final for a run. A token refused and issued again may have met a hiccup: the next calls tell. */
export function isFinalRefusal(account: Account, failure: Failure): boolean {
	return !failure.retryable && !isHiccup(stateOf(account.owner), failure);
}

function isHiccup(state: OwnerState, failure: Failure): boolean {
	return failure.code === SAME_TOKEN && (state.doubts ?? 0) <= MAX_DOUBTS;
}

/** What an exchange needs: the line to the token endpoint, and how to try again. */
export interface Exchanger extends TokenLine {
	signal: AbortSignal | undefined;
	/** Repeats an exchange that failed for a passing reason. Undefined = cancelled. */
	retry(ask: () => Promise<Result<Token>>): Promise<Result<Token> | undefined>;
}

/**
 * Exchanges, or joins an exchange that is under way for the same owner. Undefined = cancelled.
 * `insteadOf` is a token that whoever asks does not want back, although nothing proves it dead.
 */
export async function renewToken(
	account: Account,
	exchanger: Exchanger,
	insteadOf?: string,
): Promise<Result<Token> | undefined> {
	const state = stateOf(account.owner);
	while (!exchanger.signal?.aborted) {
		const { token } = state;
		if (token !== undefined && token.value !== insteadOf && isFresh(token)) return succeed(token);
		const joined = state.exchange !== undefined;
		state.exchange ??= {
			key: account.exchangeKey,
			outcome: exchange(state, account, exchanger),
		};
		const { key } = state.exchange;
		const outcome = await waitFor(state.exchange.outcome, exchanger.signal);
		// Undefined though our own execution goes on: the one who asked was cancelled. Ask ourselves.
		if (outcome === undefined) continue;
		// The same token again ends one item. Whoever only joined may try it: its own refusal was the same one.
		if (joined && !outcome.ok && isHiccup(state, outcome.failure)) continue;
		// Refused with somebody else's ticket: ours may be newer.
		if (key !== account.exchangeKey && !outcome.ok && !outcome.failure.retryable) continue;
		return outcome;
	}
	return undefined;
}

/** The process's own token, unless it was issued just now. Whoever asks without a token of their own does well to replace it. */
export function findAgedToken(account: Account): string | undefined {
	const { token } = stateOf(account.owner);
	if (token === undefined) return undefined;
	const age = Date.now() - (token.receivedAt ?? -Infinity);
	return age > timing.justIssuedMs ? token.value : undefined;
}

/** Milliseconds for which a token endpoint that could not be reached is left alone. */
export function exchangeRestMs(account: Account): number {
	return Math.max(0, (stateOf(account.owner).restUntil ?? 0) - Date.now());
}

/** True once for each new token of a custom app: whoever gets it has n8n store the token with the credential. */
export function takeUnstored(account: Account): boolean {
	const state = stateOf(account.owner);
	const unstored = state.unstored === true;
	state.unstored = false;
	return unstored;
}

/** Forgets every token. For tests: a new process starts like this. */
export function forgetTokens(): void {
	owners.clear();
}

async function exchange(
	state: OwnerState,
	account: Account,
	exchanger: Exchanger,
): Promise<Result<Token> | undefined> {
	try {
		const outcome = await exchanger.retry(async () => await exchangeToken(account, exchanger));
		if (outcome === undefined) return undefined;
		if (!outcome.ok) {
			if (outcome.failure.retryable) state.restUntil = Date.now() + timing.exchangeRestMs;
			return outcome;
		}
		const { value } = outcome.value;
		const isSame = state.refused?.includes(value) === true;
		state.doubts = isSame ? (state.doubts ?? 0) + 1 : 0;
		if (isSame) state.refused = state.refused?.filter((refused) => refused !== value) ?? [];
		state.token = outcome.value;
		state.unstored = account.appType === 'custom' && !isSame;
		return isSame ? fail(sameTokenAgain()) : outcome;
	} finally {
		delete state.exchange;
	}
}

/** So many refused tokens are remembered for each owner. */
const MAX_REFUSED = 10;

const SAME_TOKEN = 'TOKEN_NOT_ACCEPTED';

/** So many refusals in a row of a token that Feishu issues again and again may be a hiccup; more are not. */
const MAX_DOUBTS = 3;

function sameTokenAgain(): Failure {
	return {
		message: 'Feishu issues a token that it does not accept',
		code: SAME_TOKEN,
		category: 'authentication',
		retryable: false,
		hint: 'Check in the developer console that the app is enabled and published in this tenant, test the credential, then run again.',
		attempts: 0,
	};
}

function isFresh(token: Token): boolean {
	const life = token.expiresAt - (token.receivedAt ?? -Infinity);
	const margin = Math.min(timing.tokenMarginMs, life / 10);
	return token.expiresAt - margin > Date.now();
}

/** The token inside the credential, if it was issued to exactly this account, is fresh and was not refused. */
function usableStoredToken(
	state: OwnerState,
	account: Account,
	credential: ICredentialDataDecryptedObject,
): Token | undefined {
	const { accessToken, accessTokenExpiresAt, accessTokenOwner } = credential;
	if (accessTokenOwner !== account.owner) return undefined;
	if (typeof accessToken !== 'string' || accessToken === '') return undefined;
	if (state.refused?.includes(accessToken)) return undefined;
	const token = { value: accessToken, expiresAt: Number(accessTokenExpiresAt) };
	return isFresh(token) ? token : undefined;
}

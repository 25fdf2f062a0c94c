/** A new token for everybody who needs one: asked for once, tried again by everybody's own rules. */
import type { Account } from '../caller/account';
import { backoffMs } from '../core/backoff';
import { monotonicNow } from '../core/clock';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { wait, waitFor } from '../core/wait';
import { isFresh, type Token } from './token';
import { exchangeToken, type ExchangeOptions } from './tokenExchange';
import { tokensOf, type OwnerTokens } from './tokens';

/** Somebody who needs a token. */
export interface Asker extends ExchangeOptions {
	/** How many failures that may pass they see and still ask again. */
	maxRetries: number;
	signal: AbortSignal | undefined;
}

/**
 * Exchanges, or joins the exchange that is under way. Undefined = cancelled.
 * `insteadOf` is a token that whoever asks does not want back, although nothing proves it dead.
 */
export async function renewToken(
	account: Account,
	asker: Asker,
	insteadOf?: string,
): Promise<Result<Token> | undefined> {
	const known = tokensOf(account);
	let failures = 0;
	while (!asker.signal?.aborted) {
		const { token } = known;
		if (token !== undefined && token.value !== insteadOf && isFresh(token)) return succeed(token);
		const joined = isUnderWay(account, asker);
		const outcome = await waitFor(joinOrBegin(account, asker), asker.signal);
		// Undefined though our own execution goes on: the one who began it was cancelled.
		if (outcome === undefined) continue;
		if (outcome.ok) return outcome;
		// The same token again ends one item. Whoever only joined may try it: its own refusal was the same one.
		if (joined && isHiccup(known, outcome.failure)) continue;
		failures += 1;
		if (!outcome.failure.retryable || failures > asker.maxRetries) return outcome;
		await waitUntil(account, asker, known.passingFailures?.retryAt);
	}
	return undefined;
}

/** Leaves a token endpoint alone that has just failed somebody else. */
export async function waitForRest(account: Account, asker: Asker): Promise<void> {
	const latestAt = tokensOf(account).passingFailures?.latestAt;
	await waitUntil(account, asker, latestAt && latestAt + timing.exchangeRestMs);
}

/** Whether a failed exchange is final for a run. A token refused and issued again may have met a hiccup: the next calls tell. */
export function isFinalRefusal(account: Account, failure: Failure): boolean {
	return !failure.retryable && !isHiccup(tokensOf(account), failure);
}

/** Ends early once somebody else gets a token or asks for one. */
async function waitUntil(account: Account, asker: Asker, moment = 0): Promise<void> {
	const known = tokensOf(account);
	await wait(
		moment - monotonicNow(),
		asker.signal,
		() => isUnderWay(account, asker) || (known.token !== undefined && isFresh(known.token)),
	);
}

/** Nobody joins an exchange that asks with another ticket than their own, or waits longer or shorter than they would. */
function wayOfAsking(account: Account, { timeoutMs }: Asker): string {
	return `${account.exchangeKey} ${timeoutMs}`;
}

function isUnderWay(account: Account, asker: Asker): boolean {
	return tokensOf(account).exchanges.has(wayOfAsking(account, asker));
}

async function joinOrBegin(account: Account, asker: Asker): Promise<Result<Token> | undefined> {
	const { exchanges } = tokensOf(account);
	const way = wayOfAsking(account, asker);
	const underWay = exchanges.get(way);
	if (underWay !== undefined) return await underWay;
	const begun = exchange(account, asker).finally(() => exchanges.delete(way));
	exchanges.set(way, begun);
	return await begun;
}

/** Asks once, and remembers what came of it. Undefined = cancelled. */
async function exchange(account: Account, asker: Asker): Promise<Result<Token> | undefined> {
	const known = tokensOf(account);
	const outcome = await exchangeToken(account, asker);
	if (!outcome.ok) {
		if (asker.signal?.aborted) return undefined;
		if (outcome.failure.retryable) notePassingFailure(known);
		return outcome;
	}
	delete known.passingFailures;
	const { value } = outcome.value;
	const isSame = known.refused.includes(value);
	known.sameTokenInARow = isSame ? known.sameTokenInARow + 1 : 0;
	known.refused = known.refused.filter((refused) => refused !== value);
	known.isUnstored = account.appType === 'custom' && !isSame;
	known.token = outcome.value;
	return isSame ? fail(sameTokenAgain()) : outcome;
}

function notePassingFailure(known: OwnerTokens): void {
	const inARow = (known.passingFailures?.inARow ?? 0) + 1;
	const latestAt = monotonicNow();
	known.passingFailures = { inARow, latestAt, retryAt: latestAt + backoffMs(inARow) };
}

/** Feishu refuses a token and issues the very same one again. */
export const SAME_TOKEN = 'TOKEN_NOT_ACCEPTED';

/** So many refusals in a row of a token that Feishu issues again and again may be a hiccup; more are not. */
const MAX_HICCUPS = 3;

function isHiccup({ sameTokenInARow }: OwnerTokens, { code }: Failure): boolean {
	return code === SAME_TOKEN && sameTokenInARow <= MAX_HICCUPS;
}

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

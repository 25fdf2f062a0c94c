/** A new token for everybody who needs one: asked for once, tried again by everybody's own rules. */
import type { Account } from '../caller/account';
import { backoffMs } from '../core/backoff';
import { monotonicNow } from '../core/clock';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { wait, waitFor } from '../core/wait';
import { isFresh, type Token } from './token';
import { exchangeToken, type ExchangeOptions } from './tokenExchange';
import { tokensOf, type Exchange, type OwnerTokens } from './tokens';

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
	const allowed = exchangeFor(account, asker).failures + asker.maxRetries;
	while (!asker.signal?.aborted) {
		const { token } = known;
		if (token !== undefined && token.value !== insteadOf && isFresh(token)) return succeed(token);
		const exchange = exchangeFor(account, asker);
		const joined = exchange.underWay !== undefined;
		exchange.underWay ??= exchangeOnce(account, asker, exchange);
		const outcome = await waitFor(exchange.underWay, asker.signal);
		// Undefined though our own execution goes on: the one who began it was cancelled.
		if (outcome === undefined) continue;
		if (outcome.ok) return outcome;
		// The same token again ends one item. Whoever only joined may try it: its own refusal was the same one.
		if (joined && isHiccup(known, outcome.failure)) continue;
		if (!outcome.failure.retryable || exchange.failures > allowed) return outcome;
		await waitUntil(exchange.retryAt, account, asker);
		// Somebody else may have asked again and failed while we slept.
		if (exchange.failures > allowed) return outcome;
	}
	return undefined;
}

/** Leaves a token endpoint alone that has just failed somebody else. */
export async function waitForRest(account: Account, asker: Asker): Promise<void> {
	const { failures, failedAt } = exchangeFor(account, asker);
	if (failures > 0) await waitUntil(failedAt + timing.exchangeRestMs, account, asker);
}

/** Whether a failed exchange is final for a run. A token refused and issued again may have met a hiccup: the next calls tell. */
export function isFinalRefusal(account: Account, failure: Failure): boolean {
	return !failure.retryable && !isHiccup(tokensOf(account), failure);
}

/** Ends early once somebody else gets a token or asks for one. */
async function waitUntil(moment: number, account: Account, asker: Asker): Promise<void> {
	const known = tokensOf(account);
	const exchange = exchangeFor(account, asker);
	await wait(
		moment - monotonicNow(),
		asker.signal,
		() => exchange.underWay !== undefined || (known.token !== undefined && isFresh(known.token)),
	);
}

/** Nobody joins an exchange that asks with another ticket than their own, or waits longer or shorter than they would. */
function exchangeFor(account: Account, { timeoutMs }: Asker): Exchange {
	const { exchanges } = tokensOf(account);
	const shared = `${account.exchangeKey} ${timeoutMs}`;
	const exchange = exchanges.get(shared) ?? { failures: 0, failedAt: 0, retryAt: 0 };
	exchanges.set(shared, exchange);
	return exchange;
}

/** Asks once, and remembers what came of it. Undefined = cancelled. */
async function exchangeOnce(
	account: Account,
	asker: Asker,
	exchange: Exchange,
): Promise<Result<Token> | undefined> {
	try {
		const outcome = await exchangeToken(account, asker);
		if (outcome.ok) {
			exchange.failures = 0;
			return keep(account, outcome.value);
		}
		if (asker.signal?.aborted) return undefined;
		exchange.failures = outcome.failure.retryable ? exchange.failures + 1 : 0;
		exchange.failedAt = monotonicNow();
		exchange.retryAt = exchange.failedAt + backoffMs(exchange.failures);
		return outcome;
	} finally {
		delete exchange.underWay;
	}
}

/** A failure where Feishu has issued a token again that it had refused. */
function keep(account: Account, token: Token): Result<Token> {
	const known = tokensOf(account);
	const isSame = known.refused.includes(token.value);
	if (isSame) known.sameTokenInARow += 1;
	known.refused = known.refused.filter((refused) => refused !== token.value);
	known.isUnstored = account.appType === 'custom';
	known.token = token;
	forgetIdle(known);
	return isSame ? fail(sameTokenAgain()) : succeed(token);
}

/** Tickets change every hour: what failed with an old one is not kept for ever. */
function forgetIdle({ exchanges }: OwnerTokens): void {
	for (const [shared, { underWay }] of exchanges) {
		if (underWay === undefined) exchanges.delete(shared);
	}
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

/** Exchanges an app's secret for a tenant token: one call for a custom app, two for a store app. */
import { judge } from '../answers/judge';
import { secretsOf, type Account } from '../caller/account';
import type { RequestLog } from '../caller/session';
import { cleanText } from '../core/cleanText';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import type { Reply } from '../http/reply';
import { send, type Transmit } from '../http/send';
import { TOKEN_EXCHANGE_CODES, TOKEN_REFUSED_OTHERWISE } from './exchangeCodes';
import { readToken, type Token } from './token';

/** How a token endpoint is asked. */
export interface ExchangeOptions {
	/** n8n's request function without authentication. */
	transmit: Transmit;
	timeoutMs: number;
	log(line: RequestLog): void;
}

/** Asks once. A failure's `retryable` tells whether asking again can help. */
export async function exchangeToken(
	account: Account,
	options: ExchangeOptions,
): Promise<Result<Token>> {
	const ask = async (path: string, body: Record<string, string>, field: string, secret = '') =>
		await askForToken(account, options, { path, body, field, secret });
	if (account.appType === 'custom') {
		return await ask(
			'/open-apis/auth/v3/tenant_access_token/internal',
			{ app_id: account.appId, app_secret: account.appSecret },
			'tenant_access_token',
		);
	}
	const appToken = await ask(
		'/open-apis/auth/v3/app_access_token',
		{ app_id: account.appId, app_secret: account.appSecret, app_ticket: account.appTicket },
		'app_access_token',
	);
	if (!appToken.ok) return appToken;
	return await ask(
		'/open-apis/auth/v3/tenant_access_token',
		{ app_access_token: appToken.value.value, tenant_key: account.tenantKey },
		'tenant_access_token',
		appToken.value.value,
	);
}

interface TokenQuestion {
	path: string;
	body: Record<string, string>;
	/** The reply's field that holds the token. */
	field: string;
	/** A token inside the question, to be masked in whatever comes back. */
	secret: string;
}

async function askForToken(
	account: Account,
	{ transmit, timeoutMs, log }: ExchangeOptions,
	question: TokenQuestion,
): Promise<Result<Token>> {
	const secrets = [...secretsOf(account), question.secret];
	const url = account.baseUrl + question.path;
	const sent = await send(transmit, { method: 'POST', url, body: question.body, timeoutMs });
	const judged = judge(sent, TOKEN_EXCHANGE_CODES, secrets, TOKEN_REFUSED_OTHERWISE);
	const logId = sent.reply?.logId;
	log({
		api: 'token',
		code: judged.verdict?.failure.code ?? 0,
		...(logId !== undefined && { log_id: cleanText(logId, secrets) }),
	});
	if (judged.verdict !== undefined) return fail(locate(judged.verdict.failure, account));
	const { body } = judged.accepted;
	const token = readToken(body?.[question.field], body?.expire);
	return token === undefined ? failMissing(judged.accepted) : succeed(token);
}

function failMissing(reply: Reply): Result<Token> {
	return fail({
		message: 'Feishu’s token endpoint answered without a token that can be used',
		code: 'TOKEN_MISSING',
		category: 'service',
		retryable: true,
		hint: 'Check the Environment in the credential and whether a proxy answers in Feishu’s place, then run again.',
		http_status: reply.status,
		attempts: 0,
	});
}

/** Says that no token was to be had where the failure itself does not name the app: the cause is in another place then. */
function locate(failure: Failure, account: Account): Failure {
	if (failure.category !== 'network' && failure.category !== 'service') return failure;
	return {
		...failure,
		message: `No access token from ${new URL(account.baseUrl).host}: ${failure.message}`,
		hint: 'Check the Environment in the credential and that this n8n reaches that host (network, proxy, firewall), then run again.',
	};
}

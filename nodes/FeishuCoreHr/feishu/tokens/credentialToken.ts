/** What n8n asks of the credential: get a token, sign a request with it. */
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { readAccount, type Account } from '../caller/account';
import type { Failure, Result } from '../core/failure';
import { fitHint } from '../core/hint';
import { findAgedToken, findTokenToSign, renewToken, takeUnstored } from './tokens';

/** How long a token endpoint may take when n8n asks, in milliseconds. */
const EXCHANGE_TIMEOUT_MS = 30_000;

/** The tokens of store apps with which n8n signed, by the credential object it used: n8n stores none of them. */
const signedWith = new WeakMap<ICredentialDataDecryptedObject, string>();

/**
 * n8n asks when the stored token is empty, when signing answered 401, and, in the HTTP Request node, when any request failed.
 * Returns what n8n stores with the credential. Of a store app nothing is stored: n8n before 2.34 writes the resolved
 * credential back, and an expression in Tenant Key would become one tenant's literal.
 */
export async function provideToken(
	http: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const account = unwrap(readAccount(credential));
	const outcome = await renewToken(
		account,
		{
			transmit: async (options) => (await http.helpers.httpRequest(options)) as unknown,
			timeoutMs: EXCHANGE_TIMEOUT_MS,
			// The credential has no log to write to.
			log: () => undefined,
			signal: undefined,
			retry: async (ask) => await ask(),
		},
		tokenToReplace(account, credential),
	);
	if (outcome === undefined) throw new Error('The token exchange was cancelled. Try again.');
	const token = unwrap(outcome);
	if (account.appType === 'store') return {};
	// n8n stores what is returned here, so the node need not have it stored once more.
	takeUnstored(account);
	return {
		accessToken: token.value,
		// As text: n8n 1.123 cannot show a credential whose password field holds a number.
		accessTokenExpiresAt: String(token.expiresAt),
		accessTokenOwner: account.owner,
	};
}

/** Adds the token. Without a usable one it throws what makes n8n ask for a token and sign again. */
export function signRequest(
	credential: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const account = unwrap(readAccount(credential));
	const token = findTokenToSign(account, credential);
	if (token === undefined) {
		throw Object.assign(new Error('The Feishu access token is missing or expired'), {
			response: { status: 401 },
		});
	}
	if (account.appType === 'store') signedWith.set(credential, token);
	return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
}

/**
 * The token that n8n does not want back. Of a custom app that is the stored one; where none is stored, as while the
 * credential is tested, an older one of this process: it may have been revoked meanwhile.
 */
function tokenToReplace(
	account: Account,
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	if (account.appType === 'store') return signedWith.get(credential);
	const { accessToken } = credential;
	const isStored = typeof accessToken === 'string' && accessToken !== '';
	return isStored ? accessToken : findAgedToken(account);
}

/** n8n shows a plain Error's message word for word in the credential form. One with a code or response shows only that. */
function unwrap<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new Error(sentences(result.failure));
}

function sentences(failure: Failure): string {
	const words =
		failure.feishu_message === undefined ? '' : ` Feishu says: ${failure.feishu_message}.`;
	return `${failure.message}.${words} ${fitHint({ hint: failure.hint })}`;
}

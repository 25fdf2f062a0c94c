/** What n8n asks of the credential: get a token, sign a request with it. */
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { readAccount, type Account } from '../caller/account';
import { cancelledFailure, fail, type Failure, type Result } from '../core/failure';
import { fitHint } from '../core/hint';
import { renewToken } from './renewal';
import { refuseAddress } from './requestAddress';
import { fieldsOf } from './token';
import { claimStoring, findAgedToken, findTokenToSign } from './tokens';

/** How long a token endpoint may take when n8n asks, in milliseconds. */
const EXCHANGE_TIMEOUT_MS = 30_000;

/** The tokens with which a request was signed, by the credential object that n8n used. */
const signedWith = new WeakMap<ICredentialDataDecryptedObject, string>();

/** Why there was no token for a credential object. */
const refusals = new WeakMap<ICredentialDataDecryptedObject, Failure>();

/** Why a request was not signed, by the credential object that n8n used. */
const strayRequests = new WeakMap<ICredentialDataDecryptedObject, string>();

/**
 * Whether a request was signed with this very object (n8n hands on the one that it is given as
 * `credentialsDecrypted.data`). False = no request left with it: n8n sends only what was signed.
 */
export function wasSigned(credential: ICredentialDataDecryptedObject): boolean {
	return signedWith.has(credential);
}

/** Why n8n, which asked with this very object, got no token. Undefined = it got one, or did not ask. */
export function refusalOf(credential: ICredentialDataDecryptedObject): Failure | undefined {
	return refusals.get(credential);
}

/**
 * n8n asks when the stored token is empty, when signing answered 401, and, in the HTTP Request node, when any request failed.
 * Returns what n8n stores with the credential. Of a store app nothing is stored: n8n before 2.34 writes the resolved
 * credential back, and an expression in Tenant Key would become one tenant's literal.
 */
export async function provideToken(
	http: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const stray = strayRequests.get(credential);
	strayRequests.delete(credential);
	// The HTTP Request node asks for a token after any error. None helps a request that goes to another host.
	if (stray !== undefined) throw new Error(stray);
	const account = unwrap(credential, readAccount(credential));
	const asker = {
		transmit: async (options: IHttpRequestOptions, deadline: AbortSignal) =>
			(await http.helpers.httpRequest({ ...options, abortSignal: deadline })) as unknown,
		timeoutMs: EXCHANGE_TIMEOUT_MS,
		maxRetries: 0,
		signal: undefined,
		// The credential has no log to write to.
		log: () => undefined,
	};
	const outcome = await renewToken(account, asker, tokenToReplace(account, credential));
	const token = unwrap(credential, outcome ?? fail(cancelledFailure()));
	if (account.appType === 'store') return {};
	// n8n stores what is returned here, so the node need not have it stored once more.
	claimStoring(account);
	return { ...fieldsOf(account, token) };
}

/**
 * Adds the token. Without a usable one it throws what makes n8n ask for a token and sign again.
 * Only a request to the credential's own host is signed.
 */
export function signRequest(
	credential: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const account = unwrap(credential, readAccount(credential));
	const stray = refuseAddress(account.baseUrl, options);
	if (stray !== undefined) {
		strayRequests.set(credential, stray);
		throw new Error(stray);
	}
	const token = findTokenToSign(account, credential);
	if (token === undefined) {
		throw Object.assign(new Error('The Feishu access token is missing or expired'), {
			response: { status: 401 },
		});
	}
	signedWith.set(credential, token);
	return {
		...options,
		...limitOf(credential, options),
		headers: { ...options.headers, Authorization: `Bearer ${token}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/** When the request that is signed with a credential object has to end. */
const deadlines = new WeakMap<ICredentialDataDecryptedObject, AbortSignal>();

/** Ends the request that n8n signs with this very object at the deadline. n8n puts its own signal in the place of any that it is given. */
export function endAt(credential: ICredentialDataDecryptedObject, deadline: AbortSignal): void {
	deadlines.set(credential, deadline);
}

function limitOf(
	credential: ICredentialDataDecryptedObject,
	{ abortSignal }: IHttpRequestOptions,
): Pick<IHttpRequestOptions, 'abortSignal'> {
	const deadline = deadlines.get(credential);
	if (deadline === undefined) return {};
	return {
		abortSignal:
			abortSignal instanceof AbortSignal ? AbortSignal.any([abortSignal, deadline]) : deadline,
	};
}

/**
 * The token that n8n does not want back. Of a custom app that is the stored one; where none is stored, as while the
 * credential is tested, an older one of this process: it may have been revoked meanwhile. Of a store app none is
 * stored: it is the one with which the failed request was signed.
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
function unwrap<T>(credential: ICredentialDataDecryptedObject, result: Result<T>): T {
	if (result.ok) return result.value;
	refusals.set(credential, result.failure);
	throw new Error(sentences(result.failure));
}

function sentences(failure: Failure): string {
	const words =
		failure.feishu_message === undefined ? '' : ` Feishu says: ${failure.feishu_message}.`;
	return `${failure.message}.${words} ${fitHint({ hint: failure.hint })}`;
}

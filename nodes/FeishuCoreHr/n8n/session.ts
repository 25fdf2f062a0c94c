/** Connects the Feishu client to n8n: its request functions, its credential, its cancel signal, its log. */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../feishu/caller/account';
import { cleanText } from '../feishu/core/cleanText';
import { monotonicNow } from '../feishu/core/clock';
import { refuseInput, succeed, type Result } from '../feishu/core/failure';
import type { Session, SessionOptions } from '../feishu/caller/session';
import { endAt } from '../feishu/tokens/credentialToken';

/** A run of the node, or the editor that fills a list. */
type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** `aside` as in `Session`; without it nothing waits for a place. */
export function createSession(
	context: Context,
	options: SessionOptions,
	aside: Session['aside'] = async (_outlook, work) => await work(),
): Session {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		// Unlike the helper with authentication, this one does not end with the execution by itself.
		plain: async (request, deadline) =>
			(await context.helpers.httpRequest({
				...request,
				abortSignal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
			})) as unknown,
		authenticated: (credential) => async (request, deadline) => {
			endAt(credential, deadline);
			return await sendSigned(context, credential, request);
		},
		startedAt: monotonicNow(),
		signal,
		stopped: false,
		notBegun: 0,
		timeoutMs: options.timeoutMs,
		maxRetries: options.maxRetries,
		requestsPerMinute: options.requestsPerMinute,
		log: (line) => context.logger.debug('Feishu CoreHR request', { ...line }),
		refusedExchanges: new Map(),
		sharedFailures: new Map(),
		aside,
	};
}

/** Resolves the credential's expressions for this item. n8n's own helper would always take the first item's. */
export async function readCredential(
	context: Context,
	itemIndex?: number,
): Promise<Result<ICredentialDataDecryptedObject>> {
	try {
		return succeed(await context.getCredentials(CREDENTIAL_TYPE, itemIndex));
	} catch (error) {
		const reason = error instanceof Error ? cleanText(error.message, []) : 'n8n gives no reason';
		return refuseInput(
			'CREDENTIAL_UNAVAILABLE',
			`n8n cannot provide the Feishu CoreHR credential: ${reason}`,
			'Choose a Feishu CoreHR API credential in this node. If it has expressions, check that they give a value for this item.',
		);
	}
}

async function sendSigned(
	context: Context,
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<unknown> {
	const { id, name } = context.getNode().credentials?.[CREDENTIAL_TYPE] ?? { id: null, name: '' };
	const credentialsDecrypted = {
		id: id ?? '',
		name,
		type: CREDENTIAL_TYPE,
		data: credential,
	};
	return (await context.helpers.httpRequestWithAuthentication.call(
		context,
		CREDENTIAL_TYPE,
		request,
		{ credentialsDecrypted },
	)) as unknown;
}

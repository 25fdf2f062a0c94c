/** The trigger's credential: read, and checked before n8n lets the workflow listen. */
import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { weaknessOf, type EventKeys } from '../feishu/events/keys';

/** The name of the credential type. */
export const EVENTS_CREDENTIAL_TYPE = 'feishuCoreHrEventsApi';

const WHERE_KEYS_STAND =
	'Copy the Encrypt Key from the developer console > your app > Events & Callbacks > Encryption Strategy into the credential; where the app has none, set one there or copy the Verification Token.';

export async function readEventKeys(
	context: IWebhookFunctions | IHookFunctions,
): Promise<EventKeys> {
	return eventKeysIn(await context.getCredentials(EVENTS_CREDENTIAL_TYPE));
}

/** n8n's question whether the address is registered. It is asked before a workflow is published: a throw keeps it from listening without proof. */
export async function refuseWeakKeys(context: IHookFunctions): Promise<boolean> {
	const weakness = weaknessOf(await readEventKeys(context));
	if (weakness === undefined) return true;
	throw new NodeOperationError(context.getNode(), weakness, { description: WHERE_KEYS_STAND });
}

/** The credential form's test. Feishu has no call that tells whether the two secrets are the app's, so it looks at the form only. */
export async function checkEventKeys(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const weakness = weaknessOf(eventKeysIn(data));
	return weakness === undefined
		? {
				status: 'OK',
				message:
					'Complete. Feishu checks it when you enter the request URL in the developer console.',
			}
		: { status: 'Error', message: `${weakness}. ${WHERE_KEYS_STAND}` };
}

function eventKeysIn(credential: ICredentialDataDecryptedObject): EventKeys {
	return {
		encryptKey: trimmed(credential.encryptKey),
		verificationToken: trimmed(credential.verificationToken),
		appId: trimmed(credential.appId),
	};
}

function trimmed(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

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

import { BoundedMap } from '../feishu/core/boundedMap';
import { weaknessOf, type EventKeys } from '../feishu/events/keys';

/** The name of the credential type. */
export const EVENTS_CREDENTIAL_TYPE = 'feishuCoreHrEventsApi';

const WHERE_KEYS_STAND =
	'Copy the Encrypt Key from the developer console > your app > Events & Callbacks > Encryption Strategy into the credential; where the app has none, set one there or copy the Verification Token.';

/** n8n takes some 50 ms of work to read a credential: for so long one reading serves a storm of requests, forged ones above all. */
const READING_LASTS_MS = 2_000;

interface Reading {
	keys: Promise<EventKeys> | undefined;
	/** On the clock of `performance`. */
	since: number;
}

const readings = new BoundedMap<Reading>(() => true);

/** The keys of this trigger, at most two seconds old. A reading that failed serves those who waited for it, nobody after them. */
export async function readEventKeys(
	context: IWebhookFunctions,
	now = performance.now(),
): Promise<EventKeys> {
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	const reading = readings.getOrCreate(key, () => ({ keys: undefined, since: now }));
	if (reading.keys === undefined || now - reading.since >= READING_LASTS_MS) {
		reading.since = now;
		const keys = readFresh(context);
		reading.keys = keys;
		keys.catch(() => {
			if (reading.keys === keys) reading.keys = undefined;
		});
	}
	return await reading.keys;
}

async function readFresh(context: IWebhookFunctions | IHookFunctions): Promise<EventKeys> {
	return eventKeysIn(await context.getCredentials(EVENTS_CREDENTIAL_TYPE));
}

/** n8n's question whether the address is registered. It is asked before a workflow is published: a throw keeps it from listening without proof. */
export async function refuseWeakKeys(context: IHookFunctions): Promise<boolean> {
	const weakness = weaknessOf(await readFresh(context));
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

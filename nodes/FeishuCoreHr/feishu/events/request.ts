/** Tells what a request to the trigger's address is: Feishu's check of the address, an event, or something that nothing proves. */
import { decrypt } from './decryption';
import { readEnvelope, tokenIn, type Envelope } from './envelope';
import { fieldIn, objectIn, parseJson, textIn, type Json } from './json';
import { weaknessOf, type EventKeys } from './keys';
import { isSameSecret, isSignedByFeishu, type SignatureHeaders } from './signature';

/** Why a request is refused, for the log. Each says what to do where it was Feishu after all; none repeats what was sent. */
export const REFUSALS = {
	notJson: 'The body is not a JSON object.',
	notEncrypted:
		'The body is not encrypted, and the credential has an Encrypt Key. If Feishu sent it, the app has no Encrypt Key: set the same one on both sides.',
	noKey:
		'The body is encrypted, and the credential has no Encrypt Key. If Feishu sent it, copy the Encrypt Key of the app into the credential.',
	notDecrypted:
		'The Encrypt Key does not open the body. If Feishu sent it, the Encrypt Key in the credential is not the app’s.',
	notSigned:
		'The signature is missing or wrong. If Feishu sent it, the Encrypt Key in the credential is not the app’s, or a proxy changes the body on its way.',
	wrongToken:
		'The Verification Token is missing or wrong. If Feishu sent it, the one in the credential is not the app’s.',
	wrongApp:
		'The event belongs to another app than the App ID in the credential names, or names none.',
	noChallenge: 'The check of the address has no text to send back.',
	noKeys:
		'The credential has neither an Encrypt Key nor a Verification Token, so nothing can be proved. Copy them from Events & Callbacks of the app.',
} as const;

export type Refusal = keyof typeof REFUSALS;

export type Received =
	| { kind: 'challenge'; challenge: string }
	| { kind: 'event'; envelope: Envelope }
	| { kind: 'refused'; refusal: Refusal };

export interface EventRequest {
	/** The bytes as received. */
	body: Buffer;
	headers: SignatureHeaders;
}

/**
 * Feishu does not sign its check of the address, so the body is decrypted first: that it opens is the proof there.
 * Everything else needs the signature where there is an Encrypt Key, and the token where there is one.
 * There is no limit of age: Feishu repeats an event up to 7 hours later.
 */
export function receive({ body, headers }: EventRequest, keys: EventKeys): Received {
	if (weaknessOf(keys) !== undefined) return refuse('noKeys');
	const outer = objectIn(parseJson(body.toString('utf8')));
	if (outer === undefined) return refuse('notJson');
	const encrypted = textIn(outer, 'encrypt');
	if (keys.encryptKey === '') {
		if (encrypted !== undefined) return refuse('noKey');
		return receiveOpened(body.toString('utf8'), outer, keys, true);
	}
	if (encrypted === undefined) return refuse('notEncrypted');
	const text = decrypt(encrypted, keys.encryptKey);
	const opened = text === undefined ? undefined : objectIn(parseJson(text));
	if (text === undefined || opened === undefined) return refuse('notDecrypted');
	return receiveOpened(text, opened, keys, isSignedByFeishu(body, headers, keys.encryptKey));
}

function receiveOpened(text: string, body: Json, keys: EventKeys, isSigned: boolean): Received {
	const isChallenge = fieldIn(body, 'type') === 'url_verification';
	if (!isChallenge && !isSigned) return refuse('notSigned');
	if (keys.verificationToken !== '') {
		const isRight = isSameSecret(tokenIn(body) ?? '', keys.verificationToken);
		if (!isRight) return refuse('wrongToken');
	}
	if (isChallenge) {
		const challenge = textIn(body, 'challenge');
		return challenge === undefined ? refuse('noChallenge') : { kind: 'challenge', challenge };
	}
	const safe = objectIn(parseJson(text, true));
	if (safe === undefined) return refuse('notJson');
	const envelope = readEnvelope(safe);
	if (keys.appId !== '' && envelope.appId !== keys.appId) return refuse('wrongApp');
	return { kind: 'event', envelope };
}

function refuse(refusal: Refusal): Received {
	return { kind: 'refused', refusal };
}

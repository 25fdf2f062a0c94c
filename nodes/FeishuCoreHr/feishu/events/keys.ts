/** What proves that an event comes from Feishu: the two secrets of an app's page Events & Callbacks. */

/** An empty text means that the app's owner has not set it. */
export interface EventKeys {
	/** Signs and encrypts events. Without it Feishu's signature proves nothing: anybody can compute it. */
	encryptKey: string;
	/** Stands inside of every event. */
	verificationToken: string;
	/** Events of another app are refused; empty = any app that knows the secrets. */
	appId: string;
}

/** Says why these keys prove nothing, or undefined where they do. */
export function weaknessOf(keys: EventKeys): string | undefined {
	return keys.encryptKey === '' && keys.verificationToken === ''
		? 'Encrypt Key and Verification Token are both empty, so nothing tells Feishu’s events from forged ones'
		: undefined;
}

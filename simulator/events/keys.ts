// The two secrets of an app's page Events & Callbacks. All are placeholders.

/** An empty Encrypt Key: nothing is encrypted, and signatures are computed with an empty key. */
export interface EventKeys {
	encryptKey: string;
	verificationToken: string;
}

/** What an app has unless a test sets something else. */
export function placeholderKeys(appId: string): EventKeys {
	return {
		encryptKey: `placeholder-encrypt-key-of-${appId}`,
		verificationToken: `placeholder-verification-token-of-${appId}`,
	};
}

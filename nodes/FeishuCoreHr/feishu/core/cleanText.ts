/** Makes text from outside safe to keep in items, errors and logs. */

/** Longest piece of server text that is kept, in characters. */
const MAX_TEXT_LENGTH = 500;

/**
 * Masks every secret, also in its URL-encoded form, turns control characters into spaces and cuts to 500 characters.
 * Masking comes first: a cut could leave half a secret that no longer matches.
 */
export function cleanText(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret === '') continue;
		clean = clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
	}
	return clean
		.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
		.trim()
		.slice(0, MAX_TEXT_LENGTH);
}

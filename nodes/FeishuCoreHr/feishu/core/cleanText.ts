/** Makes text from outside safe to keep in items, errors and logs, and to look for something in. */

/** Longest piece of server text that is kept, in characters. */
const MAX_TEXT_LENGTH = 500;

/** Control characters, those that only change how others look, and halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/** As much of a text as is cleaned: of a longer one no more than this can be left. */
const MAX_CLEANED_LENGTH = 10_000;

/** As much of a text as a pattern may meet: the time that a pattern takes can grow faster than the text. */
const MAX_SEARCHED_LENGTH = 2_000;

/**
 * Masks every secret, turns control characters and halves of characters into spaces and cuts to 500 characters.
 * Masking comes first: a cut could leave half a secret that no longer matches.
 */
export function cleanText(text: string, secrets: readonly string[]): string {
	const plain = cutText(mask(text, secrets), MAX_CLEANED_LENGTH).replace(UNSAFE, ' ').trim();
	return cutText(plain, MAX_TEXT_LENGTH);
}

/** The beginning of a text, at most so many UTF-16 units long, with no half of a character at its end. */
export function cutText(text: string, maxLength: number): string {
	return text.slice(0, maxLength).replace(/\p{Cs}$/u, '');
}

/** The beginning of server text, in which a pattern may look for something; every secret is masked before the cut. */
export function searchedPart(text: string, secrets: readonly string[]): string {
	return cutText(mask(text, secrets), MAX_SEARCHED_LENGTH);
}

/** The longest first: one secret may be a part of another. */
function mask(text: string, secrets: readonly string[]): string {
	return secrets
		.flatMap(formsOf)
		.sort((a, b) => b.length - a.length)
		.reduce((masked, form) => masked.replaceAll(form, '***'), text);
}

/** How a secret can stand in a text: as it is, inside of JSON, URL-encoded with capital or small letters. */
function formsOf(secret: string): string[] {
	if (secret === '') return [];
	const encoded = encodeURIComponent(secret.replace(/\p{Cs}/gu, '\uFFFD'));
	const inJson = JSON.stringify(secret).slice(1, -1);
	const small = encoded.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
	return [...new Set([secret, inJson, encoded, small])];
}

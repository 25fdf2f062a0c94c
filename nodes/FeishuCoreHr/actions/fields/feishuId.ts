/** The form of Feishu’s record IDs: people, departments. */

/** Feishu’s IDs are 64-bit numbers, the largest of which has so many digits. */
const MAX_DIGITS = 19;

/**
 * Says what keeps a trimmed text from being an ID, as the end of a sentence; undefined = it is one.
 * A leading zero is refused because `007` and `7` would be two names of one person.
 */
export function whyNoFeishuId(text: string): string | undefined {
	if (!/^[0-9]+$/.test(text)) return 'has something other than the digits 0 to 9 in it';
	if (text.startsWith('0')) return 'begins with 0, as no ID of Feishu’s does';
	if (text.length <= MAX_DIGITS) return undefined;
	return `has ${text.length} digits, and IDs of Feishu’s have at most ${MAX_DIGITS}`;
}

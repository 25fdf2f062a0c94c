/** Feishu's encryption of an event: AES-256-CBC under the SHA-256 of the Encrypt Key, the initial vector in front, Base64 around both. */
import { createDecipheriv, createHash } from 'node:crypto';

const BLOCK_BYTES = 16;

/** The text inside, or undefined where this key does not open it. Which of the ways it failed is not told: it would help a forger. */
export function decrypt(encrypted: string, encryptKey: string): string | undefined {
	const data = Buffer.from(encrypted, 'base64');
	if (data.length < 2 * BLOCK_BYTES || data.length % BLOCK_BYTES !== 0) return undefined;
	const key = createHash('sha256').update(encryptKey, 'utf8').digest();
	const decipher = createDecipheriv('aes-256-cbc', key, data.subarray(0, BLOCK_BYTES));
	try {
		// Both pieces before decoding: a character may lie across them.
		const text = Buffer.concat([decipher.update(data.subarray(BLOCK_BYTES)), decipher.final()]);
		return text.toString('utf8');
	} catch {
		return undefined;
	}
}

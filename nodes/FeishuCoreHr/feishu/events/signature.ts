/** Whether a request carries Feishu's signature, and whether two secrets are the same, in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** What Feishu sends beside the body. A header that is missing or repeated is undefined. */
export interface SignatureHeaders {
	timestamp: string | undefined;
	nonce: string | undefined;
	signature: string | undefined;
}

/**
 * Feishu signs with hex(SHA-256(timestamp + nonce + Encrypt Key + body)), no HMAC.
 * `body` is the bytes as received: JSON that was written anew has other bytes.
 */
export function isSignedByFeishu(
	body: Buffer,
	headers: SignatureHeaders,
	encryptKey: string,
): boolean {
	const { timestamp, nonce, signature } = headers;
	if (timestamp === undefined || nonce === undefined || signature === undefined) return false;
	const expected = createHash('sha256')
		.update(timestamp + nonce + encryptKey, 'utf8')
		.update(body)
		.digest('hex');
	return isSameSecret(signature.toLowerCase(), expected);
}

/** Takes the same time wherever the two differ, and however long they are. */
export function isSameSecret(given: string, expected: string): boolean {
	return timingSafeEqual(hash(given), hash(expected));
}

function hash(text: string): Buffer {
	return createHash('sha256').update(text, 'utf8').digest();
}

// Encrypting and signing a body as Feishu does, written from its documentation.
import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import type { EventKeys } from './keys';

/** What goes over the wire. */
export interface SealedBody {
	headers: Record<string, string>;
	body: string;
}

/** How a body is written and signed, for tests of the strict kind. */
export interface Sealing {
	/** Blanks in the JSON, as another JSON writer would make them. */
	spaced?: boolean;
	/** The check of an address carries no signature. */
	unsigned?: boolean;
}

/** A body ready to be sent: encrypted where there is a key, signed with the key or with an empty one. */
export function seal(content: unknown, keys: EventKeys, sealing: Sealing = {}): SealedBody {
	const write = (value: unknown) => JSON.stringify(value, null, sealing.spaced ? 2 : undefined);
	const body =
		keys.encryptKey === ''
			? write(content)
			: write({ encrypt: encrypt(JSON.stringify(content), keys.encryptKey) });
	const headers: Record<string, string> = {
		'content-type': 'application/json;charset=utf-8',
		'user-agent': 'Go-http-client/1.1',
		'x-request-id': randomBytes(16).toString('hex'),
	};
	if (sealing.unsigned) return { headers, body };
	const timestamp = String(Math.floor(Date.now() / 1000));
	const nonce = String(randomInt(100_000_000, 1_000_000_000));
	return {
		headers: {
			...headers,
			'x-lark-request-timestamp': timestamp,
			'x-lark-request-nonce': nonce,
			'x-lark-signature': sign(body, timestamp, nonce, keys.encryptKey),
		},
		body,
	};
}

/** Hex of SHA-256 over timestamp, nonce, key and body, one after the other. */
export function sign(body: string, timestamp: string, nonce: string, encryptKey: string): string {
	return createHash('sha256')
		.update(timestamp + nonce + encryptKey + body)
		.digest('hex');
}

/** Base64 of the initial vector and the text under AES-256-CBC; the cipher's key is SHA-256 of the Encrypt Key. */
export function encrypt(text: string, encryptKey: string, iv = randomBytes(16)): string {
	const key = createHash('sha256').update(encryptKey).digest();
	const cipher = createCipheriv('aes-256-cbc', key, iv);
	return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** Feishu's encryption and signature, by the test vectors that are known. */
import { decrypt } from '../../../nodes/FeishuCoreHr/feishu/events/decryption';
import { receive } from '../../../nodes/FeishuCoreHr/feishu/events/request';
import {
	isSameSecret,
	isSignedByFeishu,
} from '../../../nodes/FeishuCoreHr/feishu/events/signature';

/** Opens to a challenge with the token demo-token. */
const CHALLENGE =
	'AAECAwQFBgcICQoLDA0OD5Fi7s5gd8TUAc+zWpbWKLWTNaaMOeZeDHi3IsLvGKGfh2/cJLI1pmyLCgIxE7l0YPpRGbrBTcY8FdsA4i/vtDT9QR0AtSwlshC3n2b2oyXq';

const AT = { timestamp: '1700000000', nonce: '123456789' };

const NO_HEADERS = { timestamp: undefined, nonce: undefined, signature: undefined };

it('opens Feishu’s own example', () => {
	expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
});

it('answers an encrypted challenge, which is not signed, where the token matches', () => {
	const body = Buffer.from(JSON.stringify({ encrypt: CHALLENGE }));
	const keys = { encryptKey: 'demo-key', verificationToken: 'demo-token', appId: '' };
	const request = { body, headers: NO_HEADERS };
	expect(receive(request, keys)).toEqual({ kind: 'challenge', challenge: 'abc' });
	expect(receive(request, { ...keys, verificationToken: '' })).toEqual({
		kind: 'challenge',
		challenge: 'abc',
	});
	expect(receive(request, { ...keys, verificationToken: 'other' })).toEqual({
		kind: 'refused',
		refusal: 'wrongToken',
	});
	expect(receive(request, { ...keys, encryptKey: 'other' })).toEqual({
		kind: 'refused',
		refusal: 'notDecrypted',
	});
});

it('recomputes a signature over the bytes, with a key and with an empty one', () => {
	const encrypted = Buffer.from(`{"encrypt":"${CHALLENGE}"}`);
	const signature = '16d9ebd4b0e515d661f30129d28959e3525ad9bfe3a14106cf60b22f8500df74';
	expect(isSignedByFeishu(encrypted, { ...AT, signature }, 'demo-key')).toBe(true);
	expect(
		isSignedByFeishu(encrypted, { ...AT, signature: signature.toUpperCase() }, 'demo-key'),
	).toBe(true);
	expect(isSignedByFeishu(encrypted, { ...AT, signature }, 'other-key')).toBe(false);
	expect(isSignedByFeishu(encrypted, { ...AT, signature, nonce: '1' }, 'demo-key')).toBe(false);
	expect(isSignedByFeishu(encrypted, { ...AT, signature: undefined }, 'demo-key')).toBe(false);
	const spaced = Buffer.from(`{ "encrypt": "${CHALLENGE}" }`);
	expect(isSignedByFeishu(spaced, { ...AT, signature }, 'demo-key')).toBe(false);
	const plain = {
		...AT,
		signature: '895ea526e8404c1c953d57c604f6f12a02182313daddec13eb88d09773e573f9',
	};
	expect(isSignedByFeishu(Buffer.from('{"a":1}'), plain, '')).toBe(true);
});

it('compares secrets of any length', () => {
	expect(isSameSecret('', 'a')).toBe(false);
	expect(isSameSecret('a', 'a')).toBe(true);
	expect(isSameSecret('a'.repeat(100_000), 'a')).toBe(false);
});

/** With which token a request is signed, and which requests are. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { monotonicNow } from '../../nodes/FeishuCoreHr/feishu/core/clock';
import { signRequest, wasSigned } from '../../nodes/FeishuCoreHr/feishu/tokens/credentialToken';
import { dropToken, findFreshToken } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';
import { forgetTokens } from '../harness/newProcess';

const fields = {
	environment: 'feishu',
	appType: 'custom',
	appId: 'cli_x',
	appSecret: 'placeholder',
};

const account = readAccount(fields);
if (!account.ok) throw new Error(account.failure.message);
const { value } = account;

const holding = (accessToken: string, more: object = {}) => ({
	...fields,
	accessToken,
	accessTokenOwner: value.owner,
	accessTokenExpiresAt: Date.now() + 3_600_000,
	...more,
});

const sign = (credential: ReturnType<typeof holding>) =>
	signRequest(credential, { url: 'https://open.feishu.cn', headers: { Accept: 'x' } }).headers;

beforeEach(forgetTokens);

it('is the one in the credential, even where the process has another', () => {
	findFreshToken(value, holding('process'));
	expect(sign(holding('credential'))).toEqual({ Accept: 'x', Authorization: 'Bearer credential' });
});

it('is one that can stand in a header', () => {
	for (const token of ['  ', 'a b', 'a\r\nX-Evil: 1', 'ü', 'a'.repeat(4_097)]) {
		expect(() => sign(holding(token))).toThrow(
			expect.objectContaining({ response: { status: 401 } }),
		);
	}
});

it('may be as long as Feishu announces: 4 KB', () => {
	const token = 'a'.repeat(4_096);
	expect(sign(holding(token))).toMatchObject({ Authorization: `Bearer ${token}` });
});

it('is the process’s own where the credential has none', () => {
	findFreshToken(value, holding('process'));
	expect(sign(holding(''))).toMatchObject({ Authorization: 'Bearer process' });
});

it.each([
	['none', holding('')],
	['one of another owner', holding('x', { accessTokenOwner: 'another' })],
	[
		'one that ends within three minutes',
		holding('x', { accessTokenExpiresAt: Date.now() + 170_000 }),
	],
	['one without an end', holding('x', { accessTokenExpiresAt: '' })],
])('with %s n8n is told to get a new one', (_name, credential) => {
	expect(() => sign(credential)).toThrow(expect.objectContaining({ response: { status: 401 } }));
});

it('never uses a token again that Feishu has refused', () => {
	dropToken(value, 'dead', monotonicNow());
	expect(() => sign(holding('dead'))).toThrow(
		expect.objectContaining({ response: { status: 401 } }),
	);
});

describe('a request is signed for the credential’s own host only', () => {
	const signTo = (options: object, more: object = {}) => {
		const credential = holding('token', more);
		const signed = signRequest(credential, options as IHttpRequestOptions);
		return [wasSigned(credential), signed.headers?.Authorization];
	};
	const baseURL = 'https://open.feishu.cn';

	it.each<object>([
		{ url: 'https://open.feishu.cn/open-apis/x' },
		{ url: 'https://OPEN.Feishu.cn:443/open-apis/x' },
		{ uri: 'https://open.feishu.cn/open-apis/x' },
		{ uri: new URL('https://open.feishu.cn/open-apis/x') },
		{ baseURL, url: '/open-apis/x' },
		{ baseURL, url: 'open-apis/x' },
		{ baseURL: `${baseURL}/`, url: '' },
		{ baseURL, url: '@evil.example/' },
		{ baseURL: 'https://evil.example', url: 'https://open.feishu.cn/open-apis/x' },
		{ url: 'https://open.feishu.cn/https://evil.example/' },
	])('signed: %j', (options) => {
		expect(signTo(options)).toEqual([true, 'Bearer token']);
	});

	it.each<object>([
		{ url: 'https://evil.example/open-apis/x' },
		{ url: 'https://open.feishu.cn.evil.example/' },
		{ url: 'https://open.feishu.cn@evil.example/' },
		{ url: 'https://open.feishu.cn:8443/' },
		{ url: 'http://open.feishu.cn/' },
		{ url: 'https://open.larksuite.com/' },
		{ url: 'https://user:word@open.feishu.cn/' },
		{ url: 'https:/evil.example/' },
		{ url: 'https:\\\\evil.example/' },
		{ url: '//open.feishu.cn/' },
		{ url: 'blob:https://open.feishu.cn/' },
		{ url: 'file:///etc/passwd' },
		{ url: '/open-apis/x' },
		{ url: '' },
		{},
		{ uri: 'https://evil.example/' },
		{ url: { toString: () => 'https://evil.example/' }, uri: 'https://open.feishu.cn/' },
		{ baseURL, url: ' https://evil.example/' },
		{ baseURL: 'https://evil.example', url: '\\\\open.feishu.cn/' },
		{ baseURL: 'https://evil.example', url: ' https://open.feishu.cn/' },
		{ url: 'https://open.feishu.cn/', uri: 'https://evil.example/' },
		{ url: 'https://evil.example/', uri: 'https://open.feishu.cn/' },
		{ baseURL: 'https://evil.example', url: '/open-apis/x' },
		{ baseURL, url: 'https://evil.example/' },
		{ baseURL, url: '//evil.example/' },
		{ baseURL, url: '\\\\evil.example/' },
		{ baseURL: 'https://open.feishu.cn.', url: 'evil.example/' },
	])('refused: %j', (options) => {
		const credential = holding('token');
		expect(() => signRequest(credential, options as IHttpRequestOptions)).toThrow(
			/^This credential is for https:\/\/open\.feishu\.cn only, .* It was not sent\. Correct the URL/,
		);
		expect(wasSigned(credential)).toBe(false);
	});

	it('goes by the Environment: Lark, or a Custom Base URL with its port', () => {
		const signedFor = (more: object, url: string) => {
			const credential = { ...fields, ...more };
			const read = readAccount(credential);
			if (!read.ok) throw new Error(read.failure.message);
			const { owner } = read.value;
			const options = { url } as IHttpRequestOptions;
			return signRequest(holding('x', { ...more, accessTokenOwner: owner }), options).headers;
		};
		expect(signedFor({ environment: 'lark' }, 'https://open.larksuite.com/x')).toBeDefined();
		const custom = { environment: 'custom', customBaseUrl: 'https://feishu.example:8443/' };
		expect(signedFor(custom, 'https://feishu.example:8443/x')).toBeDefined();
		expect(() => signedFor(custom, 'https://feishu.example/x')).toThrow(/:8443 only/);
	});

	it('and no token follows a redirect to another', () => {
		const signed = signRequest(holding('token'), { url: `${baseURL}/x` });
		expect(signed.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	it('a name that is in it but not meant tells nothing secret', () => {
		expect(() => signTo({ url: 'https://user:word@open.feishu.cn/' })).not.toThrow(/word/);
	});
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ['feishu'], 1, null])(
	'Environment %p is refused',
	(environment) => {
		expect(readAccount({ ...fields, environment: environment as string })).toMatchObject(
			environment === null ? { ok: true } : { failure: { code: 'INVALID_ENVIRONMENT' } },
		);
	},
);

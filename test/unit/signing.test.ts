/** With which token a request is signed. */
import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { signRequest } from '../../nodes/FeishuCoreHr/feishu/tokens/credentialToken';
import {
	dropToken,
	findFreshToken,
	forgetTokens,
} from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';

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
	dropToken(value, 'dead', Date.now());
	expect(() => sign(holding('dead'))).toThrow(
		expect.objectContaining({ response: { status: 401 } }),
	);
});

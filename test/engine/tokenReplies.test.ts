/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a server that writes now and then */
/** What a token endpoint may answer: each ends in a usable token or in a clear failure. */
import { failureOf, idNumber, restore, sources } from '../harness/feishu';
import { CredentialStore } from '../harness/credentialStore';
import { QUICK, useTimings } from '../harness/timings';
import { startTokenServer, type TokenServer } from '../harness/tokenServer';
import { CUSTOM_APP } from '../../simulator';

useTimings(QUICK);

let server: TokenServer;

afterEach(async () => await server.stop());

async function restoreWith(reply: unknown, options: { timeout?: number } = {}) {
	server = await startTokenServer((response) => {
		response.end(typeof reply === 'string' ? reply : JSON.stringify(reply));
	});
	return await restoreAt(options);
}

async function restoreAt(options: { timeout?: number } = {}) {
	const credentials = new CredentialStore(sources.credential, {
		environment: 'custom',
		customBaseUrl: server.url,
		appType: 'custom',
		appId: CUSTOM_APP.appId,
		appSecret: CUSTOM_APP.appSecret,
	});
	return await restore([idNumber(0)], { credentials, options: { maxRetries: 0, ...options } });
}

const TOKEN = 't-plain_token.with-signs';

describe('is used', () => {
	it.each<[string, object]>([
		['a plain token', { expire: 7200 }],
		['seconds as text', { expire: '7200' }],
		['a life that is absurdly long', { expire: 1e20 }],
		['a life of a second', { expire: 1 }],
		['a life of part of a second', { expire: 0.9 }],
	])('%s', async (_what, more) => {
		const { success } = await restoreWith({
			code: 0,
			msg: 'ok',
			tenant_access_token: TOKEN,
			...more,
		});
		expect(success).toHaveLength(1);
		expect(server.authorizations).toEqual([`Bearer ${TOKEN}`]);
	});
});

it('a life of less than three minutes serves until a tenth of it is left', async () => {
	const reply = { code: 0, msg: 'ok', tenant_access_token: TOKEN, expire: 100 };
	expect((await restoreWith(reply)).success).toHaveLength(1);
	expect(server.exchanges).toBe(1);
});

describe('is refused in words, and nothing is sent with it', () => {
	it.each<[string, unknown, unknown]>([
		['a blank token', '  ', 7200],
		['an empty token', '', 7200],
		['a token with a space', 'a b', 7200],
		['a token with a line break, which would add a header', `${TOKEN}\r\nX-Evil: 1`, 7200],
		['a token that ends in a line break', `${TOKEN}\n`, 7200],
		['a token with a control character', `${TOKEN}\u0000`, 7200],
		['a token beyond ASCII', `${TOKEN}\u00fc`, 7200],
		['a token of 100,000 characters', 'x'.repeat(100_000), 7200],
		['a number for a token', 12345, 7200],
		['an object for a token', { toString: TOKEN }, 7200],
		['a list for a token', [TOKEN], 7200],
		['no life', TOKEN, undefined],
		['a life of 0', TOKEN, 0],
		['a negative life', TOKEN, -7200],
		['text for a life', TOKEN, 'two hours'],
		['an object for a life', TOKEN, {}],
	])('%s', async (_what, token, expire) => {
		const { success, error } = await restoreWith({
			code: 0,
			msg: 'ok',
			tenant_access_token: token,
			expire,
		});
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({
			code: 'TOKEN_MISSING',
			category: 'service',
			retryable: true,
			attempts: 0,
			message: 'Feishu’s token endpoint answered without a token that can be used',
		});
		expect(JSON.stringify(error)).not.toContain(TOKEN);
		expect(server.authorizations).toEqual([]);
	});

	it.each<[string, string]>([
		['no JSON', 'ok'],
		['half of it', '{"code":0,"tenant_access_token":"t-1'],
		['a list', '[]'],
		['null', 'null'],
		['a number', '42'],
		['no code', '{"tenant_access_token":"t-1","expire":7200}'],
		['text for a code', '{"code":"0","tenant_access_token":"t-1","expire":7200}'],
		['nested too deep to read', '['.repeat(100_000)],
	])('%s', async (_what, reply) => {
		const { error } = await restoreWith(reply);
		expect(failureOf(error[0])).toMatchObject({
			code: 'NOT_FEISHU_JSON',
			category: 'service',
			retryable: true,
			attempts: 0,
		});
		expect(server.authorizations).toEqual([]);
	});
});

it('one that trickles in ends at Timeout', async () => {
	server = await startTokenServer((response) => {
		response.write('{');
		const timer = setInterval(() => response.write(' '), 50);
		response.on('close', () => clearInterval(timer));
	});
	const { error } = await restoreAt({ timeout: 1_000 });
	expect(failureOf(error[0])).toMatchObject({ code: 'TIMEOUT', category: 'network', attempts: 0 });
	expect(server.authorizations).toEqual([]);
}, 15_000);

// Token exchanges in the simulator: reuse, ends of life, revocation, store apps.
import { CUSTOM_APP, STORE_APP, startSimulator, type FeishuSimulator } from '../../../simulator';
import { exchange, PATHS, search, send, tokenOf, type Answer } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => {
	jest.restoreAllMocks();
	simulator.reset();
});
afterAll(async () => await simulator.stop());

function minutesLater(minutes: number): void {
	const moment = Date.now() + minutes * 60_000;
	jest.spyOn(Date, 'now').mockImplementation(() => moment);
}

async function codeWith(token: string): Promise<number | undefined> {
	return (await send(simulator, PATHS.scopes, { method: 'GET', token })).json.code;
}

async function storeExchange(tenantKey: string, ticket = STORE_APP.appTicket): Promise<Answer> {
	const app = await send(simulator, PATHS.appToken, {
		body: { app_id: STORE_APP.appId, app_secret: STORE_APP.appSecret, app_ticket: ticket },
	});
	if (app.json.code !== 0) return app;
	return await send(simulator, PATHS.storeTenantToken, {
		body: { app_access_token: app.json.app_access_token, tenant_key: tenantKey },
	});
}

test('the token and its remaining seconds stand at the top level', async () => {
	const { status, json } = await exchange(simulator);
	expect(status).toBe(200);
	expect(json.code).toBe(0);
	expect(json.expire).toBe(7200);
	expect(json.tenant_access_token).toMatch(/^t-sim[0-9a-f]{40}$/);
	expect(simulator.issuedTokens).toEqual([json.tenant_access_token]);
});

test('with 30 minutes or more left the same token comes back with what is left', async () => {
	const first = await tokenOf(simulator);
	minutesLater(89);
	const { json } = await exchange(simulator);
	expect(json.tenant_access_token).toBe(first);
	expect(json.expire).toBeGreaterThanOrEqual(1859);
	expect(json.expire).toBeLessThanOrEqual(1860);
});

test('below 30 minutes a new one is issued and the old one lives to its end', async () => {
	const first = await tokenOf(simulator);
	minutesLater(91);
	const second = await tokenOf(simulator);
	expect(second).not.toBe(first);
	expect([await codeWith(first), await codeWith(second)]).toEqual([0, 0]);
	minutesLater(30);
	expect([await codeWith(first), await codeWith(second)]).toEqual([99991663, 0]);
});

test('tokens that live less than 30 minutes are never handed out twice', async () => {
	simulator.setTokenLifetime(60);
	expect(await tokenOf(simulator)).not.toBe(await tokenOf(simulator));
	expect((await exchange(simulator)).json.expire).toBe(60);
});

test('a revoked token is dead before its time and the next exchange brings another', async () => {
	const first = await tokenOf(simulator);
	simulator.revokeTokens();
	expect(await codeWith(first)).toBe(99991663);
	const second = await tokenOf(simulator);
	expect(second).not.toBe(first);
	expect(await codeWith(second)).toBe(0);
});

test.each([
	['no secret', { app_id: CUSTOM_APP.appId }, 10003],
	['no JSON', 'nonsense', 10003],
	['a wrong secret', { app_id: CUSTOM_APP.appId, app_secret: 'wrong' }, 10014],
	['an unknown app', { app_id: 'cli_nobody', app_secret: 'x' }, 10015],
	['a store app', { app_id: STORE_APP.appId, app_secret: STORE_APP.appSecret }, 10014],
])('an exchange with %s is refused with HTTP 200', async (_what, body, code) => {
	const { status, json } = await exchange(simulator, body);
	expect([status, json.code, json.tenant_access_token]).toEqual([200, code, undefined]);
	expect(simulator.callsTo('tenantToken').at(-1)?.code).toBe(code);
});

test('a changed secret refuses the old one but leaves its token good', async () => {
	const token = await tokenOf(simulator);
	simulator.changeSecret(CUSTOM_APP.appId, 'changed');
	expect((await exchange(simulator)).json.code).toBe(10014);
	const changed = { app_id: CUSTOM_APP.appId, app_secret: 'changed' };
	expect((await exchange(simulator, changed)).json.code).toBe(0);
	expect(await codeWith(token)).toBe(0);
});

test('a disabled app gets no token and its tokens open nothing', async () => {
	const token = await tokenOf(simulator);
	simulator.setAppEnabled(CUSTOM_APP.appId, false);
	expect((await exchange(simulator)).json.code).toBe(10014);
	expect(await codeWith(token)).toBe(99991662);
});

test('each tenant of a store app has its own token and its own people', async () => {
	const token = {
		a: (await storeExchange('tenant-a')).json.tenant_access_token ?? '',
		b: (await storeExchange('tenant-b')).json.tenant_access_token ?? '',
	};
	const preHireId = simulator.people('tenant-a')[0]?.preHireId ?? '';
	const body = { pre_hire_id: preHireId };
	expect((await send(simulator, PATHS.restore, { body, token: token.b })).json.code).toBe(0);
	expect(simulator.person(preHireId, 'tenant-b').onboardingStatus).toBe('preboarding');
	expect(simulator.person(preHireId, 'tenant-a').onboardingStatus).toBe('withdrawn');
	expect(simulator.person(preHireId).onboardingStatus).toBe('withdrawn');
	expect(simulator.callsTo('restore')[0]).toMatchObject({
		appId: STORE_APP.appId,
		tenant: 'tenant-b',
		preHireId,
	});
	expect(simulator.callsTo('storeTenantToken').map(({ tenant }) => tenant)).toEqual([
		'tenant-a',
		'tenant-b',
	]);
});

test('a store app is refused a bad ticket and an unknown tenant', async () => {
	expect((await storeExchange('tenant-a', 'bad')).json.code).toBe(10012);
	expect((await storeExchange('tenant-nowhere')).json.code).toBe(10016);
	simulator.setAppTicket(STORE_APP.appId, 'pushed-later');
	expect((await storeExchange('tenant-a')).json.code).toBe(10012);
	expect((await storeExchange('tenant-a', 'pushed-later')).json.code).toBe(0);
});

test('an app token opens no business call', async () => {
	await storeExchange('tenant-a');
	const appToken = simulator.issuedTokens[0] ?? '';
	expect(await codeWith(appToken)).toBe(99991663);
});

test('a ticket can be asked for again', async () => {
	const body = { app_id: STORE_APP.appId, app_secret: STORE_APP.appSecret };
	expect((await send(simulator, PATHS.appTicketResend, { body })).json.code).toBe(0);
});

test('a token exchanged once serves every call', async () => {
	expect((await search(simulator, {})).json.code).toBe(0);
	expect((await search(simulator, {})).json.code).toBe(0);
	expect(simulator.issuedTokens).toHaveLength(1);
});

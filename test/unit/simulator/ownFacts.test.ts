// What an app may learn of itself, for "Check Access", and the states it must tell apart.
import {
	CUSTOM_APP,
	FOREIGN_APP,
	startSimulator,
	STORE_APP,
	type FeishuSimulator,
} from '../../../simulator';
import { ask, exchange, restore, search, send, PATHS, tokenOf } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({
		apps: [{ ...CUSTOM_APP, bot: true, userScopes: ['corehr:pre_hire:read'] }, STORE_APP],
	});
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const get = async (path: string) => await ask(simulator, 'GET', path);

test('a scope in a version that nobody published is listed as not granted, and opens nothing', async () => {
	simulator.setScopes(CUSTOM_APP.appId, ['tenant:tenant:readonly'], ['corehr:pre_hire:read']);
	expect((await get('application/v6/scopes')).data.scopes).toEqual([
		{ scope_name: 'tenant:tenant:readonly', grant_status: 1, scope_type: 'tenant' },
		{ scope_name: 'corehr:pre_hire:read', grant_status: 2, scope_type: 'tenant' },
		{ scope_name: 'corehr:pre_hire:read', grant_status: 1, scope_type: 'user' },
	]);
	expect((await search(simulator, {})).json.code).toBe(99991672);
	simulator.setScopes(
		CUSTOM_APP.appId,
		['application:application:self_manage'],
		['corehr:pre_hire:read'],
	);
	const { data } = await get('application/v6/applications/me?lang=en_us');
	expect(data.app).toMatchObject({
		status: 1,
		scene_type: 0,
		unaudit_version_id: 'oav_invented_2',
	});
});

test('scopes and bot need a token and no scope, the others theirs', async () => {
	simulator.setScopes(CUSTOM_APP.appId, []);
	expect((await get('application/v6/scopes')).code).toBe(0);
	expect((await get('bot/v3/info')).code).toBe(0);
	expect((await get('tenant/v2/tenant/query')).code).toBe(99991672);
	expect((await get('application/v6/applications/me?lang=en_us')).code).toBe(99991672);
	expect((await send(simulator, PATHS.scopes, { method: 'GET' })).json.code).toBe(99991661);
});

test('the bot stands beside the code, and an app without one is 11205', async () => {
	const { json } = await get('bot/v3/info');
	expect(json).toMatchObject({ code: 0, bot: { activate_status: 2, ip_white_list: [] } });
	const other = await startSimulator();
	expect((await ask(other, 'GET', 'bot/v3/info')).code).toBe(11205);
	await other.stop();
});

test('the application’s answer holds a secret that nobody may copy', async () => {
	const { data } = await get('application/v6/applications/me?lang=en_us');
	expect(JSON.stringify(data)).toContain(CUSTOM_APP.appSecret);
	expect((await get('application/v6/applications/me')).code).toBe(99992402);
});

test('the tenant tells which company it is', async () => {
	const { data } = await get('tenant/v2/tenant/query');
	expect(data.tenant).toMatchObject({ tenant_key: CUSTOM_APP.tenants[0], tenant_tag: 0 });
});

test('whether somebody applied for scopes is on record', async () => {
	const apply = async () => await ask(simulator, 'POST', 'application/v6/scopes/apply');
	expect((await apply()).code).toBe(212002);
	simulator.setScopes(CUSTOM_APP.appId, [], ['corehr:pre_hire:read']);
	expect((await apply()).code).toBe(0);
	expect(simulator.callsTo('scopesApply').map(({ applied }) => applied)).toEqual([false, true]);
});

test('an address off the allow list is 99991401 on business calls, while the exchange works', async () => {
	simulator.setIpAllowed(CUSTOM_APP.appId, false);
	expect((await exchange(simulator)).json.code).toBe(0);
	expect((await search(simulator, {})).json.code).toBe(99991401);
	expect((await restore(simulator, '1')).json.code).toBe(99991401);
});

test('an app of another environment is not known here', async () => {
	const { appId: app_id, appSecret: app_secret } = FOREIGN_APP;
	const { status, json } = await exchange(simulator, { app_id, app_secret });
	expect([status, json.code]).toEqual([200, 10015]);
});

test('a tenant without Feishu People is not found on CoreHR calls, and known elsewhere', async () => {
	simulator.setFeishuPeople(false);
	const { json } = await search(simulator, {});
	expect(json.msg).toMatch(/^TenantID .* not found\. Please check if the tenant has activated/);
	expect((await get('tenant/v2/tenant/query')).code).toBe(0);
	simulator.setFeishuPeople(true);
	expect((await search(simulator, {})).json.code).toBe(0);
});

test('the month’s quota can be refused by fault, whatever the call', async () => {
	simulator.faultNext('scopes', { kind: 'refuse', code: 99991403 });
	expect((await get('application/v6/scopes')).code).toBe(99991403);
	expect(await tokenOf(simulator)).not.toBe('');
});

// The gateway of the simulator: its order, scopes, quota and unknown paths.
import {
	CUSTOM_APP,
	DEFAULT_SCOPES,
	RESTORE_SCOPE,
	SEARCH_SCOPES,
	inventedPeople,
	startSimulator,
	type FeishuSimulator,
} from '../../../simulator';
import { PATHS, restore, search, send, tokenOf, wait } from './client';

const WINDOW_MS = 800;

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ quota: { limit: 3, windowMs: WINDOW_MS } });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const person = inventedPeople[0]?.preHireId ?? '';

test.each([
	['no token', undefined, 99991661],
	['another scheme', 'Basic abc', 99991671],
	['a bearer without a token', 'Bearer', 99991671],
	['an unknown token', 'Bearer t-nobody', 99991663],
])('%s is refused with HTTP 400', async (_what, authorization, code) => {
	const { status, json, headers } = await send(simulator, PATHS.restore, {
		body: { pre_hire_id: person },
		...(authorization === undefined ? {} : { headers: { authorization } }),
	});
	expect([status, json.code]).toEqual([400, code]);
	expect(json.error?.log_id).toBe(headers['x-tt-logid']);
	expect(simulator.person(person).onboardingStatus).toBe('withdrawn');
});

test('token comes before app, app before scope, scope before quota, quota before the business', async () => {
	const token = await tokenOf(simulator);
	const body = { pre_hire_id: 'malformed' };
	const code = async (sent: string) =>
		(await send(simulator, PATHS.restore, { body, token: sent })).json.code;
	simulator.spendQuota('restore', 3);
	simulator.setScopes(CUSTOM_APP.appId, []);
	simulator.setAppEnabled(CUSTOM_APP.appId, false);
	expect(await code('t-nobody')).toBe(99991663);
	expect(await code(token)).toBe(99991662);
	simulator.setAppEnabled(CUSTOM_APP.appId, true);
	expect(await code(token)).toBe(99991672);
	simulator.setScopes(CUSTOM_APP.appId, [RESTORE_SCOPE]);
	simulator.spendQuota('restore', 3);
	expect(await code(token)).toBe(99991400);
	await wait(WINDOW_MS + 20);
	expect(await code(token)).toBe(1161001);
});

test.each([
	['restore', PATHS.restore, [RESTORE_SCOPE]],
	['search', `${PATHS.search}?page_size=10`, SEARCH_SCOPES],
] as const)(
	'%s without its scope names what is missing and links to it',
	async (_api, path, scopes) => {
		simulator.setScopes(CUSTOM_APP.appId, []);
		const { status, json } = await send(simulator, path, {
			body: {},
			token: await tokenOf(simulator),
		});
		expect([status, json.code]).toEqual([400, 99991672]);
		expect(json.error?.permission_violations?.map(({ subject }) => subject)).toEqual(scopes);
		expect(json.msg).toContain(`required: [${scopes.join(', ')}].应用尚未开通`);
		expect(json.msg).toContain(
			`https://open.feishu.cn/app/${CUSTOM_APP.appId}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`,
		);
	},
);

test.each(SEARCH_SCOPES)('%s alone is enough to search', async (scope) => {
	simulator.setScopes(CUSTOM_APP.appId, [scope]);
	expect((await search(simulator, {})).json.code).toBe(0);
});

test('the call over the quota is told in fractional seconds when a slot frees', async () => {
	const before = Date.now();
	for (let sent = 0; sent < 3; sent += 1) {
		expect((await restore(simulator, person)).json.code).not.toBe(99991400);
	}
	const { status, json, headers } = await restore(simulator, person);
	expect([status, json.code, headers['x-ogw-ratelimit-limit']]).toEqual([429, 99991400, '3']);
	const seconds = Number(headers['x-ogw-ratelimit-reset']);
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(WINDOW_MS / 1000);
	expect((await search(simulator, {})).json.code).toBe(0);
	await wait(Math.ceil(seconds * 1000) + 5);
	expect(Date.now() - before).toBeGreaterThanOrEqual(WINDOW_MS);
	expect((await restore(simulator, person)).json.code).toBe(1161129);
});

test('refused calls use up no quota', async () => {
	const body = { pre_hire_id: person };
	for (let sent = 0; sent < 5; sent += 1) {
		await send(simulator, PATHS.restore, { body, token: 't-nobody' });
	}
	expect((await restore(simulator, person)).json.code).toBe(0);
});

test('what another client spends is missing here, for that API only', async () => {
	simulator.spendQuota('restore', 100);
	expect((await restore(simulator, person)).json.code).toBe(99991400);
	expect((await search(simulator, {})).json.code).toBe(0);
});

test('the scopes call lists what the app was granted', async () => {
	const { json } = await send(simulator, PATHS.scopes, {
		method: 'GET',
		token: await tokenOf(simulator),
	});
	expect(json.data?.scopes?.map(({ scope_name }) => scope_name)).toEqual(DEFAULT_SCOPES);
	expect(json.data?.scopes?.[0]).toMatchObject({ grant_status: 1, scope_type: 'tenant' });
});

test('a harmless other call needs a token and nothing more', async () => {
	simulator.setScopes(CUSTOM_APP.appId, []);
	const token = await tokenOf(simulator);
	expect((await send(simulator, PATHS.contact, { method: 'GET' })).json.code).toBe(99991661);
	expect((await send(simulator, PATHS.contact, { method: 'GET', token })).json.code).toBe(0);
	expect(simulator.callsTo('other').map(({ code }) => code)).toEqual([99991661, 0]);
});

test.each([
	['an unknown path', 'POST', '/open-apis/corehr/v9/nothing'],
	['a known path with another method', 'GET', PATHS.restore],
] as const)('%s is a plain text 404', async (_what, method, path) => {
	const { status, text, headers } = await send(simulator, path, { method });
	expect([status, text, headers['content-type']]).toEqual([
		404,
		'404 page not found',
		'text/plain',
	]);
	expect(headers['x-tt-logid']).toMatch(/^\d{14}[0-9A-F]{18}$/);
});

test('the record keeps what was sent and what was answered', async () => {
	await send(simulator, `${PATHS.search}?page_size=7`, {
		body: { key_word: 'x' },
		headers: { 'user-agent': 'a-client/1' },
	});
	expect(simulator.calls).toHaveLength(1);
	expect(simulator.calls[0]).toMatchObject({
		api: 'search',
		method: 'POST',
		path: PATHS.search,
		query: { page_size: '7' },
		body: { key_word: 'x' },
		headers: { 'user-agent': 'a-client/1' },
		status: 400,
		code: 99991661,
		applied: false,
	});
});

// The simulator as a server: control endpoints, concurrency, reset and a clean end.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- the simulator is a server of its own and never runs inside n8n */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
	CUSTOM_APP,
	departmentId,
	RESTORE_CODES,
	STORE_APP,
	inventedPeople,
	startSimulator,
	type FeishuSimulator,
} from '../../../simulator';
import { exchange, PATHS, restore, search, send, tokenOf, wait } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ latencyMs: 30 });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const person = inventedPeople[0]?.preHireId ?? '';

async function order(name: string, body?: unknown) {
	const { status, json } = await send(simulator, `/_simulator/${name}`, { body });
	return { status, ...json };
}

async function look(path = ''): Promise<Record<string, unknown>> {
	const { json } = await send(simulator, `/_simulator${path}`, { method: 'GET' });
	return { ...json };
}

test('the control endpoints tell what there is, and leave no record', async () => {
	await restore(simulator, person);
	expect(await look()).toMatchObject({ address: simulator.url, latencyMs: 30 });
	expect(await look('/calls')).toMatchObject({
		calls: [{ api: 'tenantToken' }, { api: 'restore' }],
	});
	const { people } = await look('/people');
	expect(people).toHaveLength(46);
	expect(people).toContainEqual(simulator.person(person));
	expect(simulator.calls).toHaveLength(2);
});

test('a fault ordered over HTTP strikes', async () => {
	const fault = { kind: 'refuse', code: 1161116 };
	expect(await order('fault', { api: 'restore', fault })).toEqual({ status: 200, ok: true });
	expect(
		await order('fault', { preHireId: person, fault: { kind: 'notFoundText' }, times: 1 }),
	).toEqual({
		status: 200,
		ok: true,
	});
	expect((await restore(simulator, person)).status).toBe(404);
	expect((await restore(simulator, person)).json.code).toBe(1161116);
	await order('fault', { api: 'search', fault, times: 'always' });
	await order('clear-faults');
	expect((await search(simulator, {})).json.code).toBe(0);
});

test.each([
	['fault', { api: 'nothing', fault: { kind: 'secretEcho' } }, 'api must be one of'],
	['fault', { api: 'restore' }, 'fault must be an object'],
	['fault', { api: 'restore', fault: { kind: 'earthquake' } }, 'fault.kind must be one of'],
	['fault', { api: 'restore', fault: { kind: 'cut' } }, 'fault.applied must be a boolean'],
	[
		'fault',
		{ api: 'restore', fault: { kind: 'cut', applied: true, afterMs: 'x' } },
		'fault.afterMs',
	],
	['search-paging', { paging: 'sideways' }, 'paging must be one of stable, offset, scroll'],
	['stage', { preHireId: person, stage: 'gone' }, 'stage must be one of'],
	['stage', { preHireId: '9', stage: 'deleted' }, 'No pre-hire 9'],
	['task', { preHireId: person, taskCode: '1', status: 'gone' }, 'status must be one of'],
	['decide', { weather: 'fine' }, 'Each answer must be one of emptyRange'],
	['decide', { jobName: true }, 'jobName must be a string'],
	['data-range', { preHires: 'some' }, 'preHires must be everybody, nobody or'],
	['people', [{ preferredName: 'Nobody' }], 'Each person needs'],
	['people', [inventedPeople[0]], 'exists already'],
	['scopes', { appId: 'cli_nobody', scopes: [] }, 'No app cli_nobody'],
	['reset', '{', 'JSON'],
])('a mistaken order %s %j is refused in words', async (name, body, words) => {
	const answer = await send(simulator, `/_simulator/${name}`, { body });
	expect(answer.status).toBe(400);
	expect(answer.text).toContain(words);
});

test('an unknown order is not found', async () => {
	expect(await order('dance')).toMatchObject({ status: 404 });
});

test('people, scopes, tickets, secrets, quota and tokens can be ordered over HTTP', async () => {
	const token = await tokenOf(simulator);
	const one = { preHireId: '1', preferredName: 'One', tenant: 'tenant-a' };
	expect(await order('people', [one])).toMatchObject({ status: 200 });
	expect(simulator.person('1', 'tenant-a').onboardingStatus).toBe('withdrawn');
	await order('revoke-tokens');
	expect((await send(simulator, PATHS.restore, { body: {}, token })).json.code).toBe(99991663);
	await order('token-lifetime', { seconds: 60 });
	expect((await exchange(simulator)).json.expire).toBe(60);
	await order('spend-quota', { api: 'restore', count: 100 });
	expect((await restore(simulator, person)).json.code).toBe(99991400);
	await order('scopes', { scopes: [] });
	expect((await restore(simulator, person)).json.code).toBe(99991672);
	await order('secret', { secret: 'another' });
	expect((await exchange(simulator)).json.code).toBe(10014);
	await order('app-enabled', { appId: STORE_APP.appId, enabled: false });
	await order('app-ticket', { appId: STORE_APP.appId, ticket: 'another' });
	const { apps } = await look();
	expect(apps).toMatchObject([
		{ scopes: [], appSecret: 'another' },
		{ enabled: false, appTicket: 'another' },
	]);

	await order('reset');
	expect((await exchange(simulator)).json).toMatchObject({ code: 0, expire: 7200 });
	expect((await restore(simulator, person)).json.code).toBe(0);
	expect(() => simulator.person('1', 'tenant-a')).toThrow();
	expect(simulator.calls.map(({ api }) => api)).toEqual(['tenantToken', 'tenantToken', 'restore']);
});

test("search's lag and paging and a person's stage can be ordered over HTTP", async () => {
	await order('search-lag', { ms: 60_000 });
	await order('search-paging', { paging: 'offset' });
	await order('stage', { preHireId: person, stage: 'day_one' });
	expect(await look()).toMatchObject({ searchLagMs: 60_000, searchPaging: 'offset' });
	expect(simulator.person(person).onboardingStatus).toBe('day_one');
	const shown = async () =>
		(await search(simulator, { onboarding_status: 'day_one', pre_hire_ids: [person] })).json.data
			?.items;
	expect(await shown()).toEqual([]);
	await order('search-lag', { ms: 0 });
	expect(await shown()).toEqual([{ pre_hire_id: person }]);
});

test('ranges, addresses, Feishu People, tasks and open questions can be ordered over HTTP', async () => {
	const code = async () => (await search(simulator, {})).json.code;
	await order('decide', { emptyRange: 'refused' });
	await order('data-range', { preHires: 'nobody' });
	expect(await code()).toBe(1160103);
	await order('data-range', { preHires: { departments: [departmentId('sales')] } });
	expect((await search(simulator, {})).json.data?.items).toHaveLength(3);
	await order('ip-allowed', { allowed: false });
	expect(await code()).toBe(99991401);
	await order('ip-allowed', { allowed: true });
	await order('feishu-people', { active: false });
	expect(await code()).not.toBe(0);
	await order('feishu-people', { active: true });
	await order('query-lag', { ms: 70_000 });
	await order('scopes', { scopes: [], pending: ['corehr:pre_hire:read'] });
	const preHireId = '7345005664477201407';
	await order('task', { preHireId, taskCode: '1', status: 'completed' });
	expect(simulator.person(preHireId).tasks?.[0]?.status).toBe('completed');
	expect(await look()).toMatchObject({
		queryLagMs: 70_000,
		openQuestions: { emptyRange: 'refused' },
		apps: [{ scopes: [], pendingScopes: ['corehr:pre_hire:read'] }, {}],
	});
	expect(await look('/lists')).toMatchObject({ companies: simulator.organisation().companies });
});

test('requests handled at once are counted', async () => {
	const ids = inventedPeople.slice(0, 4).map(({ preHireId }) => preHireId);
	await Promise.all(ids.map(async (id) => await restore(simulator, id)));
	expect(simulator.maxInFlight).toBeGreaterThan(1);
	expect(simulator.maxInFlight).toBeLessThanOrEqual(4);
	expect(simulator.inFlight).toBe(0);
});

test('requests one after another never count as two', async () => {
	for (let sent = 0; sent < 10; sent += 1) await restore(simulator, person);
	expect(simulator.maxInFlight).toBe(1);
});

test('reset cuts off what hangs', async () => {
	simulator.faultNext('restore', { kind: 'hang', applied: false });
	const hanging = restore(simulator, person);
	const ended = expect(hanging).rejects.toThrow();
	while (simulator.inFlight === 0) await wait(5);
	simulator.reset();
	await ended;
	expect(simulator.inFlight).toBe(0);
	expect(simulator.calls).toEqual([]);
});

test('stop cuts off what hangs and waits, frees the port and may be called again', async () => {
	const other = await startSimulator({ latencyMs: 60_000 });
	const hanging = restore(other, person);
	const ended = expect(hanging).rejects.toThrow();
	while (other.inFlight === 0) await wait(5);
	await other.stop();
	await other.stop();
	await ended;
	expect(other.inFlight).toBe(0);
	const again = await startSimulator({ port: Number(new URL(other.url).port) });
	expect(again.url).toBe(other.url);
	await again.stop();
});

test('an idle connection does not hold up the stop', async () => {
	const other = await startSimulator();
	const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
	await new Promise((resolve) => socket.once('connect', resolve));
	const closed = new Promise((resolve) => socket.once('close', resolve));
	await other.stop();
	await closed;
});

test('alone it prints what it offers and ends on SIGTERM', async () => {
	const args = ['--import', 'tsx', 'simulator/main.ts', '--port', '0'];
	const child = spawn('node', args, { stdio: ['ignore', 'pipe', 'inherit'] });
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	while (!printed.includes('Ctrl+C')) await once(child.stdout, 'data');
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	expect(await ended).toEqual([0, null]);
	expect(printed).toContain(CUSTOM_APP.appSecret);
	expect(printed).toContain(person);
	for (const code of Object.keys(RESTORE_CODES)) expect(printed).toContain(code);
});

// Faults of the simulator: what the client sees of each kind, and whether the work was done.
import { CUSTOM_APP, startSimulator, type Fault, type FeishuSimulator } from '../../../simulator';
import { exchange, PATHS, restore, send, tokenOf, wait } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({
		people: ['1', '2'].map((preHireId) => ({ preHireId, preferredName: `No. ${preHireId}` })),
	});
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const JSON_TYPE = 'application/json; charset=utf-8';
const HALF = '{"code":0,"msg":"success"';

test.each<[Fault, { status: number; type: string | undefined; code?: number; text?: string }]>([
	[
		{ kind: 'refuse', code: 1161063 },
		{ status: 400, type: JSON_TYPE, code: 1161063 },
	],
	[
		{ kind: 'refuse', code: 1161204 },
		{ status: 503, type: JSON_TYPE, code: 1161204 },
	],
	[
		{ kind: 'refuse', code: 1160103 },
		{ status: 403, type: JSON_TYPE, code: 1160103 },
	],
	[
		{ kind: 'refuse', code: 1234567 },
		{ status: 400, type: JSON_TYPE, code: 1234567 },
	],
	[
		{ kind: 'refuse', code: 1161097, httpStatus: 418 },
		{ status: 418, type: JSON_TYPE },
	],
	[
		{ kind: 'html', applied: false },
		{ status: 502, type: 'text/html' },
	],
	[
		{ kind: 'html', applied: true, status: 504 },
		{ status: 504, type: 'text/html' },
	],
	[
		{ kind: 'empty', applied: false },
		{ status: 200, type: undefined, text: '' },
	],
	[
		{ kind: 'empty', applied: true, status: 500 },
		{ status: 500, type: undefined, text: '' },
	],
	[
		{ kind: 'redirect', to: '/elsewhere' },
		{ status: 302, type: undefined, text: '' },
	],
	[
		{ kind: 'refuse', code: 300000, httpStatus: 200, applied: true },
		{ status: 200, type: JSON_TYPE, code: 300000 },
	],
	[{ kind: 'notFoundText' }, { status: 404, type: 'text/plain', text: '404 page not found' }],
	[
		{ kind: 'successFalse', applied: false },
		{ status: 200, type: JSON_TYPE, code: 0 },
	],
	[
		{ kind: 'successFalse', applied: true },
		{ status: 200, type: JSON_TYPE, code: 0 },
	],
	[
		{ kind: 'noData', applied: true },
		{ status: 200, type: JSON_TYPE, code: 0 },
	],
	[
		{ kind: 'wrongContentType', applied: true },
		{ status: 200, type: 'text/plain', code: 0 },
	],
	[
		{ kind: 'wrongContentType', applied: false },
		{ status: 500, type: 'text/plain', code: 1161000 },
	],
	[
		{ kind: 'truncatedJson', applied: true },
		{ status: 200, type: JSON_TYPE, text: HALF },
	],
	[
		{ kind: 'truncatedJson', applied: false },
		{ status: 200, type: JSON_TYPE, text: HALF },
	],
	[
		{ kind: 'serverError', code: 1161000, applied: true },
		{ status: 500, type: JSON_TYPE, code: 1161000 },
	],
	[
		{ kind: 'serverError', code: 1161204, applied: false },
		{ status: 503, type: JSON_TYPE, code: 1161204 },
	],
	[
		{ kind: 'tooMany', code: 99991400 },
		{ status: 429, type: JSON_TYPE, code: 99991400 },
	],
	[
		{ kind: 'tooMany', code: 1161604, status: 400 },
		{ status: 400, type: JSON_TYPE, code: 1161604 },
	],
	[
		{ kind: 'unauthorized', code: 99991663 },
		{ status: 400, type: JSON_TYPE, code: 99991663 },
	],
	[
		{ kind: 'missingScope', scopes: ['a', 'b'] },
		{ status: 400, type: JSON_TYPE, code: 99991672 },
	],
	[{ kind: 'secretEcho' }, { status: 400, type: JSON_TYPE, code: 1161001 }],
	[
		{ kind: 'latency', ms: 20 },
		{ status: 200, type: JSON_TYPE, code: 0 },
	],
	[
		{ kind: 'refuse', code: 99991672 },
		{ status: 400, type: JSON_TYPE, code: 99991672 },
	],
	[
		{ kind: 'refuse', code: 99992402 },
		{ status: 400, type: JSON_TYPE, code: 99992402 },
	],
])('%j strikes one restore and no other', async (fault, seen) => {
	simulator.faultNext('restore', fault);
	const { status, headers, text, json } = await restore(simulator, '1');
	expect({ status, type: headers['content-type'] }).toEqual({
		status: seen.status,
		type: seen.type,
	});
	if (seen.code !== undefined) expect(json.code).toBe(seen.code);
	if (seen.text !== undefined) expect(text).toBe(seen.text);
	expect(headers['x-tt-logid']).toBeDefined();

	const applied = fault.kind === 'latency' || ('applied' in fault && fault.applied);
	expect(simulator.person('1').restoredTimes).toBe(applied ? 1 : 0);
	expect(simulator.callsTo('restore')[0]).toMatchObject({ applied, fault: fault.kind, status });
	expect((await restore(simulator, '1')).json.code).toBe(applied ? 1161129 : 0);
});

test.each([true, false])('a connection is cut with applied %s', async (applied) => {
	simulator.faultNext('restore', { kind: 'cut', applied });
	await expect(restore(simulator, '1')).rejects.toThrow();
	expect(simulator.person('1').restoredTimes).toBe(applied ? 1 : 0);
	expect(simulator.callsTo('restore')[0]?.status).toBeUndefined();
});

test.each([true, false])(
	'a hang ends when the client goes away, with applied %s',
	async (applied) => {
		simulator.faultNext('restore', { kind: 'hang', applied });
		const token = await tokenOf(simulator);
		const signal = AbortSignal.timeout(60);
		const hanging = send(simulator, PATHS.restore, { body: { pre_hire_id: '1' }, token, signal });
		await expect(hanging).rejects.toThrow();
		expect(simulator.maxInFlight).toBe(1);
		await wait(60);
		expect(simulator.inFlight).toBe(0);
		expect(simulator.person('1').restoredTimes).toBe(applied ? 1 : 0);
	},
);

test.each([true, false])(
	'a hang with a length ends in a normal answer, with applied %s',
	async (applied) => {
		simulator.faultNext('restore', { kind: 'hang', applied, forMs: 40 });
		const began = Date.now();
		expect((await restore(simulator, '1')).json.code).toBe(0);
		expect(Date.now() - began).toBeGreaterThanOrEqual(38);
		expect(simulator.person('1').restoredTimes).toBe(1);
	},
);

test('a rate limit says how long in either header', async () => {
	simulator.faultNext('restore', {
		kind: 'tooMany',
		code: 99991400,
		resetSeconds: 0.25,
		retryAfterSeconds: 2,
	});
	const { headers } = await restore(simulator, '1');
	expect([headers['x-ogw-ratelimit-reset'], headers['retry-after']]).toEqual(['0.25', '2']);
});

test('an echo repeats the token and the body, and the app secret at the exchange', async () => {
	const token = await tokenOf(simulator);
	simulator.faultNext('restore', { kind: 'secretEcho' });
	simulator.faultNext('tenantToken', { kind: 'secretEcho' });
	const body = { pre_hire_id: '1' };
	const echo = await send(simulator, PATHS.restore, { body, token });
	expect(echo.json.msg).toContain(`Bearer ${token}`);
	expect(echo.json.msg).toContain(JSON.stringify(body));
	const refused = await exchange(simulator);
	expect([refused.status, refused.json.code]).toEqual([200, 10003]);
	expect(refused.json.msg).toContain(CUSTOM_APP.appSecret);
});

test.each<[Fault, number, number | undefined]>([
	[{ kind: 'refuse', code: 10014 }, 200, 10014],
	[{ kind: 'tokenMissing' }, 200, 0],
	[{ kind: 'html', applied: false }, 502, undefined],
	[{ kind: 'empty', applied: false }, 200, undefined],
])('%j strikes an exchange, which then brings no token', async (fault, status, code) => {
	simulator.faultNext('tenantToken', fault);
	const answer = await exchange(simulator);
	expect([answer.status, answer.json.code]).toEqual([status, code]);
	expect(answer.json.tenant_access_token).toBeUndefined();
	expect(simulator.issuedTokens).toEqual([]);
	expect((await exchange(simulator)).json.code).toBe(0);
});

test('an exchange can be cut', async () => {
	simulator.faultNext('tenantToken', { kind: 'cut', applied: false });
	await expect(exchange(simulator)).rejects.toThrow();
});

test('faults strike as often as said, in the order they were set', async () => {
	simulator.faultNext('restore', { kind: 'refuse', code: 1161116 }, 2);
	simulator.faultNext('restore', { kind: 'refuse', code: 1161000 });
	const codes: Array<number | undefined> = [];
	for (let sent = 0; sent < 4; sent += 1) codes.push((await restore(simulator, '1')).json.code);
	expect(codes).toEqual([1161116, 1161116, 1161000, 0]);
});

test('a fault without end strikes until it is cleared', async () => {
	simulator.faultNext('restore', { kind: 'refuse', code: 1161116 }, Infinity);
	for (let sent = 0; sent < 3; sent += 1) {
		expect((await restore(simulator, '1')).json.code).toBe(1161116);
	}
	simulator.clearFaults();
	expect((await restore(simulator, '1')).json.code).toBe(0);
});

test('a fault about a person leaves the others alone', async () => {
	simulator.faultFor('1', { kind: 'refuse', code: 1161116 });
	expect((await restore(simulator, '2')).json.code).toBe(0);
	expect((await restore(simulator, '1')).json.code).toBe(1161116);
	expect((await restore(simulator, '1')).json.code).toBe(0);
});

test('a plan is told the API, the number and the person of each request', async () => {
	const told: unknown[] = [];
	simulator.faultPlan((call) => {
		told.push(call);
		return call.api === 'restore' && call.nth === 2 ? { kind: 'refuse', code: 1161116 } : undefined;
	});
	expect((await restore(simulator, '1')).json.code).toBe(0);
	expect((await restore(simulator, '2')).json.code).toBe(1161116);
	expect(told).toEqual([
		{ api: 'tenantToken', nth: 1 },
		{ api: 'restore', nth: 1, preHireId: '1' },
		{ api: 'tenantToken', nth: 2 },
		{ api: 'restore', nth: 2, preHireId: '2' },
	]);
});

test('a write spoilt behind a gateway that refuses is not applied', async () => {
	simulator.faultNext('restore', { kind: 'html', applied: true });
	await send(simulator, PATHS.restore, { body: { pre_hire_id: '1' }, token: 't-nobody' });
	expect(simulator.person('1').restoredTimes).toBe(0);
});

// Faults of the simulator whose work is done later than the answer, and answers that take their time.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the simulator is a server of its own and never runs inside n8n */
import { request } from 'node:http';
import { startSimulator, type Fault, type FeishuSimulator } from '../../../simulator';
import { exchange, PATHS, restore, search, send, tokenOf, wait } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ people: [{ preHireId: '1', preferredName: 'No. 1' }] });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const restored = () => simulator.person('1').restoredTimes;

async function untilRestored(): Promise<void> {
	while (restored() === 0) await wait(5);
}

const LATER = { applied: true, afterMs: 150 };

test.each<Fault>([
	{ kind: 'refuse', code: 2200, httpStatus: 200, ...LATER },
	{ kind: 'refuse', code: 1663, httpStatus: 500, ...LATER },
	{ kind: 'html', ...LATER },
	{ kind: 'empty', ...LATER },
	{ kind: 'serverError', code: 1161000, ...LATER },
	{ kind: 'successFalse', ...LATER },
	{ kind: 'wrongContentType', ...LATER },
])('%j answers before the work is done', async (fault) => {
	simulator.faultNext('restore', fault);
	await restore(simulator, '1');
	expect(restored()).toBe(0);
	expect(simulator.callsTo('restore')[0]?.applied).toBe(false);
	await untilRestored();
	expect(simulator.callsTo('restore')[0]).toMatchObject({ applied: true });
	const { at } = simulator.callsTo('restore')[0] ?? { at: 0 };
	expect(Date.now() - at).toBeGreaterThanOrEqual(LATER.afterMs - 2);
});

test('what is cut is carried out later, though the client is gone', async () => {
	simulator.faultNext('restore', { kind: 'cut', ...LATER });
	await expect(restore(simulator, '1')).rejects.toThrow();
	expect(restored()).toBe(0);
	await untilRestored();
});

test('what hangs is carried out after the client has given up', async () => {
	simulator.faultNext('restore', { kind: 'hang', ...LATER });
	const token = await tokenOf(simulator);
	const gone = new AbortController();
	const body = { pre_hire_id: '1' };
	const hanging = send(simulator, PATHS.restore, { body, token, signal: gone.signal });
	while (simulator.inFlight === 0) await wait(1);
	gone.abort();
	await expect(hanging).rejects.toThrow();
	await untilRestored();
	expect(simulator.inFlight).toBe(0);
});

test('work done later uses one slot of the quota, at once', async () => {
	const small = await startSimulator({ quota: { limit: 1, windowMs: 60_000 } });
	const [first, second] = small.people().map(({ preHireId }) => preHireId);
	small.faultNext('restore', { kind: 'html', ...LATER });
	await restore(small, first ?? '');
	expect((await restore(small, second ?? '')).json.code).toBe(99991400);
	while (small.person(first ?? '').restoredTimes === 0) await wait(5);
	await small.stop();
});

test('work for which the gateway refuses the call is not done later either', async () => {
	simulator.faultNext('restore', { kind: 'html', applied: true, afterMs: 20 });
	await send(simulator, PATHS.restore, { body: { pre_hire_id: '1' }, token: 't-nobody' });
	await wait(60);
	expect(restored()).toBe(0);
});

test('a later exchange brings its token later', async () => {
	simulator.faultNext('tenantToken', { kind: 'html', ...LATER });
	await exchange(simulator);
	expect(simulator.issuedTokens).toEqual([]);
	while (simulator.issuedTokens.length === 0) await wait(5);
});

test('stop and reset end work that is still to be done', async () => {
	const other = await startSimulator({ people: [{ preHireId: '1', preferredName: 'No. 1' }] });
	other.faultNext('restore', { kind: 'html', applied: true, afterMs: 60_000 });
	await restore(other, '1');
	await other.stop();
	expect(other.person('1').restoredTimes).toBe(0);
	simulator.faultNext('restore', { kind: 'html', applied: true, afterMs: 40 });
	await restore(simulator, '1');
	simulator.reset();
	await wait(80);
	expect(restored()).toBe(0);
});

test.each([200, 400, 500])(
	'passing internal errors come under HTTP %i on writes, search and exchanges',
	async (httpStatus) => {
		for (const code of [2200, 1500, 1663, 300000]) {
			simulator.reset();
			const fault: Fault = { kind: 'refuse', code, httpStatus, applied: true };
			simulator.faultNext('restore', fault);
			simulator.faultNext('search', fault);
			const answers = [await restore(simulator, '1'), await search(simulator, {})];
			simulator.faultNext('tenantToken', fault);
			answers.push(await exchange(simulator));
			expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
				[httpStatus, code],
				[httpStatus, code],
				[httpStatus, code],
			]);
			expect(restored()).toBe(1);
			expect(simulator.issuedTokens).toHaveLength(1);
		}
	},
);

test('an answer trickles in a byte at a time', async () => {
	simulator.faultNext('restore', { kind: 'trickle', everyMs: 1 });
	const token = await tokenOf(simulator);
	const pieces = await new Promise<string[]>((resolve, reject) => {
		const sent = request(
			simulator.url + PATHS.restore,
			{
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			},
			(response) => {
				const read: string[] = [];
				response.setEncoding('utf8').on('data', (text: string) => read.push(text));
				response.on('end', () => resolve(read));
			},
		);
		sent.on('error', reject).end(JSON.stringify({ pre_hire_id: '1' }));
	});
	expect(JSON.parse(pieces.join(''))).toMatchObject({ code: 0, data: { success: true } });
	expect(pieces.length).toBeGreaterThan(5);
	expect(restored()).toBe(1);
});

test('a trickle ends with its client, and with the simulator', async () => {
	simulator.faultNext('restore', { kind: 'trickle', everyMs: 60_000 });
	const body = { pre_hire_id: '1' };
	const token = await tokenOf(simulator);
	const gone = new AbortController();
	const slow = send(simulator, PATHS.restore, { body, token, signal: gone.signal });
	while (simulator.inFlight === 0) await wait(1);
	gone.abort();
	await expect(slow).rejects.toThrow();
	while (simulator.inFlight > 0) await wait(1);

	const other = await startSimulator({ people: [{ preHireId: '1', preferredName: 'No. 1' }] });
	other.faultNext('restore', { kind: 'trickle', everyMs: 60_000 });
	const ended = expect(restore(other, '1')).rejects.toThrow();
	while (other.inFlight === 0) await wait(1);
	await other.stop();
	await ended;
});

test('a proxy that refuses lets nothing through and leaves no log id', async () => {
	simulator.faultNext('restore', { kind: 'proxyRefusal' });
	const { status, headers, text } = await restore(simulator, '1');
	expect(status).toBe(407);
	expect(headers).toMatchObject({ 'content-type': 'text/html' });
	expect(headers['proxy-authenticate']).toMatch(/^Basic realm=/);
	expect(headers['x-tt-logid']).toBeUndefined();
	expect(text).toContain('<html>');
	expect(restored()).toBe(0);
});

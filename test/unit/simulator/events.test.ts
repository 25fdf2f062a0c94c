// The simulator's events, looked at from the receiving side.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the simulator is a server of its own and never runs inside n8n */
import { createDecipheriv, createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../../simulator';
import { encrypt, sign } from '../../../simulator/events';
import { until } from '../../harness/until';
import { restore, send, withdraw } from './client';

interface Received {
	headers: IncomingHttpHeaders;
	text: string;
	json: Record<string, unknown>;
}

let simulator: FeishuSimulator;
let receiver: Server;
let received: Received[];
/** Statuses to answer with; 200 when they are used up. */
let answers: number[];

const { appId } = CUSTOM_APP;
const addressOf = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

beforeEach(async () => {
	received = [];
	answers = [];
	simulator = await startSimulator({ eventTimeScale: 0.000_001 });
	receiver = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const json = opened(text);
			received.push({ headers: request.headers, text, json });
			response.statusCode = answers.shift() ?? 200;
			response.end(JSON.stringify({ challenge: json.challenge }));
		});
	});
	receiver.listen(0, '127.0.0.1');
	await once(receiver, 'listening');
});
afterEach(async () => {
	await simulator.stop();
	receiver.close();
	receiver.closeAllConnections();
});

/** What is in a body, encrypted for the custom app or plain. */
function opened(text: string): Record<string, unknown> {
	const body = JSON.parse(text) as Record<string, unknown>;
	if (typeof body.encrypt !== 'string') return body;
	const data = Buffer.from(body.encrypt, 'base64');
	const key = createHash('sha256').update(simulator.events.keysOf(appId).encryptKey).digest();
	const decipher = createDecipheriv('aes-256-cbc', key, data.subarray(0, 16));
	const plain = Buffer.concat([decipher.update(data.subarray(16)), decipher.final()]);
	return JSON.parse(plain.toString('utf8')) as Record<string, unknown>;
}

const register = async () => {
	expect(await simulator.events.register(appId, addressOf())).toBeUndefined();
	received.length = 0;
};

it('encrypts and signs by the test vectors', () => {
	const text = '{"challenge":"abc","token":"demo-token","type":"url_verification"}';
	const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => index));
	const encrypted =
		'AAECAwQFBgcICQoLDA0OD5Fi7s5gd8TUAc+zWpbWKLWTNaaMOeZeDHi3IsLvGKGfh2/cJLI1pmyLCgIxE7l0YPpRGbrBTcY8FdsA4i/vtDT9QR0AtSwlshC3n2b2oyXq';
	expect(encrypt(text, 'demo-key', iv)).toBe(encrypted);
	expect(sign(`{"encrypt":"${encrypted}"}`, '1700000000', '123456789', 'demo-key')).toBe(
		'16d9ebd4b0e515d661f30129d28959e3525ad9bfe3a14106cf60b22f8500df74',
	);
	expect(sign('{"a":1}', '1700000000', '123456789', '')).toBe(
		'895ea526e8404c1c953d57c604f6f12a02182313daddec13eb88d09773e573f9',
	);
});

it('checks an address without a signature, and keeps it only if the challenge comes back', async () => {
	expect(await simulator.events.register(appId, addressOf())).toBeUndefined();
	expect(received[0]?.json).toMatchObject({
		type: 'url_verification',
		challenge: expect.any(String),
	});
	expect(received[0]?.headers).not.toHaveProperty('x-lark-signature');
	answers = [500];
	expect(await simulator.events.register(appId, addressOf())).toMatch(/not returned: 500/);
});

it('reports what restore and withdraw changed, signed', async () => {
	await register();
	await restore(simulator, '7345005664477001407');
	await withdraw(simulator, '7345005664477001407', 'Took another offer');
	await simulator.events.idle();
	const changes = received.map(
		({ json }) => (json.event as Record<string, unknown>).onboarding_flow_change,
	);
	expect(changes).toEqual(
		expect.arrayContaining([{ after_status: 'in_progress' }, { after_status: 'withdrawn' }]),
	);
	for (const { headers, text } of received) {
		const [timestamp, nonce] = ['timestamp', 'nonce'].map((name) =>
			String(headers[`x-lark-request-${name}`]),
		);
		expect(headers['x-lark-signature']).toBe(
			sign(text, timestamp ?? '', nonce ?? '', simulator.events.keysOf(appId).encryptKey),
		);
	}
});

it('sends an event again four times, the same one, and then gives it up', async () => {
	await register();
	answers = [500, 500, 503, 401, 404];
	const { eventId, settled } = simulator.events.push({ type: 'corehr.job_data.employed_v1' });
	await settled;
	expect(simulator.events.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
		[1, 500],
		[2, 500],
		[3, 503],
		[4, 401],
		[5, 404],
	]);
	expect(received.map(({ json }) => (json.header as { event_id: string }).event_id)).toEqual(
		received.map(() => eventId),
	);
});

it('sends twice, again after success, and what it held back newest first', async () => {
	await register();
	await simulator.events.push({ type: 'a.b_v1', copies: 2 }).settled;
	await simulator.events.push({ type: 'a.b_v1', repeatTaken: true }).settled;
	expect(received).toHaveLength(4);
	received.length = 0;
	simulator.events.hold();
	for (const eventId of ['1', '2', '3']) simulator.events.push({ type: 'a.b_v1', eventId });
	simulator.events.release();
	await simulator.events.idle();
	expect(
		new Set(received.map(({ json }) => (json.header as { event_id: string }).event_id)),
	).toEqual(new Set(['1', '2', '3']));
});

it('writes store-app events in the old envelope, plain where there is no key', async () => {
	simulator.events.setKeys(appId, { encryptKey: '' });
	await register();
	await simulator.events.push({ type: 'app_ticket', createdAt: 1_796_000_000_123 }).settled;
	expect(received[0]?.json).toMatchObject({
		ts: '1796000000.1230000',
		uuid: expect.any(String),
		type: 'event_callback',
		event: { type: 'app_ticket', app_id: appId, app_ticket: expect.any(String) },
	});
	expect(received[0]?.json.event).not.toHaveProperty('tenant_key');
});

it('takes orders over HTTP and lists what it sent', async () => {
	await send(simulator, '/_simulator/callback', { body: { url: addressOf() } });
	await until(() => simulator.events.addressOf(appId) === addressOf());
	await send(simulator, '/_simulator/event', { body: { type: 'corehr.job_data.employed_v1' } });
	await simulator.events.idle();
	const { json } = await send(simulator, '/_simulator/events', { method: 'GET' });
	expect(json).toMatchObject({
		deliveries: [{ type: 'corehr.job_data.employed_v1', status: 200, attempt: 1 }],
	});
});

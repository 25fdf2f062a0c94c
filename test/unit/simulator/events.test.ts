// The simulator's events, looked at from the receiving side.
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../../simulator';
import { encrypt, sign } from '../../../simulator/events';
import { until } from '../../harness/until';
import { restore, send, withdraw } from './client';
import { startReceiver, type Receiver } from './receiver';

let simulator: FeishuSimulator;
let receiver: Receiver;

const { appId } = CUSTOM_APP;

beforeEach(async () => {
	simulator = await startSimulator({ eventTimeScale: 0.000_001 });
	receiver = await startReceiver(() => simulator.events.keysOf(appId).encryptKey);
});
afterEach(async () => {
	await simulator.stop();
	receiver.stop();
});

const register = async () => {
	expect(await simulator.events.register(appId, receiver.url)).toBeUndefined();
	receiver.received.length = 0;
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
	expect(await simulator.events.register(appId, receiver.url)).toBeUndefined();
	expect(receiver.received[0]?.json).toMatchObject({
		type: 'url_verification',
		challenge: expect.any(String),
	});
	expect(receiver.received[0]?.headers).not.toHaveProperty('x-lark-signature');
	receiver.answers.push(500);
	expect(await simulator.events.register(appId, receiver.url)).toMatch(/not returned: 500/);
});

it('reports what restore and withdraw changed, signed', async () => {
	await register();
	await restore(simulator, '7345005664477001407');
	await withdraw(simulator, '7345005664477001407', 'Took another offer');
	await simulator.events.idle();
	const changes = receiver.received.map(
		({ json }) => (json.event as Record<string, unknown>).onboarding_flow_change,
	);
	expect(changes).toEqual(
		expect.arrayContaining([{ after_status: 'in_progress' }, { after_status: 'withdrawn' }]),
	);
	for (const { headers, text } of receiver.received) {
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
	receiver.answers.push(500, 500, 503, 401, 404);
	const { eventId, settled } = simulator.events.push({ type: 'corehr.job_data.employed_v1' });
	await settled;
	expect(simulator.events.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
		[1, 500],
		[2, 500],
		[3, 503],
		[4, 401],
		[5, 404],
	]);
	expect(
		receiver.received.map(({ json }) => (json.header as { event_id: string }).event_id),
	).toEqual(receiver.received.map(() => eventId));
});

it('sends twice, again after success, and what it held back newest first', async () => {
	await register();
	await simulator.events.push({ type: 'a.b_v1', copies: 2 }).settled;
	await simulator.events.push({ type: 'a.b_v1', repeatTaken: true }).settled;
	expect(receiver.received).toHaveLength(4);
	receiver.received.length = 0;
	simulator.events.hold();
	for (const eventId of ['1', '2', '3']) simulator.events.push({ type: 'a.b_v1', eventId });
	simulator.events.release();
	await simulator.events.idle();
	expect(
		new Set(receiver.received.map(({ json }) => (json.header as { event_id: string }).event_id)),
	).toEqual(new Set(['1', '2', '3']));
});

it('writes store-app events in the old envelope, plain where there is no key', async () => {
	simulator.events.setKeys(appId, { encryptKey: '' });
	await register();
	await simulator.events.push({ type: 'app_ticket', createdAt: 1_796_000_000_123 }).settled;
	expect(receiver.received[0]?.json).toMatchObject({
		ts: '1796000000.1230000',
		uuid: expect.any(String),
		type: 'event_callback',
		event: { type: 'app_ticket', app_id: appId, app_ticket: expect.any(String) },
	});
	expect(receiver.received[0]?.json.event).not.toHaveProperty('tenant_key');
});

it('takes orders over HTTP and lists what it sent', async () => {
	await send(simulator, '/_simulator/callback', { body: { url: receiver.url } });
	await until(() => simulator.events.addressOf(appId) === receiver.url);
	await send(simulator, '/_simulator/event', { body: { type: 'corehr.job_data.employed_v1' } });
	await simulator.events.idle();
	const { json } = await send(simulator, '/_simulator/events', { method: 'GET' });
	expect(json).toMatchObject({
		deliveries: [{ type: 'corehr.job_data.employed_v1', status: 200, attempt: 1 }],
	});
});

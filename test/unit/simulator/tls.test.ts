// The simulator over TLS with its self-signed certificate.
import { Agent } from 'undici';
import { startSimulator, TEST_CERTIFICATE, type FeishuSimulator } from '../../../simulator';
import { PATHS, send } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ tls: true });
});
afterAll(async () => await simulator.stop());

test('a client that knows nothing of the certificate refuses it', async () => {
	expect(simulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
	await expect(send(simulator, PATHS.restore)).rejects.toMatchObject({
		code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
	});
	expect(simulator.calls).toEqual([]);
});

test('a client that is given the certificate is served', async () => {
	const dispatcher = new Agent({ connect: { ca: TEST_CERTIFICATE.certificate } });
	const answer = await send(simulator, PATHS.restore, { body: {}, dispatcher });
	expect(answer.json.code).toBe(99991661);
	await dispatcher.close();
});

test('TLS against a simulator without it is a protocol error', async () => {
	const plain = await startSimulator();
	const url = plain.url.replace('http:', 'https:');
	await expect(send({ ...plain, url }, PATHS.restore)).rejects.toMatchObject({
		message: expect.stringMatching(/wrong version number|packet length/) as string,
	});
	await plain.stop();
});

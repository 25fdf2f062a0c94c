/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- asks whether the servers are there, never runs inside n8n */
/** Queue mode: a webhook process receives, workers run. Killed in the middle of a storm, nothing is lost that Feishu repeats. */
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../simulator';
import { signIn, type N8nApi } from './launcher/api';
import { pause } from './launcher/commands';
import { createCredential, EVENTS_CREDENTIAL_TYPE, eventsCredential } from './launcher/credentials';
import { installN8n } from './launcher/installing';
import { connect, endNode, triggerNode } from './launcher/nodes';
import type { RunningN8n } from './launcher/server';
import { versionAskedFor } from './launcher/versions';
import { activateWorkflow, importWorkflow } from './launcher/workflows';
import { startDistributed, type Distributed } from './distributed';

const inQueueMode = process.env.E2E_QUEUE_SERVERS === 'yes' ? describe : describe.skip;

const STORM = 120;

inQueueMode('queue mode: main, a webhook process, two workers', () => {
	let n8n: Distributed;
	let receiver: RunningN8n;
	let api: N8nApi;
	let feishu: FeishuSimulator;

	beforeAll(async () => {
		// 15 seconds are 0.2 seconds here, 5 minutes 4.5 seconds, an hour 54 seconds.
		feishu = await startSimulator({ eventTimeScale: 0.015 });
		const installed = await installN8n(versionAskedFor());
		n8n = await startDistributed(installed, { N8N_LOG_LEVEL: 'info' });
		api = await signIn(n8n.main.url);
		const keys = feishu.events.keysOf(CUSTOM_APP.appId);
		const credential = await createCredential(api, eventsCredential(CUSTOM_APP.appId, keys));
		const content = {
			name: 'storm',
			nodes: [triggerNode('storm', { events: ['any'] }), endNode()],
			connections: connect({ Feishu: ['End'] }),
		};
		const workflow = await importWorkflow(api, content, { [EVENTS_CREDENTIAL_TYPE]: credential });
		await activateWorkflow(api, installed.version, workflow);
		receiver = await n8n.startOne('webhook');
		const address = `${receiver.url}/webhook/storm/webhook`;
		// n8n says that the process is ready a moment before it takes webhooks.
		let refused = await feishu.events.register(CUSTOM_APP.appId, address);
		for (let tries = 0; refused !== undefined && tries < 30; tries += 1) {
			await pause(1_000);
			refused = await feishu.events.register(CUSTOM_APP.appId, address);
		}
		expect(refused).toBeUndefined();
	}, 300_000);
	afterAll(async () => {
		await feishu?.stop();
		await n8n?.close();
	});

	it(`runs each of ${STORM} events although main and the webhook process are killed in the middle`, async () => {
		const ids: string[] = [];
		const pushed: Array<Promise<void>> = [];
		const storm = async (count: number) => {
			for (let n = 0; n < count; n += 1) {
				const event = feishu.events.push({ type: 'corehr.job_data.employed_v1' });
				ids.push(event.eventId);
				pushed.push(event.settled);
				await pause(20);
			}
		};
		await storm(STORM / 2);
		const port = Number(new URL(receiver.url).port);
		const dying = Promise.all([receiver.process.kill(), n8n.main.process.kill()]);
		await storm(STORM / 2);
		await dying;
		receiver = await n8n.startOne('webhook', port);
		await Promise.all(pushed);

		const missed = feishu.events.deliveries.filter(({ status }) => status !== 200);
		const taken = new Set(
			feishu.events.deliveries.filter(({ status }) => status === 200).map(({ eventId }) => eventId),
		);
		console.log(
			`${STORM} events: ${missed.length} pushes got no 200, and every event was taken in the end: ${taken.size}`,
		);
		expect(missed.length).toBeGreaterThan(0);
		expect(ids.filter((id) => !taken.has(id))).toEqual([]);
		let lost = ids;
		for (let tries = 0; tries < 60 && lost.length > 0; tries += 1) {
			await pause(1_000);
			const dump = await n8n.dump();
			lost = ids.filter((id) => !dump.includes(id));
		}
		expect(lost).toEqual([]);
		const secrets = Object.values(feishu.events.keysOf(CUSTOM_APP.appId));
		const texts = [await n8n.dump(), receiver.log(), ...n8n.workers.map((worker) => worker.log())];
		for (const text of texts) {
			expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
		}
	}, 400_000);
});

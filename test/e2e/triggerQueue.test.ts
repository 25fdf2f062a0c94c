/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- asks whether the servers are there, never runs inside n8n */
/** Queue mode: a webhook process receives, workers run. Where main receives and is killed in the middle of a storm, nothing is lost that Feishu repeats. */
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

const STORM = 60;

inQueueMode('queue mode: main, a webhook process, two workers', () => {
	let n8n: Distributed;
	let keys: object;
	const ids: string[] = [];
	const pushed: Array<Promise<void>> = [];
	let api: N8nApi;
	let feishu: FeishuSimulator;

	beforeAll(async () => {
		// 15 seconds are 0.2 seconds here, 5 minutes 4 seconds, an hour 43 seconds, 6 hours 4 minutes: longer than n8n takes to start on any machine.
		feishu = await startSimulator({ eventTimeScale: 0.012 });
		const installed = await installN8n(versionAskedFor());
		n8n = await startDistributed(installed, { N8N_LOG_LEVEL: 'info' });
		api = await signIn(n8n.main.url);
		const known = feishu.events.keysOf(CUSTOM_APP.appId);
		keys = known;
		const credential = await createCredential(api, eventsCredential(CUSTOM_APP.appId, known));
		const content = {
			name: 'storm',
			nodes: [triggerNode('storm', { events: ['any'] }), endNode()],
			connections: connect({ Feishu: ['End'] }),
		};
		const workflow = await importWorkflow(api, content, { [EVENTS_CREDENTIAL_TYPE]: credential });
		await activateWorkflow(api, installed.version, workflow);
	}, 300_000);
	afterAll(async () => {
		await feishu?.stop();
		await n8n?.close();
	});

	/** Enters the address at Feishu. n8n says that a process is ready a moment before it takes webhooks. */
	async function register(receiver: RunningN8n): Promise<void> {
		const address = `${receiver.url}/webhook/storm/webhook`;
		let refused = await feishu.events.register(CUSTOM_APP.appId, address);
		for (let tries = 0; refused !== undefined && tries < 60; tries += 1) {
			await pause(1_000);
			refused = await feishu.events.register(CUSTOM_APP.appId, address);
		}
		expect(refused).toBeUndefined();
	}

	async function storm(count: number): Promise<void> {
		for (let n = 0; n < count; n += 1) {
			const event = feishu.events.push({ type: 'corehr.job_data.employed_v1' });
			ids.push(event.eventId);
			pushed.push(event.settled);
			await pause(100);
		}
	}

	/** Waits until every event stands in the data of an execution. */
	async function expectAllRun(): Promise<void> {
		await Promise.all(pushed);
		let lost = ids;
		for (let tries = 0; tries < 60 && lost.length > 0; tries += 1) {
			await pause(1_000);
			const dump = await n8n.dump();
			lost = ids.filter((id) => !dump.includes(id));
		}
		expect(lost).toEqual([]);
	}

	it('a webhook process receives, the workers run', async () => {
		const receiver = await n8n.startOne('webhook');
		await register(receiver);
		await storm(20);
		await expectAllRun();
		expect(receiver.log()).not.toContain('placeholder-');
	}, 300_000);

	it(`runs each of ${STORM} events although main, which receives them, is killed in the middle`, async () => {
		await register(n8n.main);
		await storm(STORM / 2);
		const port = Number(new URL(n8n.main.url).port);
		const killed = n8n.main.process.kill();
		await storm(STORM / 2);
		await killed;
		const main = await n8n.startOne('main', port);
		await Promise.all(pushed);
		const { deliveries } = feishu.events;
		const missed = deliveries.filter(({ status }) => status !== 200).length;
		console.log(`${deliveries.length} pushes of ${ids.length} events, ${missed} without a 200`);
		await expectAllRun();
		expect(missed).toBeGreaterThan(0);
		const texts = [await n8n.dump(), ...[main, ...n8n.workers].map((server) => server.log())];
		for (const text of texts) {
			expect(Object.values(keys).filter((secret) => text.includes(String(secret)))).toEqual([]);
		}
	}, 500_000);
});

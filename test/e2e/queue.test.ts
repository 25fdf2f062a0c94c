/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks whether the servers are there, never runs inside n8n */
/** n8n's queue mode: people restored once each by two workers, also when one of them is killed in the middle. */
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../simulator';
import { signIn, type N8nApi } from './launcher/api';
import { pause, until } from './launcher/commands';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { installN8n } from './launcher/installing';
import { codeNode, connect, restoreNode, webhookNode } from './launcher/nodes';
import { versionAskedFor } from './launcher/versions';
import {
	activateWorkflow,
	executionsSoFar,
	finishedExecutions,
	importWorkflow,
	outputOf,
	type WorkflowContent,
} from './launcher/workflows';
import { startDistributed, type Distributed } from './distributed';

const inQueueMode = process.env.E2E_QUEUE_SERVERS === 'yes' ? describe : describe.skip;

/** Two workers keep two lanes: each gets half of what Feishu allows. */
const PER_WORKER = 400;

inQueueMode('queue mode: main, two workers, Redis, PostgreSQL', () => {
	let n8n: Distributed;
	let api: N8nApi;
	let simulator: FeishuSimulator;
	const workflows = new Map<string, string>();

	beforeAll(async () => {
		const quota = { limit: 2 * PER_WORKER, windowMs: 60_000 };
		simulator = await startSimulator({ people: [], quota, latencyMs: 100 });
		const installed = await installN8n(await versionAskedFor());
		n8n = await startDistributed(installed, { N8N_LOG_LEVEL: 'info' });
		api = await signIn(n8n.main.url);
		const credential = await createCredential(api, customAppCredential(simulator.url));
		for (const [path, maxConcurrency] of [
			['fast', 5],
			['slow', 1],
		] as const) {
			const content = queueWorkflow(path, maxConcurrency);
			const workflow = await importWorkflow(api, content, { [CREDENTIAL_TYPE]: credential });
			await activateWorkflow(api, installed.version, workflow);
			workflows.set(path, workflow.id);
		}
	});
	afterAll(async () => {
		await n8n?.close();
		await simulator?.stop();
	});

	const workflowId = (path: string) => workflows.get(path) ?? '';

	function invite(from: number, count: number): string[] {
		const ids = Array.from({ length: count }, (_, n) => `73450056644${10_000_000 + from + n}`);
		simulator.addPeople(ids.map((preHireId) => ({ preHireId, preferredName: preHireId })));
		return ids;
	}

	async function post(path: string, ids: string[]): Promise<void> {
		const reply = await fetch(`${n8n.main.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ids }),
		});
		expect(reply.status).toBe(200);
	}

	const restoredTimes = (ids: string[]) => ids.map((id) => simulator.person(id).restoredTimes);
	const once = (ids: string[]) => ids.map(() => 1);

	it('restores 300 people over six executions, each once, with one exchange per worker at most', async () => {
		const ids = invite(0, 300);
		const executions = 6;
		for (let n = 0; n < executions; n++) await post('fast', ids.slice(n * 50, n * 50 + 50));
		const finished = await finishedExecutions(api, workflowId('fast'), executions, 150_000);

		expect(finished.map(({ status }) => status)).toEqual(Array(executions).fill('success'));
		const people = finished.flatMap((execution) => outputOf(execution, 'Restore'));
		expect(people.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'restored'));
		expect(new Set(people.map(({ pre_hire_id }) => pre_hire_id))).toEqual(new Set(ids));
		expect(restoredTimes(ids)).toEqual(once(ids));
		expect(simulator.callsTo('restore')).toHaveLength(300);
		expect(simulator.callsTo('tenantToken').length).toBeLessThanOrEqual(2);
		expect(simulator.callsTo('tenantToken').length).toBeGreaterThan(0);
		const shares = n8n.workers.map((worker) => startedBy(worker.log()));
		expect(Math.min(...shares)).toBeGreaterThan(0);
		expect(shares[0]! + shares[1]!).toBe(executions);
	}, 240_000);

	it('restores everybody once although a worker is killed in the middle', async () => {
		const ids = invite(1_000, 100);
		const before = n8n.workers.map((worker) => startedBy(worker.log()));
		await post('slow', ids);
		await until(() => restoredTimes(ids).filter((times) => times > 0).length >= 30, {
			withinMs: 60_000,
			everyMs: 100,
		});
		const victim = n8n.workers.find((worker, n) => startedBy(worker.log()) > before[n]!);
		await victim?.process.kill();
		await pause(500);
		const done = ids.filter((id) => simulator.person(id).restoredTimes > 0);
		expect(done.length).toBeGreaterThanOrEqual(30);
		expect(done.length).toBeLessThan(100);

		const people = await settle(ids);

		expect(people.map(({ pre_hire_id }) => pre_hire_id)).toEqual(ids);
		expect(people.map(({ outcome }) => outcome)).toEqual(
			ids.map((id) => (done.includes(id) ? 'already_restored' : 'restored')),
		);
		expect(restoredTimes(ids)).toEqual(once(ids));
		const applied = simulator.callsTo('restore').filter((call) => call.applied);
		expect(applied.filter(({ preHireId = '' }) => ids.includes(preHireId))).toHaveLength(100);
	}, 240_000);

	it('holds no secret in the database nor in the logs of any process', async () => {
		const [id = ''] = invite(2_000, 1);
		simulator.faultNext('restore', { kind: 'secretEcho' });
		await post('fast', [id]);
		await finishedExecutions(api, workflowId('fast'), 7);

		expect(await n8n.dump()).toContain('bad request: Authorization=');
		const secrets = [CUSTOM_APP.appSecret, ...simulator.issuedTokens];
		expect(secrets.length).toBeGreaterThan(1);
		const texts = [await n8n.dump(), ...[n8n.main, ...n8n.workers].map((server) => server.log())];
		for (const text of texts) {
			expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
		}
	});

	/** Waits for n8n to bring the lost execution to an end; starts the workflow again where it only gave up. */
	async function settle(ids: string[]): Promise<Array<Record<string, unknown>>> {
		const [lost] = await finishedExecutions(api, workflowId('slow'), 1, 90_000).catch(() => []);
		if (lost?.status === 'success') return outputOf(lost, 'Restore');
		await post('slow', ids);
		await until(
			async () => {
				const all = await executionsSoFar(api, workflowId('slow'));
				return all.some(({ status }) => status === 'success');
			},
			{ withinMs: 90_000, everyMs: 100 },
		);
		const all = await finishedExecutions(api, workflowId('slow'), 1);
		return outputOf(all.at(-1)!, 'Restore');
	}
});

/** Posted IDs → one item each → Restore; the post is answered at once, the work is a worker's. */
function queueWorkflow(path: string, maxConcurrency: number): WorkflowContent {
	const options = {
		maxConcurrency,
		requestsPerMinute: PER_WORKER,
		ifNotWithdrawn: 'succeedIfActive',
	};
	return {
		name: path,
		nodes: [
			webhookNode(path, { responseMode: 'onReceived' }),
			codeNode('People', 'return $json.body.ids.map((id) => ({ json: { id } }));'),
			restoreNode('={{ $json.id }}', options),
		],
		connections: connect({ Webhook: ['People'], People: ['Restore'] }),
	};
}

/** How many executions a worker has taken, as its log says. */
function startedBy(log: string): number {
	return log.match(/Worker started execution/g)?.length ?? 0;
}

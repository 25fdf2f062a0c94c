/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- asks whether the servers are there and prints what came, never runs inside n8n */
/**
 * The trigger in queue mode: main or a webhook process receives, workers run; main is killed during a storm, and no event is lost that Feishu repeats.
 * A gate stands before main: while n8n starts, it answers whatever comes with 200 and "n8n is starting up", which Feishu would take for a yes.
 */
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../simulator';
import { seal } from '../../simulator/events';
import { post } from '../../simulator/events/sending';
import { signIn, type N8nApi } from './launcher/api';
import { pause, until } from './launcher/commands';
import { createCredential, EVENTS_CREDENTIAL_TYPE, eventsCredential } from './launcher/credentials';
import { installN8n, type InstalledN8n } from './launcher/installing';
import { connect, endNode, triggerNode } from './launcher/nodes';
import type { RunningN8n } from './launcher/server';
import { versionAskedFor } from './launcher/versions';
import {
	activateWorkflow,
	finishedExecutions,
	importWorkflow,
	outputOf,
	type WorkflowContent,
	type WorkflowNode,
} from './launcher/workflows';
import { startDistributed, type Distributed } from './distributed';
import { openGate, type Gate } from './gate';

const inQueueMode = process.env.E2E_QUEUE_SERVERS === 'yes' ? describe : describe.skip;

/** 15 seconds are 0.2 here, 5 minutes 4, an hour 43, 6 hours 259: far longer than n8n takes to start. */
const TIME_SCALE = 0.012;
const STORM = 20;
const UNDER_WAY = 4;
const AFTER_KILL = 8;
/** Wide enough for a slow machine: the repeats come at the same pace. */
const PACE_MS = 700;

/** Long enough for the last repeat. What is waited for comes much sooner as a rule. */
const WITHIN_MS = 400_000;
const PATIENCE = { withinMs: WITHIN_MS };
const TEST_MS = 2 * WITHIN_MS;

const NEVER = new AbortController().signal;

inQueueMode('queue mode: main, a webhook process, two workers', () => {
	let installed: InstalledN8n;
	let n8n: Distributed;
	let main: RunningN8n;
	let receiver: RunningN8n;
	let feishu: FeishuSimulator;
	let api: N8nApi;
	/** In front of main. */
	let gate: Gate;
	/** The workflow with Remove Duplicates. */
	let guarded: string;

	beforeAll(async () => {
		feishu = await startSimulator({ eventTimeScale: TIME_SCALE });
		installed = await installN8n(await versionAskedFor());
		n8n = await startDistributed(installed, { N8N_LOG_LEVEL: 'info' });
		main = n8n.main;
		gate = await openGate();
		gate.openTo(portOf(main));
		receiver = await n8n.startOne('webhook');
		api = await signIn(main.url);
		const keys = feishu.events.keysOf(CUSTOM_APP.appId);
		const credential = await createCredential(api, eventsCredential(CUSTOM_APP.appId, keys));
		for (const content of [
			workflow('storm', endNode()),
			workflow('guarded', REMOVE_DUPLICATES, endNode()),
		]) {
			const stored = await importWorkflow(api, content, { [EVENTS_CREDENTIAL_TYPE]: credential });
			await activateWorkflow(api, installed.version, stored);
			guarded = stored.id;
		}
	}, TEST_MS);
	afterAll(async () => {
		await feishu?.stop();
		await gate?.close();
		await n8n?.close();
	});

	/** Enters the address at Feishu, which waits for one second only: a process that has just started may need more than one try. */
	async function register({ url }: { url: string }, path = 'storm'): Promise<void> {
		const address = `${url}/webhook/${path}/webhook`;
		await until(
			async () => (await feishu.events.register(CUSTOM_APP.appId, address)) === undefined,
			PATIENCE,
		);
	}

	/**
	 * Pushes events, as many at once as n8n answers in time, and returns their ids.
	 * With some taken and some under way, main is killed, and more events come.
	 */
	async function stormOverMain(name: string): Promise<string[]> {
		const ids: string[] = [];
		const next = () => ids[ids.push(push(`${name}-${String(ids.length).padStart(3, '0')}`)) - 1]!;
		const lane = async () => {
			while (ids.length < STORM) {
				const id = next();
				await until(() => isTaken(id), { ...PATIENCE, everyMs: 20 });
			}
		};
		await Promise.all([lane(), lane()]);
		for (let n = 0; n < UNDER_WAY; n += 1) next();
		await pause(5);
		const killed = main.process.kill();
		for (let n = 0; n < AFTER_KILL; n += 1) {
			next();
			await pause(PACE_MS);
		}
		await killed;
		return ids;
	}

	/** The first execution of a fresh n8n takes long: no repeat shall wait for it. */
	async function warmUp(address: string): Promise<void> {
		const keys = feishu.events.keysOf(CUSTOM_APP.appId);
		const header = {
			event_id: 'warm-up',
			event_type: 'corehr.job_data.employed_v1',
			token: keys.verificationToken,
			app_id: CUSTOM_APP.appId,
		};
		const sealed = seal({ schema: '2.0', header, event: {} }, keys);
		expect((await post(address, sealed, WITHIN_MS, NEVER)).status).toBe(200);
	}

	function push(eventId: string): string {
		return feishu.events.push({ type: 'corehr.job_data.employed_v1', eventId }).eventId;
	}

	const pushesOf = (ids: string[]) =>
		feishu.events.deliveries.filter(({ eventId }) => ids.includes(eventId));
	const isTaken = (id: string) => pushesOf([id]).some(({ status }) => status === 200);

	/** How many executions each event has: the dump has a line for each execution. */
	async function runsOf(ids: string[]): Promise<number[]> {
		const lines = (await n8n.dump()).split('\n');
		return ids.map((id) => lines.filter((line) => line.includes(id)).length);
	}

	async function untilAllRan(ids: string[]): Promise<void> {
		await until(async () => !(await runsOf(ids)).includes(0), PATIENCE);
	}

	function report(what: string, ids: string[], runs: number[]): void {
		const pushes = pushesOf(ids);
		const missed = pushes.filter(({ status }) => status !== 200).length;
		const twice = runs.filter((times) => times > 1).length;
		console.log(
			`n8n ${installed.version}: ${what}: ${pushes.length} pushes of ${ids.length} events, ${missed} without a 200; ${twice} events ran more than once`,
		);
	}

	it(
		'runs each event although main, which receives them, is killed in the middle and started again',
		async () => {
			await register(gate);
			const ids = await stormOverMain('main');
			gate.openTo(undefined);
			expect(pushesOf(ids).filter(({ status }) => status === undefined)).not.toEqual([]);
			const port = portOf(main);
			const asking = answersUntilReady(`${main.url}/webhook/storm/webhook`);
			main = await n8n.startOne('main', port);
			console.log(`n8n ${installed.version}, asked past the gate as it starts: ${await asking}`);
			await warmUp(`${main.url}/webhook/storm/webhook`);
			gate.openTo(port);
			await until(() => ids.every(isTaken), PATIENCE);

			// n8n 1 answers before it creates the execution: what it took as it was killed may be gone.
			const answersFirst = installed.version.startsWith('1.');
			const promised = answersFirst ? ids.filter((id) => pushesOf([id]).length > 1) : ids;
			await untilAllRan(promised);
			report('main killed', ids, await runsOf(ids));
		},
		TEST_MS,
	);

	it(
		'an event that comes again through another process runs again, and Remove Duplicates on event_id stops it',
		async () => {
			await register(main, 'guarded');
			const id = push('guarded-again');
			await until(() => isTaken(id), PATIENCE);
			const [first] = await finishedExecutions(api, guarded, 1, WITHIN_MS);
			await register(receiver, 'guarded');
			push(id);
			const [, second] = await finishedExecutions(api, guarded, 2, WITHIN_MS);

			expect([first, second].map((execution) => execution?.status)).toEqual(['success', 'success']);
			expect(outputOf(first!, 'Feishu')).toMatchObject([{ event_id: id }]);
			expect(outputOf(second!, 'Feishu')).toMatchObject([{ event_id: id }]);
			expect(outputOf(first!, 'End')).toMatchObject([{ event_id: id }]);
			expect(outputOf(second!, 'End')).toEqual([]);
		},
		TEST_MS,
	);

	it(
		'a webhook process receives and the workers run, also while main is killed in the middle',
		async () => {
			await register(receiver);
			const ids = await stormOverMain('webhook');
			await until(() => ids.every(isTaken), PATIENCE);
			await untilAllRan(ids);
			const runs = await runsOf(ids);
			report('main killed, a webhook process receives', ids, runs);
			expect(runs).toEqual(ids.map(() => 1));
		},
		TEST_MS,
	);

	it('no key or token stands in the database or in the log of any process', async () => {
		const secrets = Object.values(feishu.events.keysOf(CUSTOM_APP.appId)).map(String);
		expect(secrets).toHaveLength(2);
		const logs = [n8n.main, main, receiver, ...n8n.workers].map((server) => server.log());
		for (const text of [await n8n.dump(), ...logs]) {
			expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
		}
	});
});

const REMOVE_DUPLICATES: WorkflowNode = {
	name: 'Remove Duplicates',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.event_id }}',
		options: {},
	},
};

const portOf = ({ url }: { url: string }) => Number(new URL(url).port);

/** What an unproved request gets until the trigger itself refuses it, each different answer once. */
async function answersUntilReady(address: string): Promise<string> {
	const answers = new Set<string>();
	const deadline = Date.now() + WITHIN_MS;
	while (Date.now() < deadline) {
		const answer = await post(address, { headers: {}, body: '{}' }, 3_000, NEVER);
		answers.add(`${answer.status ?? 'nothing'} ${answer.body?.slice(0, 40) ?? ''}`.trim());
		if (answer.status === 401) break;
		await pause(50);
	}
	return [...answers].join(', ');
}

/** The trigger, then these nodes in a row. */
function workflow(path: string, ...nodes: WorkflowNode[]): WorkflowContent {
	const names = ['Feishu', ...nodes.map(({ name }) => name)];
	const lines = nodes.map(({ name }, index) => [names[index] ?? '', [name]] as const);
	return {
		name: path,
		nodes: [triggerNode(path, { events: ['any'] }), ...nodes],
		connections: connect(Object.fromEntries(lines.map(([from, to]) => [from, [...to]]))),
	};
}

/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, ended by a signal */
/** `npm run n8n`: an n8n editor with this package in it and a simulated Feishu behind it. `-- --empty` begins with nobody in that. */
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../../simulator';
import { OWNER, signIn, type Login, type N8nApi } from './api';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	EVENTS_CREDENTIAL_TYPE,
	eventsCredential,
} from './credentials';
import { example, EXAMPLES } from './exampleFiles';
import { listeningWorkflow, scheduledWorkflow, webhookWorkflow } from './exampleWorkflows';
import { isPortTaken, removeFolder, temporaryFolder } from './folders';
import { installPackage, packPackage } from './packing';
import { say, sayWhileBusy } from './progress';
import { visit } from './running';
import { startN8n } from './server';
import { n8nToStart, targetAskedFor, type RunningTarget, type Target } from './target';
import { activateWorkflow, importWorkflow } from './workflows';

const EDITOR_PORT = Number(process.env.N8N_PORT || 5678);
const SIMULATOR_PORT = Number(process.env.SIMULATOR_PORT || 9477);
const WEBHOOK = 'ats';
const EVENTS = 'feishu';

/** As late as Feishu's search shows a change. */
const SEARCH_LAG_MS = 5_000;

/** What has to be ended, the last first. */
const toEnd: Array<() => Promise<void>> = [];
let ending: Promise<void> | undefined;

/** An n8n to be filled. */
interface Place {
	url: string;
	version: string;
	api: N8nApi;
}

/** Whether the simulated tenant has nobody in it, for whoever wants to go the whole way. */
let isEmpty = false;

async function main(): Promise<void> {
	isEmpty = readOptions(process.argv.slice(2));
	const target = await targetAskedFor();
	if (target.kind === 'running') await fillRunning(target);
	else await startAndFill(target);
}

/** Whether the tenant is to be empty. */
function readOptions(words: string[]): boolean {
	const unknown = words.filter((word) => word !== '--empty');
	if (unknown.length > 0) {
		throw new Error(
			`npm run n8n does not know ${unknown.join(' ')}: it takes -- --empty, or nothing.`,
		);
	}
	return words.length > 0;
}

async function startAndFill(target: Exclude<Target, RunningTarget>): Promise<void> {
	await refuseTakenPorts([EDITOR_PORT, SIMULATOR_PORT]);
	const n8n = await n8nToStart(target);
	const userFolder = temporaryFolder('n8n');
	toEnd.push(async () => await removeFolder(userFolder));
	await sayWhileBusy('Building and packing this package', async () => {
		await installPackage(await packPackage(userFolder), userFolder);
	});
	const simulator = await simulate();
	const { version } = n8n;
	const server = await sayWhileBusy(`Starting n8n ${version}`, async () => {
		return await startN8n({ n8n, userFolder, port: EDITOR_PORT });
	});
	toEnd.push(async () => await server.stop());
	await fillIn({ url: server.url, version, api: await signIn(server.url) }, simulator);
	say(welcome(`http://localhost:${EDITOR_PORT}`, OWNER, simulator, KEEPS_N8N));
	await server.process.ended;
	if (ending === undefined) throw new Error(`n8n ended by itself:\n${server.log().slice(-2_000)}`);
}

/** Somebody else's n8n on this machine: it must reach the simulated Feishu on loopback. */
async function fillRunning(target: RunningTarget): Promise<void> {
	await refuseTakenPorts([SIMULATOR_PORT]);
	const { version, api, leave } = await visit(target);
	toEnd.push(leave);
	const simulator = await simulate();
	await fillIn({ url: target.url, version, api }, simulator);
	const login = { ...target.owner, password: 'as in N8N_OWNER_PASSWORD' };
	say(welcome(target.url, login, simulator, LEAVES_N8N));
	await new Promise(() => undefined);
}

async function simulate(): Promise<FeishuSimulator> {
	const simulator = await startSimulator({
		port: SIMULATOR_PORT,
		...(isEmpty && { people: [], searchLagMs: SEARCH_LAG_MS }),
	});
	toEnd.push(async () => await simulator.stop());
	return simulator;
}

async function refuseTakenPorts(ports: number[]): Promise<void> {
	for (const port of ports) {
		if (await isPortTaken(port)) {
			throw new Error(`Port ${port} of 127.0.0.1 is in use: end what uses it, then run again.`);
		}
	}
}

async function fillIn({ url, version, api }: Place, simulator: FeishuSimulator): Promise<void> {
	const credential = await createCredential(api, customAppCredential(simulator.url));
	const { appId } = CUSTOM_APP;
	const keys = eventsCredential(appId, simulator.events.keysOf(appId));
	const credentials = {
		[CREDENTIAL_TYPE]: credential,
		[EVENTS_CREDENTIAL_TYPE]: await createCredential(api, keys),
	};
	const webhook = await importWorkflow(api, webhookWorkflow(WEBHOOK), credentials);
	await activateWorkflow(api, version, webhook);
	await importWorkflow(api, scheduledWorkflow(), credentials);
	const listener = await importWorkflow(api, listeningWorkflow(EVENTS), credentials);
	await activateWorkflow(api, version, listener);
	const refused = await simulator.events.register(appId, `${url}/webhook/${EVENTS}/webhook`);
	if (refused !== undefined) throw new Error(`The trigger did not answer Feishu: ${refused}`);
	for (const name of EXAMPLES) await importWorkflow(api, example(name), credentials);
}

const KEEPS_N8N = 'Ctrl-C ends it all and keeps nothing but the installed n8n.';
const LEAVES_N8N =
	'Ctrl-C ends the simulated Feishu and takes these workflows and credentials out of that n8n.';

function welcome(
	url: string,
	{ email, password }: Login,
	simulator: FeishuSimulator,
	end: string,
): string {
	return [
		'',
		`n8n               ${url}`,
		`Sign in with      ${email}   password ${password}`,
		`Simulated Feishu  ${simulator.url}  (what it was asked: ${simulator.url}/_simulator/calls)`,
		`Its app           App ID ${CUSTOM_APP.appId}   App Secret ${CUSTOM_APP.appSecret}`,
		`                  (to fill in a credential by hand: Environment Custom, Custom Base URL ${simulator.url})`,
		'',
		'The credentials are filled in. Three small workflows are there, and the examples of this package, which are off: their notes say what to set.',
		...whatToTry(url, simulator),
		`  curl ${simulator.url}/_simulator/event -d '{"type":"corehr.job_data.employed_v1"}'`,
		'',
		end,
	].join('\n');
}

function whatToTry(url: string, simulator: FeishuSimulator): string[] {
	const [person] = simulator.people();
	if (person === undefined) {
		return [
			`Nobody is in the tenant yet: make a new workflow and begin with Create. Search shows a change ${SEARCH_LAG_MS / 1_000} seconds late, as Feishu’s does.`,
			'Feishu reports every change to the workflow “Hear Feishu”: look at its executions. More events come by',
		];
	}
	const body = JSON.stringify({ pre_hire_id: person.preHireId });
	return [
		'Two workflows are on. One restores somebody:',
		`  curl ${url}/webhook/${WEBHOOK} -H 'content-type: application/json' -d '${body}'`,
		'Feishu then reports it to the other, “Hear Feishu”: look at its executions. More events come by',
	];
}

async function end(): Promise<void> {
	for (const step of toEnd.splice(0).reverse()) {
		await step().catch((error: unknown) => say(String(error)));
	}
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (ending !== undefined) return;
		say('\nEnding …');
		ending = end().then(() => process.exit(0));
	});
}

main()
	.catch((error: unknown) => {
		if (ending !== undefined) return;
		say(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	})
	.finally(() => (ending ??= end()));

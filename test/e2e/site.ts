/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs n8n for tests, never runs inside it */
/** What most tests here stand on: a fresh n8n with the packed package, and a Feishu behind it. */
import { startSimulator, type FeishuSimulator, type SimulatorOptions } from '../../simulator';
import { signIn, type N8nApi } from './launcher/api';
import { removeFolder, temporaryFolder } from './launcher/folders';
import type { InstalledN8n } from './launcher/installing';
import { installPackage } from './launcher/packing';
import { visit } from './launcher/running';
import { runN8nCommand, startN8n, type RunningN8n } from './launcher/server';
import { n8nToStart, targetAskedFor, type RunningTarget } from './launcher/target';
import {
	activateWorkflow,
	importWorkflow,
	type StoredWorkflow,
	type WorkflowContent,
} from './launcher/workflows';
import type { CredentialReference } from './launcher/credentials';

export interface SiteOptions {
	simulator?: SimulatorOptions;
	/** More of n8n's settings. */
	env?: NodeJS.ProcessEnv;
}

export interface Site {
	readonly n8n: InstalledN8n;
	readonly userFolder: string;
	readonly simulator: FeishuSimulator;
	readonly server: RunningN8n;
	readonly api: N8nApi;
	/** Brings a workflow in and switches it on. */
	publish(
		content: WorkflowContent,
		credentials: Record<string, CredentialReference>,
	): Promise<StoredWorkflow>;
	/** POSTs to a production webhook. */
	post(path: string, body: unknown): Promise<WebhookReply>;
	/** Runs one of n8n's commands beside the server; returns what it printed. */
	command(...args: string[]): Promise<string>;
	close(): Promise<void>;
}

export interface WebhookReply {
	status: number;
	body: unknown;
}

/** An empty user folder with the packed package in it, as n8n's own installer leaves it. */
export async function prepareUserFolder(): Promise<string> {
	const userFolder = temporaryFolder('n8n');
	await installPackage(packedPackage(), userFolder);
	return userFolder;
}

/** Where the package lies, packed. */
function packedPackage(): string {
	const { E2E_TARBALL } = process.env;
	if (E2E_TARBALL === undefined) throw new Error('Run these tests by npm run test:e2e');
	return E2E_TARBALL;
}

/** Starts everything; `close` ends everything and leaves nothing behind, as does a failed start. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
	const tidyUp: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const step of tidyUp.splice(0).reverse()) await step();
	};
	const started = startSite(options, tidyUp, close);
	const [outcome] = await Promise.allSettled([started]);
	if (outcome.status === 'rejected') await close();
	return await started;
}

async function startSite(
	options: SiteOptions,
	tidyUp: Array<() => Promise<void>>,
	close: () => Promise<void>,
): Promise<Site> {
	const target = await targetAskedFor();
	if (target.kind === 'running') return await visitSite(target, options, tidyUp, close);
	const n8n = await n8nToStart(target);
	const userFolder = await prepareUserFolder();
	tidyUp.push(async () => await removeFolder(userFolder));
	const simulator = await startSimulator(options.simulator);
	tidyUp.push(async () => await simulator.stop());
	const start = { n8n, userFolder, env: { N8N_LOG_LEVEL: 'debug', ...options.env } };
	const server = await startN8n(start);
	tidyUp.push(server.stop);
	const api = await signIn(server.url);
	return {
		n8n,
		userFolder,
		simulator,
		server,
		...inN8n(api, n8n.version, server.url),
		command: async (...args) => await runN8nCommand(start, args),
		close,
	};
}

/** A site on an n8n of somebody else's: what is made there goes again, and its files and processes are out of reach. */
async function visitSite(
	target: RunningTarget,
	options: SiteOptions,
	tidyUp: Array<() => Promise<void>>,
	close: () => Promise<void>,
): Promise<Site> {
	const { api, version, leave } = await visit(target);
	tidyUp.push(leave);
	const simulator = await startSimulator(options.simulator);
	tidyUp.push(async () => await simulator.stop());
	const outOfReach = (): never => {
		throw new Error('This test needs an n8n of its own: jest.config.js leaves it out with N8N_URL');
	};
	return {
		...inN8n(api, version, target.url),
		n8n: {
			version,
			commandLine: outOfReach,
			get node() {
				return outOfReach();
			},
		},
		server: {
			url: target.url,
			log: outOfReach,
			get process() {
				return outOfReach();
			},
			stop: outOfReach,
		},
		get userFolder() {
			return outOfReach();
		},
		simulator,
		command: outOfReach,
		close,
	};
}

/** What a test does in n8n, whoever runs it. */
function inN8n(api: N8nApi, version: string, url: string): Pick<Site, 'api' | 'publish' | 'post'> {
	return {
		api,
		publish: async (content, credentials) => {
			const workflow = await importWorkflow(api, content, credentials);
			await activateWorkflow(api, version, workflow);
			return workflow;
		},
		post: async (path, body) => await postJson(`${url}/webhook/${path}`, body),
	};
}

async function postJson(url: string, body: unknown): Promise<WebhookReply> {
	const reply = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await reply.text();
	return { status: reply.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

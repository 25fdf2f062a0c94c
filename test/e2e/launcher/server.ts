/** Starts n8n as a process of its own, waits until it answers, runs its commands. */
import { pause, run, start, type RunningCommand } from './commands';
import { freePort } from './folders';
import type { InstalledN8n } from './installing';

export type N8nMode = 'main' | 'worker' | 'webhook';

export interface N8nStart {
	n8n: InstalledN8n;
	/** Holds `.n8n` with the database, the key and the community packages. */
	userFolder: string;
	/** `main` serves the editor; a `worker` only takes executions from the queue, a `webhook` process only receives. */
	mode?: N8nMode;
	/** Default: any free one. */
	port?: number;
	/** More of n8n's settings. */
	env?: NodeJS.ProcessEnv;
}

/** An n8n that answers. */
export interface RunningN8n {
	/** `http://127.0.0.1:PORT`, no trailing slash. */
	readonly url: string;
	/** What it has logged. */
	log(): string;
	readonly process: RunningCommand;
	stop(): Promise<void>;
}

const READY_WITHIN_MS = 300_000;

const READY_AT: Readonly<Record<N8nMode, string>> = {
	main: '/rest/settings',
	worker: '/healthz',
	webhook: '/healthz/readiness',
};

/** Starts n8n and returns once it takes requests. */
export async function startN8n(options: N8nStart): Promise<RunningN8n> {
	const mode = options.mode ?? 'main';
	const port = options.port ?? (await freePort());
	const env = await environmentFor(options, mode, port);
	const command = mode === 'main' ? 'start' : mode;
	const { program, args, ...given } = options.n8n.commandLine([command], env, options.userFolder);
	const process = start(program, args, given);
	const url = `http://127.0.0.1:${port}`;
	await waitUntilReady(process, url + READY_AT[mode]);
	return { url, log: () => process.output(), process, stop: async () => await process.stop() };
}

/** Runs one of n8n's commands beside the server, on the same user folder; returns what it printed. */
export async function runN8nCommand(options: N8nStart, args: string[]): Promise<string> {
	const env = await environmentFor(options, 'main', await freePort());
	const settings = { ...env, N8N_LOG_LEVEL: 'error' };
	const command = options.n8n.commandLine(args, settings, options.userFolder);
	return await run(command.program, command.args, { env: command.env, timeoutMs: 300_000 });
}

/** n8n with nothing that calls out: only loopback is reached. */
async function environmentFor(
	{ n8n, userFolder, env }: N8nStart,
	mode: N8nMode,
	port: number,
): Promise<NodeJS.ProcessEnv> {
	const { PATH, HOME, LANG } = n8n.node.environment;
	return {
		PATH,
		HOME,
		LANG,
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: 'localhost',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		GENERIC_TIMEZONE: 'UTC',
		...(mode === 'worker'
			? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) }
			: {}),
		...env,
	};
}

async function waitUntilReady(process: RunningCommand, url: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	let over = false;
	void process.ended.then(() => (over = true));
	while (Date.now() < deadline && !over) {
		if (await answers(url)) return;
		await pause(200);
	}
	await process.kill();
	throw new Error(`n8n did not start:\n${process.output().slice(-3_000)}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		const reply = await fetch(url);
		const text = await reply.text();
		return reply.ok && text.startsWith('{');
	} catch {
		return false;
	}
}

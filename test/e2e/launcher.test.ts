/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs the launcher, never runs inside n8n */
/** `npm run n8n` as a person uses it: started, read, signed in to, tried, ended by Ctrl-C. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { signIn, type N8nApi } from './launcher/api';
import { pause, start, type RunningCommand } from './launcher/commands';
import { example, EXAMPLES } from './launcher/exampleFiles';
import { finishedExecutions, outputOf } from './launcher/workflows';
import {
	freePort,
	isPortTaken,
	removeFolder,
	REPOSITORY,
	temporaryFolder,
} from './launcher/folders';

let launcher: RunningCommand;
let api: N8nApi;
let editorPort: number;
let simulatorPort: number;

const FOLDER = 'N8N_USER_FOLDER=';

beforeAll(async () => {
	[editorPort, simulatorPort] = [await freePort(), await freePort()];
	launcher = startLauncher();
	await until(() => launcher.output().includes('Ctrl-C ends'));
});
afterAll(async () => await launcher?.stop());

const url = () => `http://localhost:${editorPort}`;

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('npm run n8n', () => {
	it('prints the address and a login that lets one in', async () => {
		expect(launcher.output()).toContain(url());
		const [, email, password] =
			/Sign in with\s+(\S+)\s+password (\S+)/.exec(launcher.output()) ?? [];
		expect([email, password]).toEqual([expect.stringContaining('@'), expect.any(String)]);
		const reply = await fetch(`${url()}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: email, password }),
		});
		expect(reply.status).toBe(200);
		api = await signIn(url());
	});

	it('has the credentials, its workflows and the examples in it', async () => {
		const credentials = await api.get<Array<{ id: string; type: string }>>('/credentials');
		const workflows = await api.get<Array<{ name: string }>>('/workflows');

		expect(credentials.map(({ type }) => type).sort()).toEqual([
			'feishuCoreHrApi',
			'feishuCoreHrEventsApi',
		]);
		expect(new Set(workflows.map(({ name }) => name))).toEqual(
			new Set([
				'ATS webhook: restore and answer',
				'Every morning: restore all withdrawn',
				'Hear Feishu: whatever happens',
				...EXAMPLES.map((name) => example(name).name),
			]),
		);
	});

	it('restores somebody by the line it tells one to try', async () => {
		const [, address, body] =
			/curl (\S+\/webhook\/\S+) .*-d '([^']+)'/.exec(launcher.output()) ?? [];
		const reply = await fetch(address ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: body ?? '',
		});

		expect(reply.status).toBe(200);
		expect(await reply.json()).toMatchObject({ outcome: 'restored' });
		const calls = await fetch(`http://127.0.0.1:${simulatorPort}/_simulator/calls`);
		expect(await calls.text()).toContain('restore_flow_instance');
	});

	it('hears from Feishu that somebody was restored', async () => {
		const workflows = await api.get<Array<{ id: string; name: string }>>('/workflows');
		const listener = workflows.find(({ name }) => name.startsWith('Hear Feishu'));
		const [heard] = await finishedExecutions(api, listener?.id ?? '', 1);

		expect(outputOf(heard!, 'What Feishu said')).toEqual([
			expect.objectContaining({
				event: 'onboardingStatusChanged',
				onboarding_status: 'in_progress',
			}),
		]);
	});

	it('says in one sentence that its port is in use', async () => {
		const second = startLauncher();
		await second.ended;

		expect(second.exitCode()).toBe(1);
		expect(second.output()).toMatch(
			new RegExp(`^Port ${editorPort} of 127.0.0.1 is in use: .*\\.$`, 'm'),
		);
		expect(second.output()).not.toMatch(/^ {4}at /m);
	});

	it('says in one sentence that it does not know the version asked for', async () => {
		const second = startLauncher({ N8N_VERSION: 'two' });
		await second.ended;

		expect(second.exitCode()).toBe(1);
		expect(second.output().trim()).toMatch(/^N8N_VERSION is "two": give .*newest, or oldest\.$/);
	});

	it('says in one sentence which words it knows', async () => {
		const second = startLauncher({}, ['--', '--full']);
		await second.ended;

		expect(second.exitCode()).toBe(1);
		expect(second.output().trim()).toBe(
			'npm run n8n does not know --full: it takes -- --empty, or nothing.',
		);
	});

	it('says first, in one sentence, that the registry cannot be reached', async () => {
		const cache = temporaryFolder('cache');
		const second = startLauncher({
			...{ N8N_PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) },
			...{ XDG_CACHE_HOME: cache, npm_config_cache: cache, npm_config_fetch_retries: '0' },
			npm_config_registry: `http://127.0.0.1:${await freePort()}/`,
		});
		await second.ended;
		await removeFolder(cache);

		expect(second.exitCode()).toBe(1);
		expect(second.output()).toMatch(/^The npm registry cannot be reached: .*run again\.$/m);
	});

	onLinux('ends on Ctrl-C with nothing left behind', async () => {
		expect(processesOf(launcher).length).toBeGreaterThan(1);
		const folder = userFolder();
		expect(existsSync(folder)).toBe(true);
		process.kill(-launcher.pid, 'SIGINT');
		await launcher.ended;
		await pause(500);

		expect([await isPortTaken(editorPort), await isPortTaken(simulatorPort)]).toEqual([
			false,
			false,
		]);
		expect(processesOf(launcher)).toEqual([]);
		expect(existsSync(folder)).toBe(false);
	});
});

/** Marked by its environment, which all its descendants inherit. */
function startLauncher(more: NodeJS.ProcessEnv = {}, words: string[] = []): RunningCommand {
	return start('npm', ['run', '--silent', 'n8n', ...words], {
		cwd: REPOSITORY,
		env: {
			...process.env,
			N8N_PORT: String(editorPort),
			SIMULATOR_PORT: String(simulatorPort),
			...more,
		},
	});
}

/** The command lines of all processes that the launcher started: each has its port in the environment. */
function processesOf({ pid }: RunningCommand): string[] {
	return processIds()
		.filter((id) => {
			const hasPort = read(`/proc/${id}/environ`).includes(`N8N_PORT=${editorPort}\0`);
			return Number(id) === pid || hasPort;
		})
		.map((id) => read(`/proc/${id}/cmdline`).replaceAll('\0', ' '));
}

function processIds(): string[] {
	return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** Where the launched n8n keeps its data, as its environment says. */
function userFolder(): string {
	const environments = processIds().map((id) => read(`/proc/${id}/environ`));
	const n8n = environments.find(
		(text) => text.includes(`N8N_PORT=${editorPort}\0`) && text.includes(FOLDER),
	);
	return (
		n8n
			?.split('\0')
			.find((line) => line.startsWith(FOLDER))
			?.slice(FOLDER.length) ?? ''
	);
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) {
		if (launcher.exitCode() !== null) throw new Error(launcher.output());
		await pause(200);
	}
}

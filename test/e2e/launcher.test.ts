/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs the launcher, never runs inside n8n */
/** `npm run n8n` as a person uses it: started, read, signed in to, tried, ended by Ctrl-C. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { signIn, type N8nApi } from './launcher/api';
import { pause, start, type RunningCommand } from './launcher/commands';
import { freePort, isPortTaken, REPOSITORY } from './launcher/folders';

let launcher: RunningCommand;
let api: N8nApi;
let editorPort: number;
let simulatorPort: number;
let foldersBefore: string[];

beforeAll(async () => {
	[editorPort, simulatorPort] = [await freePort(), await freePort()];
	foldersBefore = ourFolders();
	launcher = startLauncher();
	await until(() => launcher.output().includes('Ctrl-C ends'));
});
afterAll(async () => await launcher?.stop());

const url = () => `http://localhost:${editorPort}`;

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

	it('has the credential and both workflows in it', async () => {
		const credentials = await api.get<Array<{ id: string; type: string }>>('/credentials');
		const workflows = await api.get<Array<{ name: string }>>('/workflows');

		expect(credentials.map(({ type }) => type)).toEqual(['feishuCoreHrApi']);
		expect(workflows.map(({ name }) => name).sort()).toEqual([
			'ATS webhook: restore and answer',
			'Every morning: restore all withdrawn',
		]);
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

	it('says in one sentence that its port is in use', async () => {
		const second = startLauncher();
		await second.ended;

		expect(second.exitCode()).toBe(1);
		expect(second.output()).toMatch(
			new RegExp(`^Port ${editorPort} of 127.0.0.1 is in use: .*\\.$`, 'm'),
		);
		expect(second.output()).not.toMatch(/^ {4}at /m);
	});

	it('ends on Ctrl-C with nothing left behind', async () => {
		expect(processesOf(launcher).length).toBeGreaterThan(1);
		process.kill(-launcher.pid, 'SIGINT');
		await launcher.ended;
		await pause(500);

		expect([await isPortTaken(editorPort), await isPortTaken(simulatorPort)]).toEqual([
			false,
			false,
		]);
		expect(processesOf(launcher)).toEqual([]);
		expect(ourFolders().filter((name) => !foldersBefore.includes(name))).toEqual([]);
	});
});

/** Marked by its environment, which all its descendants inherit. */
function startLauncher(): RunningCommand {
	return start('npm', ['run', '--silent', 'n8n'], {
		cwd: REPOSITORY,
		env: {
			...process.env,
			N8N_PORT: String(editorPort),
			SIMULATOR_PORT: String(simulatorPort),
		},
	});
}

/** The command lines of all processes that the launcher started: n8n gets its port as well. */
function processesOf({ pid }: RunningCommand): string[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/environ`))
		.filter((name) => {
			const isIt = read(`/proc/${name}/environ`).includes(`N8N_PORT=${editorPort}\0`);
			return Number(name) === pid || isIt;
		})
		.map((name) => read(`/proc/${name}/cmdline`).replaceAll('\0', ' '));
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

function ourFolders(): string[] {
	return readdirSync(tmpdir()).filter((name) => name.startsWith('feishu-corehr-n8n-'));
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) {
		if (launcher.exitCode() !== null) throw new Error(launcher.output());
		await pause(200);
	}
}

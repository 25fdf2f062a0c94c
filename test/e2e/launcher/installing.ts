/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- installs n8n on this machine, never runs inside it */
/** Installs an n8n from the npm registry, once, in the cache outside the repository. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { CommandFailed, run } from './commands';
import { cacheFolder, removeFolder } from './folders';
import { nodeForN8n, type NodeRuntime } from './nodeRuntime';
import { sayWhileBusy } from './progress';
import { needsXlsxFromRegistry } from './versions';

/** An n8n that is ready to be started. */
export interface InstalledN8n {
	version: string;
	/** n8n's command line, to be run with `node`. */
	program: string;
	node: NodeRuntime;
}

/** n8n in that version; a few minutes the first time, at once after that. */
export async function installN8n(version: string): Promise<InstalledN8n> {
	if (process.platform === 'win32') {
		throw new Error('This runs on Linux and macOS; on Windows, run it inside WSL.');
	}
	const node = await nodeForN8n();
	const name = `n8n-${version}-node-${node.version.split('.')[0] ?? ''}`;
	const folder = cacheFolder(name);
	const finished = join(folder, '.finished');
	if (!existsSync(finished)) {
		await removeFolder(folder);
		await install(version, node, cacheFolder(name));
		await writeFile(finished, new Date().toISOString());
	}
	return { version, program: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), node };
}

async function install(version: string, node: NodeRuntime, folder: string): Promise<void> {
	const overrides = needsXlsxFromRegistry(version)
		? { 'n8n-nodes-base': { xlsx: '0.18.5' } }
		: undefined;
	const manifest = { private: true, dependencies: { n8n: version }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	const npm = async (...args: string[]) =>
		await run('npm', args, { cwd: folder, env: node.environment });
	await sayWhileBusy(
		`Installing n8n ${version} for Node ${node.version} (once; some minutes and 3 GB in ${folder})`,
		async () => await explained(npm('install', '--ignore-scripts', '--no-audit', '--no-fund')),
	);
	await sayWhileBusy(
		"Building n8n's two native parts, sqlite3 and isolated-vm",
		async () => await explained(npm('rebuild', 'sqlite3', 'isolated-vm')),
	);
}

/** Puts the sentence that helps before npm's own words. */
async function explained(step: Promise<string>): Promise<string> {
	try {
		return await step;
	} catch (error) {
		const said = error instanceof CommandFailed ? error.output : String(error);
		throw new Error(`${reasonOf(said)}\n${said.trim().slice(-1_500)}`);
	}
}

function reasonOf(said: string): string {
	if (said.includes('node-gyp') || said.includes('gyp ERR')) {
		const missing = ['python3', 'make', 'g++'].filter((tool) => !isOnPath(tool));
		if (missing.length > 0) {
			return `n8n's native parts must be compiled here, and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing: install that and run again (Debian: apt-get install python3 make g++).`;
		}
		return "n8n's native parts could not be compiled.";
	}
	if (said.includes('ENOSPC')) return 'The disk is full: n8n needs about 3 GB in the cache folder.';
	if (/ETARGET|E404/.test(said)) {
		return 'This n8n does not install from the npm registry: give another by N8N_VERSION.';
	}
	if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED/.test(said)) {
		return 'The npm registry cannot be reached: check the network, then run again.';
	}
	return 'npm could not install n8n.';
}

function isOnPath(tool: string): boolean {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => existsSync(join(folder, tool)));
}

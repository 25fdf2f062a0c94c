/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- installs n8n on this machine, never runs inside it */
/** Installs an n8n from the npm registry, once, in the cache outside the repository. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './commands';
import { cacheFolder, removeFolder } from './folders';
import { npm } from './npm';
import { nodeForN8n, type NodeRuntime } from './nodeRuntime';
import { sayWhileBusy } from './progress';
import { needsXlsxFromRegistry } from './versions';

/** An n8n that is ready to be started. */
export interface InstalledN8n {
	version: string;
	/** What starts n8n with these arguments and settings, its data in that folder. */
	commandLine(args: readonly string[], env: NodeJS.ProcessEnv, userFolder: string): CommandLine;
	/** A Node that reads n8n's database. */
	node: NodeRuntime;
}

/** A program with what it is given. */
export interface CommandLine {
	program: string;
	args: string[];
	env: NodeJS.ProcessEnv;
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
	const program = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return {
		version,
		node,
		commandLine: (args, env) => ({ program: node.program, args: [program, ...args], env }),
	};
}

async function install(version: string, node: NodeRuntime, folder: string): Promise<void> {
	const overrides = needsXlsxFromRegistry(version)
		? { 'n8n-nodes-base': { xlsx: '0.18.5' } }
		: undefined;
	const manifest = { private: true, dependencies: { n8n: version }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	await sayWhileBusy(
		`Installing n8n ${version} for Node ${node.version} (once; some minutes and 3 GB in ${folder})`,
		async () => await npm(folder, node.environment, 'install', '--ignore-scripts'),
	);
	await sayWhileBusy(
		"Building n8n's two native parts, sqlite3 and isolated-vm",
		async () => await buildNativeParts(folder, node),
	);
}

/** Under `npm run`, the repository's own `ignore-scripts` reaches every npm started from here. */
async function buildNativeParts(folder: string, node: NodeRuntime): Promise<void> {
	const parts = ['sqlite3', 'isolated-vm'];
	await npm(folder, node.environment, 'rebuild', '--ignore-scripts=false', ...parts);
	const load = parts.map((part) => `require('${part}');`).join(' ');
	await run(node.program, ['-e', load], { cwd: folder });
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- runs npm on this machine, never runs inside n8n */
/** Runs npm, and says in a sentence of our own what is missing when it fails. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CommandFailed, run } from './commands';

/** Runs an npm command in a folder. */
export async function npm(
	folder: string,
	env: NodeJS.ProcessEnv,
	...args: string[]
): Promise<void> {
	await explained(
		run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env }),
	);
}

/** Puts the sentence that helps before npm's own words. */
async function explained(step: Promise<string>): Promise<void> {
	try {
		await step;
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
		return 'The npm registry lacks a part of this: try another n8n by N8N_VERSION.';
	}
	if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED/.test(said)) {
		return 'The npm registry cannot be reached: check the network, then run again.';
	}
	return 'npm failed.';
}

function isOnPath(tool: string): boolean {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => existsSync(join(folder, tool)));
}

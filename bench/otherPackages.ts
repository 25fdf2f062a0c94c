// The two other Feishu packages for n8n, if somebody has built them on this machine.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- looks for files on this machine and asks npm, never runs inside n8n */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** None of them has anything for CoreHR: only loading and size can be compared. */
export const OTHER_PACKAGES = ['n8n-nodes-feishu-lark', 'n8n-nodes-feishu-lite'];

export interface OtherPackage {
	/** Built, with its own dependencies installed. */
	folder: string;
	/** The commit of its repository. */
	commit?: string;
}

/** One folder for each package, with `dist`, `node_modules` and a file COMMIT in it. */
export function otherPackagesFolder(): string {
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(cache, 'n8n-nodes-feishu-corehr/other-feishu-packages');
}

/** What the npm registry says of each: its newest version, or npm's error code. */
export function askRegistry(): Record<string, string> {
	return Object.fromEntries(OTHER_PACKAGES.map((name) => [name, askVersion(name)]));
}

function askVersion(name: string): string {
	const { stdout } = spawnSync('npm', ['view', name, 'version', '--json'], { encoding: 'utf8' });
	try {
		const answer = JSON.parse(stdout) as string | { error?: { code?: string } };
		return typeof answer === 'string' ? answer : (answer.error?.code ?? 'no answer');
	} catch {
		return 'no answer';
	}
}

export function findOtherPackages(): OtherPackage[] {
	return OTHER_PACKAGES.map((name) => join(otherPackagesFolder(), name))
		.filter((folder) => existsSync(join(folder, 'dist')))
		.map((folder) => ({
			folder,
			commit: readFileSync(join(folder, 'COMMIT'), 'utf8').trim(),
		}));
}

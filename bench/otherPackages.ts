// The two other Feishu packages for n8n, if somebody has built them on this machine.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for files on this machine, never runs inside n8n */
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

export function findOtherPackages(): OtherPackage[] {
	return OTHER_PACKAGES.map((name) => join(otherPackagesFolder(), name))
		.filter((folder) => existsSync(join(folder, 'dist')))
		.map((folder) => ({
			folder,
			commit: readFileSync(join(folder, 'COMMIT'), 'utf8').trim(),
		}));
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- finds folders and ports on this machine, never runs inside n8n */
/** Where things lie on this machine: the repository, the cache outside it, folders and ports for one run. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's own folder. */
export const REPOSITORY = resolve(__dirname, '../../..');

/** What is kept between runs: n8n and, where needed, a Node for it. */
export function cacheFolder(...names: string[]): string {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const folder = join(base, 'n8n-nodes-feishu-corehr', ...names);
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** A new empty folder, outside the repository. */
export function temporaryFolder(purpose: string): string {
	return mkdtempSync(join(tmpdir(), `feishu-corehr-${purpose}-`));
}

/** Removes a folder with all in it. A program that is just ending may still be writing there. */
export async function removeFolder(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** A TCP port of 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
	return await new Promise((found, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => found(port));
		});
	});
}

/** Whether somebody on this machine answers at the port. */
export async function isPortTaken(port: number): Promise<boolean> {
	return await new Promise((found) => {
		const probe = createServer();
		probe.once('error', () => found(true));
		probe.listen(port, '127.0.0.1', () => probe.close(() => found(false)));
	});
}

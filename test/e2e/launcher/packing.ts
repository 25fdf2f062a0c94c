/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- packs this package, never runs inside n8n */
/** This package as npm packs it, and its place among n8n's community packages. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './commands';
import { REPOSITORY } from './folders';

export const PACKAGE = 'n8n-nodes-feishu-corehr';

/** Builds the package and packs it into a folder outside the repository; returns the tarball's path. */
export async function packPackage(folder: string): Promise<string> {
	if (!existsSync(join(REPOSITORY, 'node_modules', 'gulp'))) {
		throw new Error('The development packages are missing: run npm ci first.');
	}
	await run('npx', ['gulp', 'build'], { cwd: REPOSITORY });
	await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: REPOSITORY });
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
	return join(folder, tarball);
}

/** Where n8n keeps the community packages of a user folder. */
export function communityPackages(userFolder: string): string {
	return join(userFolder, '.n8n', 'nodes');
}

/** Installs the tarball as n8n itself would: no scripts, no peers, nothing of the repository. */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const folder = communityPackages(userFolder);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{ "name": "installed-nodes", "private": true }\n');
	const quietly = ['--ignore-scripts', '--omit=peer', '--legacy-peer-deps', '--no-audit'];
	await run('npm', ['install', tarball, ...quietly, '--no-package-lock'], {
		cwd: folder,
		env: process.env,
	});
}

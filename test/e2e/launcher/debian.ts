/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- installs servers for tests, never runs inside n8n */
/** Programs from Debian's packages: installed where we are root, required in CI, done without elsewhere. */
import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from './commands';
import { say, sayWhileBusy } from './progress';

/** What some tests need, and the packages that bring it. */
export interface Requirement {
	/** What stays untested without it. */
	what: string;
	packages: string[];
	isThere(): boolean;
}

const POSTGRES_VERSIONS = '/usr/lib/postgresql';
const REDIS = '/usr/bin/redis-server';

export const CHROMIUM = '/usr/bin/chromium';

/** Queue mode: Redis and PostgreSQL. */
export const QUEUE_SERVERS: Requirement = {
	what: 'queue mode',
	packages: ['redis-server', 'postgresql'],
	isThere: () => existsSync(REDIS) && postgresProgram('initdb') !== undefined,
};

/** The editor: a browser, and letters for its Chinese texts. */
export const BROWSER: Requirement = {
	what: 'the editor in a browser',
	packages: ['chromium', 'fonts-noto-cjk', 'fonts-noto-core'],
	isThere: () => existsSync(CHROMIUM) && existsSync('/usr/share/fonts/opentype/noto'),
};

/** n8n's sqlite3 has no prebuilt binary for every machine: it is compiled while n8n is installed. */
export const COMPILER: Requirement = {
	what: 'installing n8n',
	packages: ['python3', 'make', 'g++'],
	isThere: () => ['python3', 'make', 'g++'].every(isOnPath),
};

function isOnPath(program: string): boolean {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => existsSync(join(folder, program)));
}

/** Makes sure of it. False: not here, and said so. In CI that is an error. */
export async function provide(requirement: Requirement): Promise<boolean> {
	if (requirement.isThere()) return true;
	const { what, packages } = requirement;
	const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (canInstall) {
		await sayWhileBusy(`Installing ${packages.join(' and ')}`, async () => await install(packages));
		if (requirement.isThere()) return true;
	}
	const missing = `${what} needs Debian's ${packages.join(', ')} (installed by itself as root)`;
	if (process.env.CI === 'true') throw new Error(`${missing}.`);
	say(`Skipped: ${missing}.`);
	return false;
}

/** A program of the newest PostgreSQL here. */
export function postgresProgram(name: string): string | undefined {
	if (!existsSync(POSTGRES_VERSIONS)) return undefined;
	return readdirSync(POSTGRES_VERSIONS)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(POSTGRES_VERSIONS, version, 'bin', name))
		.find((program) => existsSync(program));
}

/** Installs without starting a service: Debian asks this file before it starts one. */
async function install(packages: string[]): Promise<void> {
	const policy = '/usr/sbin/policy-rc.d';
	const ours = !existsSync(policy);
	if (ours) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], { env });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
	} finally {
		if (ours) await rm(policy);
	}
}

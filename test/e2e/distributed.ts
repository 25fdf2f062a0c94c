/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs servers for tests, never runs inside n8n */
/** n8n's distributed engine: a main server and two workers on a Redis and a PostgreSQL of their own. */
import { chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { pause, run, start, type RunningCommand } from './launcher/commands';
import { postgresProgram } from './launcher/debian';
import { freePort, isPortTaken, removeFolder, temporaryFolder } from './launcher/folders';
import type { InstalledN8n } from './launcher/installing';
import { startN8n, type N8nMode, type RunningN8n } from './launcher/server';
import { prepareUserFolder } from './site';

export interface Distributed {
	readonly main: RunningN8n;
	readonly workers: RunningN8n[];
	/** Starts one more process, at a port of its own or at one that is free again. */
	startOne(mode: N8nMode, port?: number): Promise<RunningN8n>;
	/** Everything in the database, as text. */
	dump(): Promise<string>;
	close(): Promise<void>;
}

/** Seconds instead of minutes until the queue notices that a worker is gone. */
const NOTICE_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '5000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '2000',
};

/** Starts all five servers; `close` ends them and removes their folders. */
export async function startDistributed(
	n8n: InstalledN8n,
	env: NodeJS.ProcessEnv = {},
): Promise<Distributed> {
	const tidyUp: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const step of tidyUp.splice(0).reverse()) await step();
	};
	const startAll = async () => {
		const database = await startPostgres(tidyUp);
		const settings = {
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			...(await startRedis(tidyUp)),
			...database,
			...NOTICE_SOON,
			...env,
		};
		const startOne = async (mode: N8nMode, port?: number) => {
			const userFolder = await prepareUserFolder();
			tidyUp.push(async () => await removeFolder(userFolder));
			const server = await startN8n({
				...{ n8n, userFolder, mode, env: settings },
				...(port === undefined ? {} : { port }),
			});
			tidyUp.push(server.stop);
			return server;
		};
		const main = await startOne('main');
		const workers = [await startOne('worker'), await startOne('worker')];
		return { main, workers, startOne, dump: async () => await dumpPostgres(database), close };
	};
	const started = startAll();
	const [outcome] = await Promise.allSettled([started]);
	if (outcome.status === 'rejected') await close();
	return await started;
}

async function startRedis(tidyUp: Array<() => Promise<void>>): Promise<NodeJS.ProcessEnv> {
	const port = await freePort();
	const folder = temporaryFolder('redis');
	const server = start('redis-server', [
		...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
		...['--save', '', '--appendonly', 'no'],
	]);
	tidyUp.push(async () => await endServer(server, folder));
	await untilItAnswers(server, port);
	return { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) };
}

/** PostgreSQL refuses to run as root: it gets the user that its package made. */
async function startPostgres(tidyUp: Array<() => Promise<void>>): Promise<NodeJS.ProcessEnv> {
	const port = await freePort();
	const folder = temporaryFolder('postgres');
	const user = process.getuid?.() === 0 ? userNamed('postgres') : undefined;
	if (user) chownSync(folder, user.uid, user.gid);
	const options = { cwd: folder, ...(user ? { user } : {}) };
	const data = join(folder, 'data');
	const own = ['-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
	await run(program('initdb'), ['-D', data, ...own], options);
	const address = ['-p', String(port), '-h', '127.0.0.1', '-k', folder];
	const server = start(program('postgres'), ['-D', data, ...address, '-F'], options);
	tidyUp.push(async () => await endServer(server, folder));
	await untilItAnswers(server, port);
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'postgres',
	};
}

async function dumpPostgres(database: NodeJS.ProcessEnv): Promise<string> {
	const address = ['-h', '127.0.0.1', '-p', String(database.DB_POSTGRESDB_PORT)];
	return await run(program('pg_dump'), [...address, '-U', 'postgres', 'postgres']);
}

const program = (name: string) => postgresProgram(name) ?? name;

async function untilItAnswers(server: RunningCommand, port: number): Promise<void> {
	for (let tries = 0; tries < 100 && server.exitCode() === null; tries++) {
		if (await isPortTaken(port)) return;
		await pause(100);
	}
	throw new Error(`A server did not start:\n${server.output().slice(-2_000)}`);
}

async function endServer(server: RunningCommand, folder: string): Promise<void> {
	await server.stop();
	await removeFolder(folder);
}

function userNamed(name: string): { uid: number; gid: number } {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith(`${name}:`));
	const [, , uid, gid] = line?.split(':') ?? [];
	if (uid === undefined || gid === undefined) throw new Error(`There is no user ${name} here`);
	return { uid: Number(uid), gid: Number(gid) };
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- serves a registry on loopback, never runs inside n8n */
/** The newest n8n is the newest whose parts the npm registry has all. npm itself asks a small registry here. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cacheFolder, removeFolder, temporaryFolder } from '../../e2e/launcher/folders';
import { findNewest } from '../../e2e/launcher/newestVersion';
import { versionAskedFor, NEWEST, OLDEST } from '../../e2e/launcher/versions';

jest.setTimeout(120_000);

/** Packages by name, versions with what each depends on. */
type Packages = Record<string, Record<string, Record<string, string>>>;

/** 2.3.0 lacks a part of a part, 2.4.0 a part; 3.0.0 is complete. */
const PACKAGES: Packages = {
	n8n: {
		'2.0.0': {},
		'2.1.0': { 'n8n-core': '2.1.0', express: '99.0.0' },
		'2.2.0': { 'n8n-core': '2.2.0', '@n8n/config': '2.2.0', '@n8n/loose': '^9.0.0' },
		'2.3.0': { 'n8n-core': '2.3.0', '@n8n/config': '2.2.0' },
		'2.4.0': { 'n8n-core': '2.2.0', '@n8n/config': '2.4.0' },
		'2.10.0-rc.1': {},
		'3.0.0': {},
	},
	'n8n-core': {
		'2.1.0': {},
		'2.2.0': { '@n8n/config': '2.2.0' },
		'2.3.0': { '@n8n/config': '2.3.0' },
	},
	'@n8n/config': { '2.2.0': {} },
};

let registry: Server;
let asked: string[];
let folder: string;
const environment = { ...process.env };

beforeEach(async () => {
	jest.spyOn(console, 'log').mockImplementation();
	asked = [];
	registry = createServer(answerFrom(PACKAGES));
	await new Promise<void>((ready) => registry.listen(0, '127.0.0.1', ready));
	folder = temporaryFolder('registry');
	process.env.XDG_CACHE_HOME = folder;
	process.env.npm_config_cache = join(folder, 'npm');
	use((registry.address() as AddressInfo).port);
	delete process.env.CI;
	delete process.env.N8N_VERSION;
});
afterEach(async () => {
	registry.closeAllConnections();
	registry.close();
	process.env = { ...environment };
	await removeFolder(folder);
	jest.restoreAllMocks();
});

function use(port: number): void {
	process.env.npm_config_registry = `http://127.0.0.1:${port}/`;
}

function answerFrom(packages: Packages): RequestListener {
	return (request, response) => {
		const name = decodeURIComponent((request.url ?? '').slice(1));
		asked.push(name);
		const versions = packages[name];
		if (versions === undefined) {
			response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
			return;
		}
		const manifests = Object.entries(versions).map(([version, dependencies]) => [
			version,
			{
				name,
				version,
				...(isEmpty(dependencies) ? {} : { dependencies }),
				dist: { tarball: 'http://127.0.0.1/none.tgz' },
			},
		]);
		const latest = Object.keys(versions).at(-1);
		response.writeHead(200, { 'content-type': 'application/json' }).end(
			JSON.stringify({
				name,
				'dist-tags': { latest },
				versions: Object.fromEntries(manifests),
			}),
		);
	};
}

function neverAnswer(): void {
	registry.removeAllListeners('request');
	registry.on('request', () => undefined);
}

/** As npm publishes it: without the key where there are none. */
const isEmpty = (dependencies: object) => Object.keys(dependencies).length === 0;
const answerFile = () => join(cacheFolder(), 'newest-n8n.json');
const said = () => jest.mocked(console.log).mock.calls.flat().join('\n');

it('is the highest of its major that lacks nothing, however deep, and is asked for once a day', async () => {
	expect(await findNewest('2.1.0')).toBe('2.2.0');
	expect(said()).toContain('2.4.0 does not install: the registry lacks its @n8n/config@2.4.0');
	expect(said()).toContain('2.3.0 does not install: the registry lacks its @n8n/config@2.3.0');

	const before = asked.length;
	expect(await findNewest('2.1.0')).toBe('2.2.0');
	expect(asked).toHaveLength(before);

	const kept = JSON.parse(readFileSync(answerFile(), 'utf8')) as { foundAt: number };
	const yesterday = kept.foundAt - 25 * 60 * 60 * 1_000;
	writeFileSync(answerFile(), JSON.stringify({ ...kept, foundAt: yesterday }));
	neverAnswer();
	expect(await findNewest('2.1.0', 1_000)).toBe('2.1.0');
});

it('is the known one where nothing is newer', async () => {
	registry.removeAllListeners('request');
	registry.on('request', answerFrom({ n8n: { '2.2.0': {}, '3.0.0': {} } }));
	expect(await findNewest('2.2.0')).toBe('2.2.0');
});

it('is the known one where the registry never ends its answer, which is not kept', async () => {
	neverAnswer();
	expect(await findNewest('2.1.0', 1_000)).toBe('2.1.0');
	expect(said()).toMatch(
		/^The npm registry cannot be asked .*did not answer in time.*: taking 2\.1\.0\.$/m,
	);
	expect(existsSync(answerFile())).toBe(false);
});

it('is the known one where the kept answer is broken and the registry does not speak JSON', async () => {
	writeFileSync(answerFile(), '{');
	registry.removeAllListeners('request');
	registry.on('request', (_, response) => response.end('<html>'));
	expect(await findNewest('2.1.0')).toBe('2.1.0');
});

describe('N8N_VERSION', () => {
	it.each([
		['oldest', OLDEST],
		['2.33.1', '2.33.1'],
	])('%s is %s, without a question', async (version, meant) => {
		process.env.N8N_VERSION = version;
		expect(await versionAskedFor()).toBe(meant);
		expect(asked).toEqual([]);
	});

	it.each(['', 'newest'])(
		'“%s” is the pinned version in CI, without a question',
		async (version) => {
			process.env.CI = 'true';
			process.env.N8N_VERSION = version;
			expect(await versionAskedFor()).toBe(NEWEST);
			expect(asked).toEqual([]);
		},
	);

	it('asks the registry elsewhere', async () => {
		expect(await versionAskedFor()).toBe(NEWEST);
		expect(asked).toEqual(['n8n']);
	});

	it.each(['two', '2.41', 'v2.41.1'])(
		'“%s” is refused with the three ways to say it',
		async (version) => {
			process.env.N8N_VERSION = version;
			await expect(versionAskedFor()).rejects.toThrow(
				/give a full version .*, or newest, or oldest\.$/,
			);
		},
	);
});

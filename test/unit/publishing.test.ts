/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs the check of a release, in a copy of the repository */
/** What stands between a tag and npm: the check before a release, and the rights of the workflow. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAME = 'n8n-nodes-feishu-corehr';
const FILES = ['package.json', 'CHANGELOG.md', 'credentials', '.github', 'docs/publishing.md'];
const OWN = `somebody/${NAME}`;

let folder: string;
let registry: Server;
/** What the registry says of the version. */
let published: boolean;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'feishu-corehr-publishing-'));
	for (const file of FILES) cpSync(file, join(folder, file), { recursive: true });
	execFileSync('git', ['init', '-q'], { cwd: folder });
	published = false;
	registry = createServer((_request, response) => {
		response.writeHead(published ? 200 : 404, { 'content-type': 'application/json' });
		const version = { name: NAME, version: '7.0.0' };
		const found = { name: NAME, 'dist-tags': { latest: '7.0.0' }, versions: { '7.0.0': version } };
		response.end(JSON.stringify(published ? found : {}));
	});
	await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	rmSync(folder, { recursive: true, force: true });
	await new Promise((resolve) => registry.close(resolve));
});

function edit(file: string, change: (text: string) => string): void {
	const path = join(folder, file);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** As somebody would who follows docs/publishing.md. */
function replaceAll(): void {
	for (const file of [
		'package.json',
		...filesIn('credentials').map((name) => `credentials/${name}`),
	])
		edit(file, (text) => text.replaceAll(`github.com/${NAME}/`, 'github.com/somebody/'));
	edit('package.json', (text) => {
		const author = { name: 'Some Body', email: 'some@body.example' };
		return JSON.stringify({ ...(JSON.parse(text) as object), version: '7.0.0', author });
	});
	edit('CHANGELOG.md', (text) => text.replace(/^## .*$/m, '## 7.0.0 - 2026-12-01'));
}

function filesIn(name: string): string[] {
	return readdirSync(join(folder, name)).filter((file) => file.endsWith('.ts'));
}

async function reasons(env: Record<string, string> = {}): Promise<string> {
	execFileSync('git', ['add', '.'], { cwd: folder });
	const port = (registry.address() as AddressInfo).port;
	const settings = {
		...process.env,
		npm_config_registry: `http://127.0.0.1:${port}`,
		npm_config_cache: join(folder, '.npm'),
		...env,
	};
	try {
		await promisify(execFile)('node', ['.github/publish/ready.mjs'], {
			cwd: folder,
			env: settings,
		});
		return '';
	} catch (error) {
		return (error as { stderr: string }).stderr;
	}
}

it('lets nothing pass as the repository stands: the addresses and the author are placeholders', async () => {
	const found = await reasons();
	expect(found).toMatch(/names the repository n8n-nodes-feishu-corehr\//);
	expect(found).toMatch(/placeholder as the author/);
});

it('lets a release pass in which all is replaced', async () => {
	replaceAll();
	expect(await reasons({ GITHUB_REPOSITORY: OWN, GITHUB_REF_NAME: 'v7.0.0' })).toBe('');
});

it('names each thing that is wrong, in a line of its own', async () => {
	replaceAll();
	published = true;
	edit('CHANGELOG.md', (text) => text.replace(' - 2026-12-01', ' - unreleased'));
	edit('credentials/FeishuCoreHrApi.credentials.ts', (text) =>
		text.replaceAll('github.com/somebody/', `github.com/${NAME}/`),
	);
	const found = await reasons({ GITHUB_REPOSITORY: `else/${NAME}`, GITHUB_REF_NAME: 'v7.0.1' });
	expect(found.trim().split('\n')).toEqual([
		expect.stringMatching(/^package\.json names the repository somebody/),
		expect.stringMatching(/^credentials\/FeishuCoreHrApi\S+ leads to n8n-nodes/),
		expect.stringMatching(/^The tag is v7\.0\.1 and the version is 7\.0\.0/),
		expect.stringMatching(/^CHANGELOG\.md begins with “7\.0\.0 - unreleased”/),
		expect.stringMatching(/^npm has 7\.0\.0 already/),
	]);
});

it('takes a registry that does not answer for no answer', async () => {
	replaceAll();
	const nobody = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };
	expect(await reasons(nobody)).toMatch(/^npm does not say whether 7\.0\.0 exists/);
});

describe('the workflows', () => {
	const workflows = readdirSync('.github/workflows').map((name) =>
		readFileSync(join('.github/workflows', name), 'utf8'),
	);
	const publish = readFileSync('.github/workflows/publish.yml', 'utf8');

	it('name every action by its commit, with the version that Dependabot moves', () => {
		const uses = workflows.flatMap((text) => text.match(/uses: .*/g) ?? []);
		expect(uses.length).toBeGreaterThan(4);
		for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/);
	});

	it('give the right to publish to the job that installs nothing', () => {
		const [pack = '', publishing = ''] = publish.split(/^ {2}publish:$/m);
		expect(pack).not.toContain('id-token');
		expect(publishing).toContain('id-token: write');
		expect(publishing).toContain('environment: npm');
		expect(publishing).not.toMatch(/npm (ci|install|test|run|pack)|checkout/);
	});
});

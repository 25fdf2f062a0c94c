/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the installed package, never runs inside n8n */
/** The packed tarball in n8n's folder for community packages: found, loaded, and enough by itself. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { REPOSITORY } from './launcher/folders';
import { NODE_TYPE, TOOL_TYPE } from './launcher/nodes';
import { communityPackages, PACKAGE } from './launcher/packing';
import { openSite, type Site } from './site';

let site: Site;
let nodeTypes: INodeTypeDescription[];

beforeAll(async () => {
	site = await openSite();
	nodeTypes = await listOf<INodeTypeDescription>('nodes');
});
afterAll(async () => await site?.close());

describe('the packed tarball', () => {
	it('brings nothing but itself', () => {
		const modules = join(communityPackages(site.userFolder), 'node_modules');

		expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual([PACKAGE]);
		expect(lstatSync(join(modules, PACKAGE)).isSymbolicLink()).toBe(false);
	});

	it('needs nothing but n8n-workflow and Node itself', () => {
		const wanted = installedFiles('.js').flatMap((text) =>
			[...text.matchAll(/\b(?:require|import)\(\s*["']([^"']+)["']/g)].map(([, name]) => name),
		);
		const outside = new Set(wanted.filter((name) => name?.startsWith('.') === false));

		expect(wanted.length).toBeGreaterThan(20);
		expect([...outside].filter((name) => !name?.startsWith('node:'))).toEqual(['n8n-workflow']);
		expect(installedFiles('').filter((text) => text.includes(REPOSITORY))).toEqual([]);
	});

	it('is loaded by n8n: node and credential, with their pictures', async () => {
		const node = nodeTypes.find(({ name }) => name === NODE_TYPE);
		const credentials = await listOf<{ name: string; iconUrl?: unknown }>('credentials');

		expect(node).toMatchObject({ displayName: 'Feishu CoreHR', usableAsTool: true });
		expect(node?.properties.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['operation', 'preHireId', 'confirmWorkforce']),
		);
		expect(credentials).toContainEqual(
			expect.objectContaining({ name: 'feishuCoreHrApi', displayName: 'Feishu CoreHR API' }),
		);
		const pictures = Object.values(node?.iconUrl ?? {});
		expect(pictures).toHaveLength(2);
		for (const path of pictures) {
			const reply = await fetch(`${site.server.url}/${path}`);
			expect([path, reply.status, await reply.text()]).toEqual([
				path,
				200,
				expect.stringMatching(/<svg/),
			]);
		}
	});

	it('is listed as a tool for agents', () => {
		expect(nodeTypes.find(({ name }) => name === TOOL_TYPE)).toMatchObject({
			outputs: ['ai_tool'],
			inputs: [],
		});
	});
});

async function listOf<T>(kind: 'nodes' | 'credentials'): Promise<T[]> {
	const reply = await fetch(`${site.server.url}/types/${kind}.json`, {
		headers: { cookie: site.api.cookie },
	});
	return (await reply.json()) as T[];
}

function installedFiles(extension: string): string[] {
	const root = join(communityPackages(site.userFolder), 'node_modules', PACKAGE);
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && (extension === '' || extname(entry.name) === extension))
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

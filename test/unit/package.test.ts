/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- looks at files and runs npm */
/** What would be published: the build and nothing else. Needs `npm run build` first, as `npm test` does it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(__dirname, '../..');

interface Manifest {
	dependencies?: object;
	peerDependencies: Record<string, string>;
	overrides?: object;
	files: string[];
	scripts: Record<string, string>;
	n8n: { strict: boolean; nodes: string[]; credentials: string[] };
}

const readJson = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;

const manifest = readJson<Manifest>('package.json');

interface Pack {
	size: number;
	files: Array<{ path: string }>;
}

function pack(): Pack {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [first] = JSON.parse(output) as Pack[];
	if (first === undefined) throw new Error('npm pack listed nothing');
	return first;
}

/** A trigger and READMEs in two languages are a third of it. */
it('holds dist, README and LICENSE, under 130 KB', () => {
	const { files, size } = pack();
	const paths = files.map(({ path }) => path);
	const others = paths.filter((path) => !path.startsWith('dist/'));
	expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
	expect(paths.filter((path) => /\.map$|tsbuildinfo|test|\.d\.ts$/.test(path))).toEqual([]);
	expect(size).toBeLessThan(130_000);
	for (const needed of [
		...manifest.n8n.nodes,
		...manifest.n8n.credentials,
		'dist/nodes/FeishuCoreHr/FeishuCoreHr.node.json',
		'dist/nodes/FeishuCoreHr/FeishuCoreHrTrigger.node.json',
		'dist/nodes/FeishuCoreHr/__schema__/v1.1.0.json',
		'dist/icons/feishuCoreHr.svg',
		'dist/icons/feishuCoreHr.dark.svg',
	]) {
		expect(paths).toContain(needed);
	}
});

it('needs nothing at run time but n8n', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.overrides).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.n8n.strict).toBe(true);
	expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual(
		[],
	);
});

it('names no registry host in the lock file', () => {
	expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
		/"resolved"|https?:\/\/registry/,
	);
});

it('loads from dist as n8n loads it', () => {
	/** n8n takes the class that is named like the file. */
	const create = (path: string) => {
		const [name = ''] = basename(path).split('.');
		const { [name]: Built } = jest.requireActual<
			Record<string, new () => { name?: string; description?: { name: string } }>
		>(join(root, path));
		if (Built === undefined) throw new Error(`${path} has no class ${name}`);
		return new Built();
	};
	expect(manifest.n8n.nodes.map((path) => create(path).description?.name)).toEqual([
		'feishuCoreHr',
		'feishuCoreHrTrigger',
	]);
	expect(manifest.n8n.credentials.map((path) => create(path).name)).toEqual([
		'feishuCoreHrApi',
		'feishuCoreHrEventsApi',
	]);
});

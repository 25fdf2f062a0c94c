// Measure 5: how long `require` of the built node takes in a fresh process, and how large the package is.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts processes of its own, never runs inside n8n */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { FROZEN_NODE } from '../frozenBuild';
import { findOtherPackages, type OtherPackage } from '../otherPackages';
import type { Plan } from '../plan';
import { figure, type Figure } from '../statistics';

export interface LoadRow {
	name: string;
	version: string;
	/** Where it was taken from, if it is not this repository. */
	source?: string;
	/** Milliseconds in a process that holds n8n-workflow already, as n8n does. */
	warmMs: Figure;
	/** Milliseconds in an empty process, n8n-workflow included. */
	coldMs: Figure;
	packedBytes: number;
	unpackedBytes: number;
	files: number;
	/** Names in `dependencies`: what npm installs besides. */
	dependencies: number;
}

const REPOSITORY = join(__dirname, '../..');

const OURS: OtherPackage = { folder: REPOSITORY };

export function measureLoad(plan: Plan): LoadRow[] {
	return [OURS, ...findOtherPackages()].map((one) => measureOne(plan, one));
}

function measureOne(plan: Plan, { folder, commit }: OtherPackage): LoadRow {
	const { nodes, ...facts } = factsOf(folder);
	const isOurs = folder === REPOSITORY;
	const files = isOurs ? [FROZEN_NODE] : nodes.map((file) => join(folder, file));
	const times = (warm: boolean) =>
		figure(Array.from({ length: plan.loads }, () => requireMs(files, warm)));
	return {
		...facts,
		...(commit !== undefined && { source: `built from its repository at ${commit}` }),
		warmMs: times(true),
		coldMs: times(false),
		...sizesOf(folder),
	};
}

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	n8n: { nodes: string[] };
}

function factsOf(folder: string): {
	name: string;
	version: string;
	nodes: string[];
	dependencies: number;
} {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- a manifest found at run time
	const manifest = require(join(folder, 'package.json')) as Manifest;
	const { name, version, n8n, dependencies } = manifest;
	return { name, version, nodes: n8n.nodes, dependencies: Object.keys(dependencies ?? {}).length };
}

/** Every node file of the package, required in a new process. */
function requireMs(files: string[], warm: boolean): number {
	const n8nWorkflow = join(REPOSITORY, 'node_modules/n8n-workflow');
	const script = [
		warm ? `require(${JSON.stringify(n8nWorkflow)});` : '',
		'const startedAt = performance.now();',
		...files.map((file) => `require(${JSON.stringify(file)});`),
		'process.stdout.write("\\n" + (performance.now() - startedAt));',
	].join('\n');
	const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
	return Number(output.split('\n').at(-1));
}

function sizesOf(folder: string): Pick<LoadRow, 'packedBytes' | 'unpackedBytes' | 'files'> {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = JSON.parse(output) as Array<{
		size: number;
		unpackedSize: number;
		entryCount: number;
	}>;
	if (packed === undefined) throw new Error(`npm packs nothing in ${folder}`);
	return {
		packedBytes: packed.size,
		unpackedBytes: packed.unpackedSize,
		files: packed.entryCount,
	};
}

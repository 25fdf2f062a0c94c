// What the figures were measured on.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks at this machine, never runs inside n8n */
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { findHttpRequestNode } from './installedN8n';

export interface Machine {
	date: string;
	cpu: string;
	cores: number;
	memoryGb: number;
	system: string;
	/** The one-minute load average before the run and after it. */
	loadBefore: number;
	loadAfter: number;
	minutes: number;
	versions: Record<string, string>;
}

export function startClock(): () => Machine {
	const startedAt = Date.now();
	const loadBefore = load();
	return () => ({
		date: new Date(startedAt).toISOString(),
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 1_073_741_824),
		system: `${type()} ${release()} ${arch()}`,
		loadBefore,
		loadAfter: load(),
		minutes: (Date.now() - startedAt) / 60_000,
		versions: versions(),
	});
}

function load(): number {
	return Number((loadavg()[0] ?? NaN).toFixed(2));
}

function versions(): Record<string, string> {
	const installed = (name: string) => versionIn(join(__dirname, '../node_modules', name));
	const httpNode = findHttpRequestNode();
	return {
		'this package': versionIn(join(__dirname, '..')),
		Node: process.versions.node,
		'n8n-core': installed('n8n-core'),
		'n8n-workflow': installed('n8n-workflow'),
		...(httpNode !== undefined && {
			'n8n-nodes-base (HTTP Request 4.5)': `${httpNode.version}, of n8n ${httpNode.n8n}`,
		}),
		'@larksuiteoapi/node-sdk': installed('@larksuiteoapi/node-sdk'),
		undici: installed('undici'),
	};
}

function versionIn(folder: string): string {
	const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

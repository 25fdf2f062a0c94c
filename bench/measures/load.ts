/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs node and npm */
/** What installing and loading the package costs. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { spread, type Spread } from '../statistics';

export interface LoadRow {
	/** `require` of the built node in a fresh process, n8n-workflow loaded before, in milliseconds. */
	requireMs: Spread;
	packedBytes: number;
	unpackedBytes: number;
	files: number;
}

const ROOT = join(__dirname, '../..');

const NODE_FILE = join(ROOT, 'dist/nodes/FeishuCoreHr/FeishuCoreHr.node.js');

export function measureLoad(runs: number): LoadRow {
	const script = `require('n8n-workflow'); const s = performance.now(); require(${JSON.stringify(NODE_FILE)}); console.log(performance.now() - s);`;
	const times = Array.from({ length: runs }, () =>
		Number(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })),
	);
	const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: ROOT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [pack] = JSON.parse(output) as Array<{
		size: number;
		unpackedSize: number;
		files: unknown[];
	}>;
	if (pack === undefined) throw new Error('npm pack listed nothing');
	return {
		requireMs: spread(times),
		packedBytes: pack.size,
		unpackedBytes: pack.unpackedSize,
		files: pack.files.length,
	};
}

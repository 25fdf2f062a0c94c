// `npm run bench`: measures the built node and writes docs/benchmark.md. `-- --only quota,cost` prints those sections and leaves the page alone.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { version as n8nCore } from 'n8n-core/package.json';
import { version as n8nWorkflow } from 'n8n-workflow/package.json';
import { format } from 'prettier';

import { version } from '../package.json';
import { cost } from './measures/cost';
import { creates } from './measures/creates';
import { growth } from './measures/growth';
import { minutes } from './measures/minutes';
import { quota } from './measures/quota';
import { workers } from './measures/workers';
import { Child } from './processes/child';
import { describe, page, type Section } from './report';

const MEASURES = new Map(Object.entries({ quota, minutes, creates, cost, growth, workers }));

/** Raw figures are not in git. */
const [PAGE, RAW] = [join(__dirname, '../docs/benchmark.md'), join(__dirname, 'results')];

async function main(): Promise<void> {
	const isPart = process.argv.includes('--only');
	const names = isPart ? (process.argv.at(-1) ?? '').split(',') : [...MEASURES.keys()];
	const [startedAt, loadBefore] = [new Date(), loadavg()[0]?.toFixed(2)];
	const sections: Section[] = [];
	for (const name of names) {
		const begunAt = performance.now();
		const measure = MEASURES.get(name);
		if (measure === undefined) throw new Error(`Measures: ${[...MEASURES.keys()].join(', ')}`);
		sections.push(await measure().finally(() => Child.stopAll()));
		console.log(`${name}: ${((performance.now() - begunAt) / 1_000).toFixed(0)} s`);
	}
	const took = ((Date.now() - startedAt.getTime()) / 60_000).toFixed(1);
	const circumstances = `Version ${version}, ${startedAt.toISOString().slice(0, 10)}, in ${took} minutes, on ${machine()}, load average ${loadBefore} before.`;
	await mkdir(RAW, { recursive: true });
	const file = join(RAW, `${startedAt.toISOString().replaceAll(':', '-')}.json`);
	await writeFile(file, JSON.stringify({ circumstances, sections }, null, '\t'));
	if (isPart) console.log(`\n${sections.map(describe).join('\n\n')}\n`);
	else await writeFile(PAGE, await format(page(sections, circumstances), { parser: 'markdown' }));
	for (const { title, targets } of sections) {
		for (const target of targets.filter(({ isKept }) => !isKept)) {
			console.error(`${title}: ${target.what}: ${target.measured}, at most ${target.limit}`);
			process.exitCode = 1;
		}
	}
}

function machine(): string {
	const cpu = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown CPU'}`;
	const memory = `${Math.round(totalmem() / 1_073_741_824)} GB`;
	const system = `${type()} ${release()} ${arch()}, Node ${process.versions.node}`;
	return `${cpu}, ${memory}, ${system}, n8n-core ${n8nCore}, n8n-workflow ${n8nWorkflow}`;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

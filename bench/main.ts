// `npm run bench`: measures the built node and writes docs/benchmark.md. `-- --only quota,cost` prints those sections and leaves the page alone.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { version as n8nCore } from 'n8n-core/package.json';
import { version as n8nWorkflow } from 'n8n-workflow/package.json';
import { format, resolveConfig } from 'prettier';

import { version } from '../package.json';
import { measureCost } from './measures/cost';
import { measureCreates } from './measures/creates';
import { measureGrowth } from './measures/growth';
import { measureMinutes } from './measures/minutes';
import { measureQuota } from './measures/quota';
import { measureWorkers } from './measures/workers';
import { Child } from './processes/child';
import { describe, isKept, page, type Section } from './report';

const MEASURES: Readonly<Record<string, () => Promise<Section>>> = {
	quota: measureQuota,
	minutes: measureMinutes,
	creates: measureCreates,
	cost: measureCost,
	growth: measureGrowth,
	workers: measureWorkers,
};

const PAGE = join(__dirname, '../docs/benchmark.md');

/** Not in git. */
const RAW = join(__dirname, 'results');

async function main(): Promise<void> {
	const isPart = process.argv.includes('--only');
	const names = isPart ? (process.argv.at(-1) ?? '').split(',') : Object.keys(MEASURES);
	const [startedAt, loadBefore] = [new Date(), loadavg()[0]];
	const sections: Section[] = [];
	for (const name of names) {
		const begunAt = performance.now();
		const measure = MEASURES[name];
		if (measure === undefined) throw new Error(`Measures: ${Object.keys(MEASURES).join(', ')}`);
		sections.push(await measure().finally(() => Child.stopAll()));
		console.log(`${name}: ${((performance.now() - begunAt) / 1_000).toFixed(0)} s`);
	}
	const minutes = (Date.now() - startedAt.getTime()) / 60_000;
	const circumstances = `Version ${version}, ${startedAt.toISOString().slice(0, 10)}, in ${minutes.toFixed(1)} minutes, on ${machine(loadBefore)}.`;
	await mkdir(RAW, { recursive: true });
	const file = join(RAW, `${startedAt.toISOString().replaceAll(':', '-')}.json`);
	await writeFile(file, JSON.stringify({ circumstances, sections }, null, '\t'));
	if (isPart) console.log(`\n${sections.map(describe).join('\n\n')}\n`);
	else await writeFile(PAGE, await formatted(page(sections, circumstances)));
	complain(sections);
}

function machine(loadBefore: number | undefined): string {
	return [
		`${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown CPU'}`,
		`${Math.round(totalmem() / 1_073_741_824)} GB`,
		`${type()} ${release()} ${arch()}`,
		`load average ${loadBefore?.toFixed(2)} before and ${loadavg()[0]?.toFixed(2)} after`,
		`Node ${process.versions.node}`,
		`n8n-core ${n8nCore}`,
		`n8n-workflow ${n8nWorkflow}`,
	].join(', ');
}

async function formatted(markdown: string): Promise<string> {
	return await format(markdown, { ...(await resolveConfig(PAGE)), filepath: PAGE });
}

/** Says which targets were not kept, and ends with an error if there are any. */
function complain(sections: Section[]): void {
	for (const { title, targets } of sections) {
		for (const target of targets) {
			if (isKept(target)) continue;
			console.error(`${title}: ${target.what}: ${target.measured}, at most ${target.limit}`);
			process.exitCode = 1;
		}
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

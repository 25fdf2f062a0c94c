/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own */
/** `npm run bench`: measures and writes docs/benchmark.*. `-- --quick` prints a rough table in two minutes and writes nothing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';

import type { ContenderName } from './contenderProcess';
import { findHttpRequestNode } from './contenders/httpRequestNode';
import { drawMinutes } from './chart';
import { measureAnswers } from './measures/answers';
import { measureGrowth } from './measures/growth';
import { measureLoad } from './measures/load';
import { measureMinutes } from './measures/minutes';
import { measureSpeed } from './measures/speed';
import { writeReport } from './report';
import type { Results } from './results';

const DOCS = join(__dirname, '../docs');

const LATENCY_MS = 200;

async function main(): Promise<void> {
	const quick = process.argv.includes('--quick');
	const results = await measureAll(quick);
	const report = writeReport(results);
	if (quick) {
		console.log(`\n${report}`);
		return;
	}
	mkdirSync(join(DOCS, 'images'), { recursive: true });
	writeFileSync(join(DOCS, 'benchmark.json'), `${JSON.stringify(results, null, '\t')}\n`);
	writeFileSync(join(DOCS, 'benchmark.md'), report);
	const picture = await drawMinutes(results.minutes ?? []);
	writeFileSync(join(DOCS, 'images/benchmark-minutes.svg'), `${picture}\n`);
	console.log('Written: docs/benchmark.md, docs/benchmark.json, docs/images/benchmark-minutes.svg');
}

async function measureAll(quick: boolean): Promise<Results> {
	const [plain, batched] = httpRequestContenders();
	const runs = quick ? 2 : 5;
	const everybody: ContenderName[] = ['ours', ...plain, 'sdkOneByOne', 'sdkFiveAtOnce', 'floor'];
	const withHelper: ContenderName[] = ['ours', 'helperNode', ...everybody.slice(1)];
	const start = loadavg()[0] ?? NaN;

	const answers = await step('what outcomes cost', measureAnswers(everybody, quick ? 200 : 1_000));
	const people = quick ? 200 : 500;
	const speedRows = await step(
		'time and CPU',
		measureSpeed(withHelper, { people, latencyMs: 0, runs }),
	);
	const latencyRows = await step(
		`time at ${LATENCY_MS} ms latency`,
		measureSpeed(withHelper, { people: 100, latencyMs: LATENCY_MS, runs: quick ? 1 : runs }),
	);
	const sizes = quick ? [100, 1_000] : [100, 1_000, 10_000];
	const growth = await step('growth', measureGrowth(sizes, quick ? 1 : 3));
	const load = await step('loading', Promise.resolve(measureLoad(runs)));
	const timed: ContenderName[] = ['ours', ...plain, ...batched, 'sdkOneByOne', 'sdkFiveAtOnce'];
	const minutes = quick ? {} : { minutes: await step('250 people', measureMinutes(timed)) };
	return {
		date: new Date().toISOString().slice(0, 10),
		machine: `${type()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
		loadAverage: { start, end: loadavg()[0] ?? NaN },
		versions: versions(),
		runs,
		answers,
		...minutes,
		speed: { people, rows: speedRows },
		latency: { people: 100, latencyMs: LATENCY_MS, rows: latencyRows },
		growth,
		load,
	};
}

/** The plain and the batched one, or neither where no n8n is installed to take the node from. */
function httpRequestContenders(): [ContenderName[], ContenderName[]] {
	if (findHttpRequestNode() !== undefined) return [['httpRequestPlain'], ['httpRequestBatched']];
	console.log(
		'No n8n 2 is installed here, so the HTTP Request node is left out. npm run test:e2e installs one.',
	);
	return [[], []];
}

async function step<T>(name: string, work: Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const result = await work;
	console.log(`${name}: measured in ${Math.round((Date.now() - startedAt) / 1_000)} s`);
	return result;
}

function versions(): Record<string, string> {
	const names = ['n8n-core', 'n8n-workflow', 'undici', '@larksuiteoapi/node-sdk'];
	const found = names.map((name) => {
		const file = join(__dirname, '../node_modules', name, 'package.json');
		return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version] as const;
	});
	return { Node: process.versions.node, ...Object.fromEntries(found) };
}

void main();

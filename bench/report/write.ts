// Writes the page, the raw figures and the chart into docs.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format } from 'prettier';

import type { Results } from '../results';
import { drawChart } from './chart';
import { CHART, page } from './page';

const DOCS = join(__dirname, '../../docs');

const FIGURES = join(DOCS, 'benchmark.json');

/** The figures of the last full run. */
export async function readBack(): Promise<Results> {
	return JSON.parse(await readFile(FIGURES, 'utf8')) as Results;
}

export async function write(results: Results): Promise<void> {
	const chart = join(DOCS, CHART);
	await mkdir(dirname(chart), { recursive: true });
	await writeFile(FIGURES, `${JSON.stringify(results, null, '\t')}\n`);
	await writeFile(chart, await drawChart(results));
	await writeFile(join(DOCS, 'benchmark.md'), await format(page(results), { parser: 'markdown' }));
	console.log('Written: docs/benchmark.md, docs/benchmark.json, docs/images/benchmark.svg');
}

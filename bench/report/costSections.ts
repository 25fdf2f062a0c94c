// The page's sections about time, CPU, growth, memory, loading and size.
import { CONTENDERS } from '../contract';
import type { CostResult } from '../measures/cost';
import type { GrowthRow } from '../measures/growth';
import type { Results } from '../results';
import { number, spread, table, timesOurs } from './markdown';
import { cpuOverHelper } from './targets';

/** The node's own default. */
const WIDTH = 5;

export function costSection(results: Results): string {
	const { cost, latency } = results;
	const over = cpuOverHelper(results);
	const rounds = Math.ceil(latency.items / WIDTH);
	const ideal = rounds * latency.latencyMs;
	const ours = latency.rows.find(({ name }) => name === 'ours')?.ms.median ?? NaN;
	return [
		'## 3. Time and CPU per item',
		'',
		`${number(cost.items)} people, no quota, no latency; milliseconds per item, ${cost.rounds} rounds, median and spread. CPU is user and system time of the contender’s process; the simulator runs in another.`,
		'',
		costTable(cost),
		'',
		`Ours takes ${number(over.plain, 2)} ms of CPU per item more than n8n’s request helper alone. Beside the helper in a node that reads its ID from a field with an expression the difference is ${number(over.withExpression, 2)} ms: compare it with the spread of the rounds.`,
		'',
		`With ${latency.latencyMs} ms latency and ${latency.items} people. The ideal at five in parallel is ${rounds} × ${latency.latencyMs} ms = ${number(ideal)} ms; ours takes ${number(ours / ideal, 3)} times that.`,
		'',
		latencyTable(latency),
	].join('\n');
}

function costTable({ rows }: CostResult): string {
	const ours = rows.find(({ name }) => name === 'ours');
	return table(
		['', 'Time per item', 'to ours', 'CPU per item', 'to ours'],
		rows.map(({ name, msPerItem, cpuPerItem }) => [
			CONTENDERS[name],
			`${spread(msPerItem, 2)} ms`,
			timesOurs(msPerItem.median, ours?.msPerItem.median ?? NaN),
			`${spread(cpuPerItem, 2)} ms`,
			timesOurs(cpuPerItem.median, ours?.cpuPerItem.median ?? NaN),
		]),
	);
}

function latencyTable({ rows }: CostResult): string {
	const ours = rows.find(({ name }) => name === 'ours');
	return table(
		['', 'Time for all', 'to ours', 'CPU per item', 'to ours'],
		rows.map(({ name, ms, cpuPerItem }) => [
			CONTENDERS[name],
			`${spread(ms)} ms`,
			timesOurs(ms.median, ours?.ms.median ?? NaN),
			`${spread(cpuPerItem, 2)} ms`,
			timesOurs(cpuPerItem.median, ours?.cpuPerItem.median ?? NaN),
		]),
	);
}

export function growthSection({ growth }: Results): string {
	return [
		'## 4. Growth',
		'',
		'Memory is the JavaScript heap in use after forced collections every 150 ms, the highest reading, less what was there before and less the input and output items themselves ' +
			'(measured by copying them). It includes what n8n’s engine holds while the node runs, which is why the measuring node stands beside ours.',
		'',
		table(
			[
				'',
				'Items',
				'Time per item',
				'CPU per item',
				'Peak over the items',
				'One item',
				'Process at most',
			],
			growth.rows.map((row) => [
				CONTENDERS[row.name],
				number(row.items),
				`${spread(row.msPerItem, 2)} ms`,
				`${spread(row.cpuPerItem, 2)} ms`,
				memoryCell(row),
				`${number(row.bytesPerItem.median)} B`,
				`${number(row.maxRssMb)} MB`,
			]),
		),
	].join('\n');
}

/** A run that ends before the second reading shows nothing of its peak. */
const SHORTEST_WATCHED_MS = 500;

function memoryCell({ msPerItem, items, overheadPerItem }: GrowthRow): string {
	const isTooShort = msPerItem.median * items < SHORTEST_WATCHED_MS;
	return isTooShort ? 'too short to tell' : `${spread(overheadPerItem)} B`;
}

export function loadSection({ load, machine, registry }: Results): string {
	const ours = load[0];
	const day = machine.date.slice(0, 10);
	return [
		'## 5. Loading and size',
		'',
		`\`require\` of all node files of a package in a fresh process, ${load[0]?.coldMs.runs.length ?? 0} times. n8n has n8n-workflow loaded already, so the second column is what a package adds.`,
		'',
		table(
			[
				'',
				'With n8n-workflow loaded',
				'to ours',
				'Empty process',
				'Packed',
				'Unpacked',
				'Files',
				'Dependencies',
			],
			load.map((row) => [
				`${row.name} ${row.version}`,
				`${spread(row.warmMs, 1)} ms`,
				timesOurs(row.warmMs.median, ours?.warmMs.median ?? NaN),
				`${spread(row.coldMs, 0)} ms`,
				`${number(row.packedBytes / 1_024, 1)} KB`,
				`${number(row.unpackedBytes / 1_024, 1)} KB`,
				number(row.files),
				number(row.dependencies),
			]),
		),
		'',
		`Asked for the other packages, the npm registry of this machine answered ${registryAnswers(registry)}.${otherSources(load, day)} ` +
			'They are larger because they do other things: messages, documents, tables, calendars. Neither has anything for CoreHR, so nothing but loading and size can be compared.',
	].join('\n');
}

function registryAnswers(registry: Results['registry']): string {
	return Object.entries(registry)
		.map(([name, answer]) => `${answer} for ${name}`)
		.join(', ');
}

function otherSources(load: Results['load'], day: string): string {
	const built = load.flatMap(({ name, source }) =>
		source === undefined
			? []
			: [`${name} was ${source.replace(/\b([0-9a-f]{7})[0-9a-f]{33}\b/, '`$1`')}`],
	);
	if (built.length === 0)
		return ` Nor were their sources built here on ${day}, so no figures are given.`;
	return ` Measured here: ${built.join(', ')}, with its own \`tsc\` configuration; what was published may differ.`;
}

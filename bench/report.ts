/** Writes the results down for people. */
import { LEAST_MS, PEOPLE } from './measures/minutes';
import type { SpeedRow } from './measures/speed';
import { NAMES, type Results } from './results';
import type { Spread } from './statistics';

export function writeReport(results: Results): string {
	return [
		'# Side by side: what the quota buys',
		intro(results),
		'## 250 people at 100 calls a minute',
		minutes(results),
		'## What 1,000 outcomes cost',
		answers(results),
		'## Time and CPU with no quota in the way',
		speed(results),
		'## Growth',
		growth(results),
		'## Installing and loading',
		load(results),
		'## Where this node is not ahead',
		notAhead(results),
		'',
	].join('\n\n');
}

function intro({ date, machine, versions, loadAverage, runs }: Results): string {
	const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `Written by \`npm run bench\` on ${date}, on ${machine}; ${list.join(', ')}. Load average ${loadAverage.start.toFixed(1)} at the start, ${loadAverage.end.toFixed(1)} at the end. Every contender ran in a process of its own against a simulated Feishu in another one. Where several runs were made (${runs}), the median stands first and the range behind it. Raw figures: [benchmark.json](benchmark.json).

The scarce thing is not speed: Feishu allows 100 restore calls a minute. So what counts is that every call brings an answer, and that everybody gets one.`;
}

function minutes({ minutes: rows }: Results): string {
	if (rows === undefined) return 'Not measured in a quick run.';
	const lines = rows.map((row) =>
		cells(
			NAMES[row.contender],
			`${(row.durationMs / 1_000).toFixed(1)} s`,
			row.ratio.toFixed(3),
			row.restoreCalls,
			row.tooMany,
			row.restored,
			row.refused,
			row.lost,
		),
	);
	return `![What became of 250 people](images/benchmark-minutes.svg)

${PEOPLE} people, of whom Feishu refuses three in ten for a work email that is taken, in real minutes, once. Three windows are needed, so the least is ${LEAST_MS / 1_000} s. *Lost* are people of whom the user cannot tell what became of them, or who were refused for too many calls.

${table(['Contender', 'Time', 'Time / least', 'Calls', 'Refused as too many', 'Restored', 'Refused, and says why', 'Lost'], lines)}`;
}

function answers({ answers: rows }: Results): string {
	const ours = rows.find(({ contender }) => contender === 'ours');
	const lines = rows.map((row) =>
		cells(
			NAMES[row.contender],
			Math.round(row.restoreCalls),
			(row.restoreCalls / (ours?.restoreCalls ?? NaN)).toFixed(2),
			row.exchanges,
			`${(row.answered * 100).toFixed(1)} %`,
		),
	);
	return `With three refusals in ten and a Feishu without a quota.

${table(['Contender', 'Restore calls', 'Calls / ours', 'Token exchanges', 'People with an answer'], lines)}`;
}

function speed({ speed: plain, latency }: Results): string {
	return `${plain.people} people, an answer at once:

${speedTable(plain.rows)}

${latency.people} people, an answer after ${latency.latencyMs} ms; five at a time make ${((latency.people / 5) * latency.latencyMs) / 1_000} s the least:

${speedTable(latency.rows)}

n8n’s own helper, called once for each item by a node that does nothing else, is what any node costs that uses n8n’s credentials. This node takes ${overHelper(plain.rows).toFixed(2)} ms of CPU for each person on top of it: reading parameters and credential, the quota, the order, the linking.`;
}

function speedTable(rows: SpeedRow[]): string {
	const ours = rows.find(({ contender }) => contender === 'ours');
	return table(
		['Contender', 'Time per person', 'Time / ours', 'CPU per person', 'CPU / ours'],
		rows.map(({ contender, time, cpu }) =>
			cells(
				NAMES[contender],
				ms(time),
				(time.median / (ours?.time.median ?? NaN)).toFixed(2),
				ms(cpu),
				(cpu.median / (ours?.cpu.median ?? NaN)).toFixed(2),
			),
		),
	);
}

/** Milliseconds of CPU for each person that are ours and not n8n's. */
export function overHelper(rows: SpeedRow[]): number {
	const cpuOf = (name: string) =>
		rows.find(({ contender }) => contender === name)?.cpu.median ?? NaN;
	return cpuOf('ours') - cpuOf('helperNode');
}

function growth({ growth: rows }: Results): string {
	const lines = rows.map(({ people, time, bytes }, index) => {
		const before = rows[index - 1]?.time.median;
		return cells(
			people,
			ms(time),
			before === undefined ? '' : (time.median / before).toFixed(2),
			`${(bytes / 1_024).toFixed(2)} KB`,
		);
	});
	return `Memory is the most heap in use, over what n8n’s helper node needs for the same items.

${table(['People', 'Time per person', 'Against the row above', 'Memory per person'], lines)}`;
}

function load({ load: { requireMs, packedBytes, unpackedBytes, files } }: Results): string {
	return `The built node loads in ${ms(requireMs)} in a fresh process in which n8n-workflow is loaded already. The package is ${(packedBytes / 1_000).toFixed(1)} KB packed, ${(unpackedBytes / 1_000).toFixed(1)} KB unpacked, ${files} files, no dependencies.

Two other Feishu packages for n8n, n8n-nodes-feishu-lark and n8n-nodes-feishu-lite, could not be measured: the npm registry answered 404 for both names.`;
}

function notAhead({ speed: plain }: Results): string {
	const ours = plain.rows.find(({ contender }) => contender === 'ours');
	const faster = plain.rows.filter(
		({ contender, time }) => contender !== 'ours' && time.median < (ours?.time.median ?? 0),
	);
	const names = faster.map(({ contender }) => NAMES[contender]).join(', ');
	return `With no quota in the way ${faster.length === 0 ? 'nothing here is faster' : `these are faster: ${names}`}. ${
		faster.length === 0
			? ''
			: 'They go without n8n’s request helper, or send everything at once, or do not check, count, link and explain. At 100 calls a minute that time is never the one that is waited for.'
	}`.trim();
}

function ms({ median, min, max }: Spread): string {
	return `${median.toFixed(2)} ms (${min.toFixed(2)}–${max.toFixed(2)})`;
}

function cells(...values: unknown[]): string[] {
	return values.map(String);
}

function table(head: string[], lines: string[][]): string {
	const row = (values: string[]) => `| ${values.join(' | ')} |`;
	return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

// What was promised, what was measured, and whether it was kept.
import type { Results } from '../results';
import { number, table } from './markdown';

interface Target {
	what: string;
	promised: string;
	measured: string;
	kept: boolean;
}

export function targetsTable(results: Results): string {
	return table(
		['What', 'Target', 'Measured', 'Kept'],
		targetsOf(results).map(({ what, promised, measured, kept }) => [
			what,
			promised,
			measured,
			kept ? 'yes' : '**no**',
		]),
	);
}

function targetsOf(results: Results): Target[] {
	const { minutes, growth } = results;
	const ours = minutes.rows.find(({ name, latencyMs }) => name === 'ours' && latencyMs === 0);
	const over = cpuOverHelper(results);
	const { steps, overhead } = growthOfOurs(growth.rows);
	const steepest = Math.max(...steps);
	return [
		{
			what: `${minutes.people} people at 100 a minute, time over the theoretical minimum`,
			promised: '≤ 1.02, no refused call, nobody lost',
			measured: `${number(ours?.ratio ?? NaN, 4)}, ${ours?.refusedCalls} refused, ${ours?.lost} lost`,
			kept: (ours?.ratio ?? Infinity) <= 1.02 && ours?.refusedCalls === 0 && ours.lost === 0,
		},
		{
			what: 'CPU per item over n8n’s own helper call',
			promised: '≤ 1 ms',
			measured: `${number(over.plain, 2)} ms (${number(over.withExpression, 2)} ms over a helper call that reads its ID from an expression, as every n8n node does)`,
			kept: over.plain <= 1,
		},
		{
			what: `Time per item, from one size to the ten times larger (${growth.sizes.map((size) => number(size)).join(', ')})`,
			promised: '≤ 1.1×',
			measured: steps.map((step) => `${number(step, 2)}×`).join(', '),
			kept: steepest <= 1.1,
		},
		{
			what: 'Peak memory over the items themselves, largest size',
			promised: '≤ 2 KB an item',
			measured: `${number(overhead / 1_024, 2)} KB`,
			kept: overhead <= 2_048,
		},
	];
}

/** Median CPU per item of ours less that of the two measuring nodes. */
export function cpuOverHelper({ cost }: Results): { plain: number; withExpression: number } {
	const cpu = (name: string) =>
		cost.rows.find((row) => row.name === name)?.cpuPerItem.median ?? NaN;
	return {
		plain: cpu('ours') - cpu('helper'),
		withExpression: cpu('ours') - cpu('helperExpression'),
	};
}

function growthOfOurs(rows: Results['growth']['rows']): { steps: number[]; overhead: number } {
	const ours = rows.filter(({ name }) => name === 'ours');
	const steps = ours
		.slice(1)
		.map((row, index) => row.msPerItem.median / (ours[index]?.msPerItem.median ?? NaN));
	return { steps, overhead: ours.at(-1)?.overheadPerItem.median ?? NaN };
}

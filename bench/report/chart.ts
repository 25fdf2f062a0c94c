// The chart: who loses people, who spends calls, who needs CPU. Drawn by Vega, coloured for the reader's theme by CSS inside the SVG.
import type { TopLevelSpec } from 'vega-lite';

import type { ContenderName } from '../contract';
import type { Results } from '../results';

/** Light colours stand in the file; a dark theme exchanges them. Both keep the bars and the text on a panel of the SVG's own. */
const LIGHT = {
	panel: '#fffffe',
	text: '#1f2329',
	grid: '#dee0e3',
	ours: '#3370ff',
	other: '#8f959e',
	bad: '#d83931',
};

const DARK = {
	panel: '#1a1c20',
	text: '#ebebed',
	grid: '#3c3f45',
	ours: '#6b95ff',
	other: '#8f959f',
	bad: '#f76964',
};

const SHORT: Readonly<Record<ContenderName, string>> = {
	ours: 'This package',
	helper: 'n8n’s request helper alone',
	helperExpression: 'n8n’s helper and an expression',
	httpNode: 'HTTP Request, plain',
	httpNodeMinute: 'HTTP Request, 100 every 60 s',
	httpNodeSpaced: 'HTTP Request, 1 every 600 ms',
	sdkSequential: 'Official SDK, sequential',
	sdkFive: 'Official SDK, 5 in parallel',
	floor: 'undici, no logic',
};

interface Bar {
	name: string;
	value: number;
	label: string;
	kind: 'ours' | 'other' | 'bad';
}

export async function drawChart(results: Results): Promise<string> {
	const spec: TopLevelSpec = {
		$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
		background: LIGHT.panel,
		padding: 16,
		config: {
			font: 'system-ui, sans-serif',
			axis: {
				labelColor: LIGHT.text,
				titleColor: LIGHT.text,
				gridColor: LIGHT.grid,
				domainColor: LIGHT.grid,
				tickColor: LIGHT.grid,
			},
			title: { color: LIGHT.text, anchor: 'start', fontSize: 14 },
			view: { stroke: null },
		},
		vconcat: [
			panel(
				`People lost of ${results.minutes.people}, at 100 calls a minute (time taken beside)`,
				lost(results),
			),
			panel(
				'Restore calls and token exchanges per 1,000 people, three in ten refused',
				calls(results),
			),
			panel(
				'Percent of the people without a true answer, token revoked half-way',
				unanswered(results),
			),
			panel('Milliseconds of CPU per item, no latency', cpu(results)),
		],
	};
	// Vega is an ES module that awaits while it loads: it cannot be required.
	const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
	const view = new View(parse(compile(spec).spec), { renderer: 'none' });
	return themed(await view.toSVG());
}

function panel(title: string, bars: Bar[]): TopLevelSpec & { mark?: never } {
	return {
		title,
		width: 460,
		height: { step: 22 },
		data: { values: bars },
		encoding: {
			y: {
				field: 'name',
				type: 'nominal',
				sort: null,
				title: null,
				axis: { labelLimit: 320, ticks: false, domain: false, labelPadding: 8 },
			},
			x: { field: 'value', type: 'quantitative', title: null, axis: { tickCount: 5 } },
		},
		layer: [
			{
				mark: { type: 'bar', cornerRadiusEnd: 2 },
				encoding: {
					color: {
						field: 'kind',
						type: 'nominal',
						legend: null,
						scale: {
							domain: ['ours', 'other', 'bad'],
							range: [LIGHT.ours, LIGHT.other, LIGHT.bad],
						},
					},
				},
			},
			{
				mark: { type: 'text', align: 'left', dx: 5, color: LIGHT.text },
				encoding: { text: { field: 'label' } },
			},
		],
	} as unknown as TopLevelSpec & { mark?: never };
}

function lost({ minutes }: Results): Bar[] {
	return minutes.rows
		.filter(({ latencyMs }) => latencyMs === 0)
		.map((row) => ({
			name: SHORT[row.name],
			part: 'lost',
			value: row.lost,
			label: `${row.lost} lost, ${row.seconds.toFixed(row.seconds < 10 ? 1 : 0)} s`,
			kind: row.name === 'ours' ? 'ours' : 'bad',
		}));
}

function calls({ quota }: Results): Bar[] {
	return quota.calm.map(({ name, restoreCalls, exchanges }) => ({
		name: SHORT[name],
		value: restoreCalls.median + exchanges.median,
		label: `${Math.round(restoreCalls.median)} + ${Math.round(exchanges.median)}`,
		kind: kindOf(name),
	}));
}

function unanswered({ quota }: Results): Bar[] {
	return quota.revoked.map(({ name, definite }) => ({
		name: SHORT[name],
		value: 100 - definite.median,
		label: `${(100 - definite.median).toFixed(1)} %`,
		kind: name === 'ours' ? 'ours' : 'bad',
	}));
}

function cpu({ cost }: Results): Bar[] {
	return cost.rows.map(({ name, cpuPerItem }) => ({
		name: SHORT[name],
		value: cpuPerItem.median,
		label: `${cpuPerItem.median.toFixed(2)} ms`,
		kind: kindOf(name),
	}));
}

function kindOf(name: ContenderName): Bar['kind'] {
	return name === 'ours' ? 'ours' : 'other';
}

function themed(svg: string): string {
	const rules = (Object.keys(LIGHT) as Array<keyof typeof LIGHT>).flatMap((key) => [
		`[fill="${LIGHT[key]}"]{fill:${DARK[key]}}`,
		`[stroke="${LIGHT[key]}"]{stroke:${DARK[key]}}`,
	]);
	const style = `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
	return `${svg.replace(/(<svg[^>]*>)/, `$1${style}`)}\n`;
}

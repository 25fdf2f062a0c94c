/** The picture: what became of 250 people at 100 calls a minute. */
import { NAMES } from './results';
import type { MinutesRow } from './measures/minutes';

/** An SVG on a transparent ground, in colours that stand out from white and from black. */
export async function drawMinutes(rows: MinutesRow[]): Promise<string> {
	const { compile } = await import('vega-lite');
	const { parse, View } = await import('vega');
	const grey = '#8b949e';
	const values = rows.flatMap(({ contender, restored, refused, lost }) => [
		{ contender: NAMES[contender], people: restored, what: 'restored', order: 0 },
		{ contender: NAMES[contender], people: refused, what: 'refused, and says why', order: 1 },
		{ contender: NAMES[contender], people: lost, what: 'lost', order: 2 },
	]);
	const { spec } = compile({
		background: 'transparent',
		width: 520,
		height: { step: 34 },
		title: { text: '250 people at 100 calls a minute', color: grey, anchor: 'start' },
		data: { values },
		mark: { type: 'bar', cornerRadius: 2 },
		encoding: {
			y: { field: 'contender', type: 'nominal', title: null, sort: null },
			x: { field: 'people', type: 'quantitative', title: 'people' },
			order: { field: 'order' },
			color: {
				field: 'what',
				type: 'nominal',
				title: null,
				scale: {
					domain: ['restored', 'refused, and says why', 'lost'],
					range: ['#2da44e', '#bf8700', '#cf222e'],
				},
			},
		},
		config: {
			axis: { labelColor: grey, titleColor: grey, gridColor: `${grey}40`, labelLimit: 300 },
			legend: { labelColor: grey, orient: 'bottom' },
			view: { stroke: null },
			font: 'sans-serif',
		},
	});
	return await new View(parse(spec), { renderer: 'none' }).toSVG();
}

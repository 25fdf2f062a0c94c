/** The JSON samples in the docs: each stands behind a comment that names the run it comes from. */
import type { IDataObject } from 'n8n-workflow';

import type { Samples } from './samples';

const MARKED = /<!-- sample: (\w+) -->(\n+)```json\n([\s\S]*?)\n```/g;

/** What is wrong with the samples of one page. */
export function checkSamples(markdown: string, samples: Samples): string[] {
	const problems = [...markdown.matchAll(MARKED)].flatMap(([, name = '', , text = '']) => {
		const sample = samples.get(name);
		if (sample === undefined) return [`no run gives the sample ${name}`];
		return isCurrent(text, sample) ? [] : [`the sample ${name} is not what a run returns`];
	});
	const unmarked = (markdown.replace(MARKED, '').match(/^```jsonc?$/gm) ?? []).length;
	if (unmarked > 0) problems.push(`${unmarked} JSON blocks do not say from which run they are`);
	return problems;
}

/** Puts what the runs returned into the page, where what stands there differs. */
export function refreshSamples(markdown: string, samples: Samples): string {
	return markdown.replace(MARKED, (block, name: string, gap: string, text: string) => {
		const sample = samples.get(name);
		if (sample === undefined || isCurrent(text, sample)) return block;
		return `<!-- sample: ${name} -->${gap}\`\`\`json\n${writeOut(sample)}\n\`\`\``;
	});
}

function isCurrent(text: string, sample: IDataObject): boolean {
	try {
		return withoutLogIds(JSON.parse(text)) === withoutLogIds(sample);
	} catch {
		return false;
	}
}

/** Log ids differ from run to run. */
function withoutLogIds(value: unknown): string {
	return JSON.stringify(value, (key, inner: unknown) =>
		key === 'log_id' && typeof inner === 'string' ? 'a log id' : inner,
	);
}

/** As prettier writes it: a short list stands on one line. */
export function writeOut(sample: IDataObject): string {
	return JSON.stringify(sample, null, '\t').replace(
		/\[\n\t*([^[\]{}]*?)\n\t*\]/g,
		(list, inner: string) => {
			const line = `[${inner.replace(/\n\t*/g, ' ')}]`;
			return line.length < 80 ? line : list;
		},
	);
}

/** Writes docs/facts.md: every claim about Feishu that the code rests on, and what nobody knows. */
import { SUBJECTS } from '../../prove/facts';
import type { Fact, OpenQuestion } from '../../prove/facts/fact';
import { MEASURED, OPTION_FOR } from '../../prove/facts/measured';
import { OPEN_QUESTIONS } from '../../prove/facts/questions';
import { table } from './table';

export const FACTS_PAGE = 'docs/facts.md';

export function writeFactsPage(): string {
	return `${[
		INTRODUCTION,
		...Object.entries(SUBJECTS).flatMap(([subject, facts]) => [
			`## ${subject}`,
			table(
				['Fact', 'Claim', 'Source', 'Used in', 'If it is not so', 'Measured'],
				Object.entries(facts).map(([id, fact]) => factRow(id, fact)),
			),
		]),
		UNKNOWN,
		table(
			['Not known', 'Until somebody knows, the node …', 'Used in', 'Measured'],
			OPEN_QUESTIONS.map(questionRow),
		),
	].join('\n\n')}\n`;
}

const INTRODUCTION = `# Facts about Feishu

Every claim about Feishu that this package rests on. Written by \`npm run docs\` from [\`prove/facts\`](../prove/facts).

**Nothing here was measured against a live tenant**, except where “proved” stands in the column Source. [\`npm run prove\`](../CONTRIBUTING.md#prove-it-on-a-tenant) holds some of the claims against a test tenant and names them in its report as the column Fact does. Whoever gets a report with “holds” sets \`proved\` in that fact; with “differs” they change the claim and what is used in.

Sources: _documented_ by Feishu; _SDK_: Feishu’s own libraries do it; _posted answers_: captured or reported by others; _concluded_ from these; _not documented_: a guess. Measured: _always_ by \`npm run prove\`, or with one of its options; “—”: not measured by \`npm run prove\`.`;

const UNKNOWN = `## What is not known

No page of Feishu and no answer that was found says:`;

function factRow(id: string, { claim, sources, proved, usedIn, ifWrong }: Fact): string[] {
	const source = [...sources, ...(proved === undefined ? [] : [`proved: ${proved}`])];
	return [`\`${id}\``, claim, source.join(', '), links(usedIn), ifWrong, measured(id)];
}

function questionRow({ question, meanwhile, usedIn, measuredBy = [] }: OpenQuestion): string[] {
	const facts = measuredBy.map((id) => `\`${id}\``).join(', ');
	return [question, meanwhile, links(usedIn), facts || NOT_MEASURED];
}

const NOT_MEASURED = '—';

function measured(id: string): string {
	const checks = Object.keys(MEASURED) as Array<keyof typeof MEASURED>;
	const check = checks.find((name) => MEASURED[name].some((fact) => fact === id));
	if (check === undefined) return NOT_MEASURED;
	const option = OPTION_FOR[check];
	return option === undefined ? 'always' : `\`${option}\``;
}

/** `feishu/http/reply.ts#readReply` as a link with the name of the export. */
function links(places: readonly string[]): string {
	return places
		.map((place) => {
			const [file = '', name = ''] = place.split('#');
			return `[${name}](../nodes/FeishuCoreHr/${file})`;
		})
		.join(', ');
}

// The page docs/benchmark.md, put together.
import type { Results } from '../results';
import { costSection, growthSection, loadSection } from './costSections';
import { number, table } from './markdown';
import { notAhead } from './notAhead';
import { processesSection } from './processesSection';
import { minutesSection, quotaSection } from './quotaSection';
import { targetsTable } from './targets';

export const CHART = 'images/benchmark.svg';

export function page(results: Results): string {
	const { machine, plan } = results;
	return [
		'# Side by side: what the quota buys',
		'',
		'<!-- Written by `npm run bench`. Do not edit by hand. -->',
		'',
		'Feishu allows an app 100 restore calls a minute. This page measures what a builder gets for them: from this package, and from what one would otherwise use. ' +
			'Everything ran on one machine against the simulated Feishu of this repository, which keeps Feishu’s rules as far as they are known; no real Feishu was called. ' +
			`Run of ${machine.date.slice(0, 16).replace('T', ' ')} UTC, ${number(machine.minutes, 0)} minutes, raw figures in [benchmark.json](benchmark.json). ` +
			'Again: `npm run bench`, some 20 minutes; a rough table in two minutes: `npm run bench -- --quick`.',
		'',
		`![People lost, calls and CPU per item of each contender](${CHART})`,
		'',
		'## What was promised',
		'',
		targetsTable(results),
		'',
		quotaSection(results),
		'',
		minutesSection(results),
		'',
		costSection(results),
		'',
		growthSection(results),
		'',
		loadSection(results),
		'',
		processesSection(results),
		'',
		'## Where ours is not ahead',
		'',
		...notAhead(results).map((line) => `- ${line}`),
		'',
		'## How it was measured',
		'',
		`${plan.rounds} rounds, every contender once in each; figures are the median, the spread (least–most) in parentheses. Each contender runs in a process of its own, loaded before the clock starts; ` +
			'each run is a new app, without a token and with its whole quota. n8n’s nodes run in n8n-core’s real engine; the SDK’s loop and undici run outside n8n, so they are spared what n8n itself costs.',
		'',
		table(
			['', ''],
			[
				['CPU', `${machine.cpu}, ${machine.cores} cores`],
				['Memory', `${machine.memoryGb} GB`],
				['System', machine.system],
				[
					'Load average before, after',
					`${number(machine.loadBefore, 2)}, ${number(machine.loadAfter, 2)}`,
				],
				...Object.entries(machine.versions),
			],
		),
		'',
	].join('\n');
}

// The page's section about several processes that share one limit.
import type { ProcessesRow } from '../measures/processes';
import type { Results } from '../results';
import { number, table } from './markdown';

export function processesSection({ processes }: Results): string {
	// Figures of an earlier run may not have it.
	if (processes === undefined) return '';
	return [
		'## 6. Several processes, one limit',
		'',
		`${number(processes.people)} people over real processes of this package that know nothing of one another, as in n8n’s queue mode; one limit of 100 a minute. All times divided by ${processes.scale}. ` +
			'The ideal is the time that one process needs which has the limit to itself; the waits of single people are as in unscaled time. The simulation in the unit tests has both kinds of window, with and without the reset header, and several seeds.',
		'',
		table(
			[
				'',
				'Processes',
				'Time to the ideal',
				'Refused on top',
				'Lost',
				'Single people wait: half, 95 %, all',
			],
			processes.rows.map((row) => [
				row.what,
				String(row.processes),
				number(row.ratio, 3),
				`${number(row.refused, 1)} %`,
				String(row.lost),
				waits(row),
			]),
		),
	].join('\n');
}

function waits({ wait }: ProcessesRow): string {
	if (wait === undefined) return '';
	return `${number(wait.p50)} s, ${number(wait.p95)} s, ${number(wait.max)} s`;
}

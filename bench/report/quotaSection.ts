// The page's first two sections: calls per 1,000 outcomes, and the real minutes.
import { CONTENDERS } from '../contract';
import type { MinutesRow } from '../measures/minutes';
import type { QuotaRow } from '../measures/quota';
import type { Results } from '../results';
import { number, spread, table, timesOurs } from './markdown';

export function quotaSection({ quota }: Results): string {
	return [
		'## 1. What 1,000 outcomes cost, and who gets an answer',
		'',
		`${number(quota.people)} people, three in ten of them refused by Feishu for a business reason (headcount, e-mail, permission). ` +
			'Figures per 1,000 people. An answer is definite when the output says “restored” and Feishu holds the person as restored, or gives the code of the refusal that stands; ' +
			'generously, the code may stand anywhere in the output item. No quota is in force here, so that nobody is stopped by it. The HTTP Request node with batching stands in section 2 only: at its pace one round of this takes ten minutes.',
		'',
		quotaTable(quota.calm),
		'',
		`The same people on a rough day: ${quota.mishaps} of them meet something that passes by itself, once (connections cut before or after the work was done, a gateway’s 502 page, ` +
			'a conflict, a 429). “Wrong” is an output that says the contrary of what Feishu holds.',
		'',
		quotaTable(quota.rough),
		'',
		'The calm day again, but half-way through Feishu revokes the token, as when an administrator resets it. Feishu says so with HTTP 400, which few clients take for a reason to exchange.',
		'',
		quotaTable(quota.revoked),
	].join('\n');
}

function quotaTable(rows: QuotaRow[]): string {
	const ours = rows.find(({ name }) => name === 'ours');
	return table(
		[
			'',
			'Restore calls',
			'to ours',
			'Token exchanges',
			'Searches',
			'Definite answer',
			'Wrong',
			'Calls per answer',
		],
		rows.map((row) => [
			CONTENDERS[row.name],
			spread(row.restoreCalls),
			timesOurs(row.restoreCalls.median, ours?.restoreCalls.median ?? NaN),
			spread(row.exchanges, 1),
			spread(row.searches, 1),
			`${spread(row.definite, 1)} %`,
			`${spread(row.wrong, 1)} %`,
			spread(row.callsPerAnswer, 3),
		]),
	);
}

export function minutesSection({ minutes }: Results): string {
	const ours = minutes.rows.find(({ name }) => name === 'ours');
	return [
		`## 2. ${minutes.people} people at 100 calls a minute`,
		'',
		`Real minutes, once. The least possible is ⌈${minutes.people}/100⌉ − 1 windows = ${minutes.minimumSeconds} s. Nobody is refused for a business reason; ` +
			'whoever is lost was refused by the gateway as one call too many. All ran at the same time, each against a simulator process of its own.',
		'',
		table(
			['', 'Time', 'to the minimum', 'to ours', 'People lost', 'Refused calls', 'Exchanges'],
			minutes.rows.map((row) => [
				label(row),
				`${number(row.seconds, 2)} s`,
				row.ratio === undefined ? 'never done' : number(row.ratio, 4),
				row.ratio === undefined ? '–' : timesOurs(row.seconds, ours?.seconds ?? NaN),
				row.lost === 0 ? '0' : `**${row.lost}**`,
				number(row.refusedCalls),
				number(row.exchanges),
			]),
		),
		'',
		'The last row is no miss of the lane: with latency, the calls of the last window take their own time on top of the least possible, five at a time.',
	].join('\n');
}

function label({ name, latencyMs }: MinutesRow): string {
	return latencyMs === 0 ? CONTENDERS[name] : `${CONTENDERS[name]}, Feishu takes ${latencyMs} ms`;
}

// The sentences on where somebody else does better, each only where the figures say so.
import { CONTENDERS, type ContenderName } from '../contract';
import type { CostResult } from '../measures/cost';
import type { MinutesRow } from '../measures/minutes';
import type { Results } from '../results';
import { number } from './markdown';
import { cpuOverHelper } from './targets';

export function notAhead(results: Results): string[] {
	const sentences = [
		cpu(results),
		latency(results),
		quickLosers(results),
		narrowWin(results),
		roundTrips(results),
	].filter((sentence) => sentence !== undefined);
	return sentences.length > 0 ? sentences : ['Nowhere in this run.'];
}

function cpu(results: Results): string | undefined {
	const cheaper = cheaperThanOurs(results.cost, 'cpuPerItem');
	if (cheaper.length === 0) return undefined;
	const over = cpuOverHelper(results);
	return (
		`CPU per item: ${cheaper.join('; ')} need less than ours. The difference is n8n itself: its request helper, and evaluating the expression that names the person; ` +
		`ours stands ${number(over.withExpression, 2)} ms from a node that does these two things and nothing else. The HTTP Request node evaluates an expression too, but asks for everybody at once. At 100 calls a minute one call has 600 ms.`
	);
}

function latency(results: Results): string | undefined {
	const faster = cheaperThanOurs(results.latency, 'ms').filter((text) => text.includes('HTTP'));
	if (faster.length === 0) return undefined;
	return `Without a quota and with latency: ${faster.join('; ')}: it sends everything at once. With the quota in force that is what loses people (section 2). Ours can do so too, up to Options > Max Concurrency 50.`;
}

function quickLosers({ minutes }: Results): string | undefined {
	const losers = minutes.rows.filter(({ lost }) => lost > 0).map(({ name }) => CONTENDERS[name]);
	if (losers.length === 0) return undefined;
	return `Time alone: ${losers.join('; ')} end sooner in section 2, because they do not wait: the people lost are the price.`;
}

/** Somebody else who loses nobody and is at least as fast as ours. */
function narrowWin({ minutes }: Results): string | undefined {
	const ours = minutes.rows.find(({ name }) => name === 'ours')?.seconds ?? 0;
	const faster = minutes.rows.filter(
		({ lost, seconds, name }) => name !== 'ours' && lost === 0 && seconds < ours,
	);
	if (faster.length === 0) return undefined;
	const times = faster.map(
		({ name, seconds }) =>
			`${CONTENDERS[name]} (${number(seconds, 2)} s against ${number(ours, 2)})`,
	);
	return `Time with nobody lost: ${times.join('; ')}. Ours counts a slot from the reply and adds 200 ms, because a server may count a call later than it was sent; who counts from the send is one slow network away from a refusal.${rescued(faster)}`;
}

function rescued(rows: MinutesRow[]): string {
	const refused = rows.filter(({ refusedCalls }) => refusedCalls > 0);
	if (refused.length === 0) return '';
	const counts = refused.map(({ refusedCalls }) => refusedCalls).join(', ');
	return ` Indeed it was refused (${counts} calls); n8n’s habit of sending every failed request a second time, the same that costs 30 % more calls in section 1, happened to carry these people over.`;
}

function roundTrips({ quota }: Results): string | undefined {
	const ours = quota.rough.find(({ name }) => name === 'ours');
	const fewer = quota.rough.filter(
		({ restoreCalls }) => restoreCalls.median < (ours?.restoreCalls.median ?? 0),
	);
	if (ours === undefined || fewer.length === 0) return undefined;
	return (
		`Calls on a rough day: ${fewer.map(({ name, restoreCalls }) => `${CONTENDERS[name]} (${number(restoreCalls.median)})`).join('; ')} send fewer than ours (${number(ours.restoreCalls.median)}), ` +
		'because they do not try again; the share of definite answers is lower by as many people.'
	);
}

function cheaperThanOurs({ rows }: CostResult, key: 'cpuPerItem' | 'ms'): string[] {
	const real: ContenderName[] = ['httpNode', 'sdkSequential', 'sdkFive', 'floor'];
	const ours = rows.find(({ name }) => name === 'ours')?.[key].median ?? 0;
	const digits = key === 'ms' ? 0 : 2;
	return rows
		.filter((row) => real.includes(row.name) && row[key].median < ours)
		.map(
			(row) =>
				`${CONTENDERS[row.name]} (${number(row[key].median, digits)} ms against ${number(ours, digits)})`,
		);
}

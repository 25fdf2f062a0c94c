// Measure 6: several real processes that share one limit of 100 a minute: all at once, staggered, one big run beside single people, and a foreign client that takes half.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import { request } from 'undici';

import { welcomePeople } from '../crowd';
import type { Plan } from '../plan';
import { Child } from '../processes/child';
import type { Schedule, ScheduledResult, ScheduledRun } from '../processes/schedule';
import { Simulator } from '../processes/simulator';

export interface ProcessesRow {
	what: 'together' | 'staggered' | 'beside single people' | 'beside a foreign client';
	processes: number;
	/** Time over ⌈calls/100⌉ − 1 minutes, the foreign client's calls included. */
	ratio: number;
	/** Percent of the calls needed. */
	refused: number;
	lost: number;
	/** Of single people, in seconds of unscaled time. */
	wait?: { p50: number; p95: number; max: number };
}

export interface ProcessesResult {
	people: number;
	/** All times were divided by this. */
	scale: number;
	rows: ProcessesRow[];
}

const [MINUTE_MS, GAP_MS, SINGLE_EVERY_MS, FOREIGN_EVERY_MS, LATENCY_MS] = [
	60_000, 7_000, 4_000, 1_200, 100,
];

export async function measureProcesses(plan: Plan): Promise<ProcessesResult> {
	const { people, scale, counts } = plan.processes;
	const rows: ProcessesRow[] = [];
	for (const count of counts) {
		rows.push(await split(plan, 'together', count, 0));
		if (count === 1) continue;
		rows.push(await split(plan, 'staggered', count, GAP_MS));
		rows.push(await besideSinglePeople(plan, count));
		rows.push(await split(plan, 'beside a foreign client', count, 0));
	}
	return { people, scale, rows };
}

/** Everybody's people divided over the processes. */
async function split(
	{ processes: { people, scale } }: Plan,
	what: ProcessesRow['what'],
	count: number,
	gapMs: number,
): Promise<ProcessesRow> {
	const isShared = what === 'beside a foreign client';
	const runs = (ids: string[]) =>
		Array.from({ length: count }, (_, n) => [
			{
				people: ids.filter((_id, index) => index % count === n),
				startsAtMs: (n * gapMs) / scale,
				requestsPerMinute: 100,
			},
		]);
	const played = await play(isShared ? people / 2 : people, runs, scale, isShared);
	return summarize(what, count, people, played);
}

/** Four fifths of the people in one run, the others one by one in the other processes. */
async function besideSinglePeople(
	{ processes: { people, scale } }: Plan,
	count: number,
): Promise<ProcessesRow> {
	const inBigRun = (people * 4) / 5;
	const runs = (ids: string[]): ScheduledRun[][] => {
		const single = ids.slice(inBigRun).map((id, index) => ({
			people: [id],
			startsAtMs: (GAP_MS + index * SINGLE_EVERY_MS) / scale,
			requestsPerMinute: 100,
		}));
		const others = Array.from({ length: count - 1 }, (_, n) =>
			single.filter((_run, index) => index % (count - 1) === n),
		);
		return [[{ people: ids.slice(0, inBigRun), startsAtMs: 0, requestsPerMinute: 100 }], ...others];
	};
	const played = await play(people, runs, scale, false);
	const waits = played.results
		.slice(1)
		.flat()
		.map(({ ms }) => (ms * scale) / 1_000)
		.sort((one, other) => one - other);
	const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? NaN;
	return {
		...summarize('beside single people', count, people, played),
		wait: { p50: at(0.5), p95: at(0.95), max: at(1) },
	};
}

interface Played {
	/** By process, by run. */
	results: ScheduledResult[][];
	refused: number;
	calls: number;
	scale: number;
}

async function play(
	people: number,
	runsOf: (ids: string[]) => ScheduledRun[][],
	scale: number,
	hasForeignClient: boolean,
): Promise<Played> {
	const simulator = await Simulator.start({
		quota: { limit: 100, windowMs: MINUTE_MS / scale },
		latencyMs: LATENCY_MS / scale,
	});
	const crowd = welcomePeople(people);
	const app = await simulator.prepare(crowd);
	const schedules = runsOf(crowd.map(({ preHireId }) => preHireId));
	const children = schedules.map(() => Child.start('laneProcess.ts', [String(scale)]));
	const foreign = hasForeignClient
		? setInterval(() => void spendOne(simulator.url), FOREIGN_EVERY_MS / scale)
		: undefined;
	try {
		for (const child of children) await child.answer<'ready'>();
		const results = await Promise.all(
			children.map(async (child, n) => {
				const schedule: Schedule = { ...app, runs: schedules[n] ?? [] };
				const answer = await child.answer<{ results: ScheduledResult[]; error?: string }>(schedule);
				if (answer.error !== undefined) throw new Error(answer.error);
				return answer.results;
			}),
		);
		const calls = (await simulator.calls()).filter(({ api }) => api === 'restore');
		const refused = calls.filter(({ code }) => code === 99991400).length;
		return { results, refused, calls: calls.length - refused, scale };
	} finally {
		clearInterval(foreign);
		for (const child of children) await child.stop();
		await simulator.stop();
	}
}

/** Spends from the limit as another program with the same app does. */
async function spendOne(url: string): Promise<void> {
	const body = JSON.stringify({ api: 'restore', count: 1 });
	const reply = await request(`${url}/_simulator/spend-quota`, { method: 'POST', body });
	await reply.body.dump();
}

function summarize(
	what: ProcessesRow['what'],
	processes: number,
	people: number,
	{ results, refused, calls, scale }: Played,
): ProcessesRow {
	const all = results.flat();
	const idealMs = ((Math.ceil(people / 100) - 1) * MINUTE_MS) / scale;
	return {
		what,
		processes,
		ratio: Math.max(...all.map(({ endedAtMs }) => endedAtMs)) / idealMs,
		refused: (100 * refused) / calls,
		lost: all.reduce((sum, { lost }) => sum + lost, 0),
	};
}

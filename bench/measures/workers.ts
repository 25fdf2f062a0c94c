// Several real processes that share one limit of 100 a minute: all at once, staggered, one big run beside single people, and beside a foreign client.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program of its own, never runs inside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

import { withdrawn } from '../people';
import { Contender, lostIn } from '../processes/contender';
import { Simulator } from '../processes/simulator';
import { atMost, percentile, type Section } from '../report';
import { leastMs, MINUTE_MS } from './minutes';

/** All times are divided by `SCALE`. */
const [COUNTS, PEOPLE, SCALE, LATENCY_MS] = [[1, 2, 4, 8, 16], 500, 15, 100];

/** Beside single people: so many in one run, the others one by one. */
const [BIG_RUN, SINGLE_EVERY_MS] = [400, 2_400];

/** The foreign client sends half of the limit, and has done so for a while. */
const [STAGGERED_MS, FOREIGN_EVERY_MS, FOREIGN_BEFORE_MS] = [7_000, 1_200, 90_000];

/** Some people that one of the processes works on. */
interface Run {
	process: number;
	people: number;
	startsAtMs: number;
}

export async function workers(): Promise<Section> {
	const simulator = new Simulator();
	const processes = Array.from({ length: 16 }, () => new Contender('ours', SCALE));
	const play = async (what: string, count: number, runs: Run[], foreignEveryMs?: number) =>
		await playOne(simulator, processes, what, count, runs, foreignEveryMs);
	// Not counted: Node compiles what runs often.
	await play('', 16, divide(96, 16, 0));
	const rows = [];
	for (const count of COUNTS) {
		rows.push(await play('All at once', count, divide(PEOPLE, count, 0)));
		if (count === 1) continue;
		rows.push(await play('Starts 7 s apart', count, divide(PEOPLE, count, STAGGERED_MS)));
		rows.push(await play('A big run beside single people', count, besideSinglePeople(count)));
		const half = divide(PEOPLE / 2, count, 0);
		rows.push(await play('A foreign client takes half', count, half, FOREIGN_EVERY_MS));
	}
	return {
		title: 'Workers',
		text: `${PEOPLE} people at 100 a minute, divided over real processes that know nothing of one another. All times were divided by ${SCALE}; latency ${LATENCY_MS} ms, sliding window, reset header. The least possible time is that of all calls together, the foreign client’s 50 a minute included: less than 1 means that it got fewer. Refused: calls on top of those needed. The waits are those of single people, one every ${SINGLE_EVERY_MS / 1_000} s, beside a run of ${BIG_RUN}.`,
		rows,
		targets: [atMost(0, 'People lost', ...rows.map((row) => row.Lost))],
	};
}

function divide(people: number, count: number, gapMs: number): Run[] {
	return Array.from({ length: count }, (_, process) => ({
		process,
		people: Math.floor(people / count) + (process < people % count ? 1 : 0),
		startsAtMs: process * gapMs,
	}));
}

function besideSinglePeople(count: number): Run[] {
	const single = Array.from({ length: PEOPLE - BIG_RUN }, (_, n) => ({
		process: 1 + (n % (count - 1)),
		people: 1,
		startsAtMs: (n + 1) * SINGLE_EVERY_MS,
	}));
	return [{ process: 0, people: BIG_RUN, startsAtMs: 0 }, ...single];
}

async function playOne(
	simulator: Simulator,
	processes: Contender[],
	what: string,
	count: number,
	runs: Run[],
	foreignEveryMs = 0,
) {
	const people = withdrawn(runs.reduce((sum, run) => sum + run.people, 0));
	const waiting = [...people];
	const url = await simulator.open({
		people,
		latencyMs: LATENCY_MS / SCALE,
		quota: { limit: 100, windowMs: MINUTE_MS / SCALE },
		foreignEveryMs: foreignEveryMs / SCALE,
	});
	if (foreignEveryMs > 0) await sleep(FOREIGN_BEFORE_MS / SCALE);
	const startedAt = performance.now();
	const ran = await Promise.all(
		runs.map(async (run) => {
			const share = waiting.splice(0, run.people);
			await sleep(run.startsAtMs / SCALE);
			return await processes[run.process]!.restore(url, share);
		}),
	);
	const ms = (performance.now() - startedAt) * SCALE;
	const { refused } = await simulator.report();
	const waits = ran.filter(({ said }) => said.length === 1).map((run) => (run.ms * SCALE) / 1_000);
	const wait = (share: number) => (waits.length > 0 ? Math.round(percentile(waits, share)) : '');
	return {
		'': what,
		Processes: count,
		'To the least': ms / leastMs(people.length * (foreignEveryMs === 0 ? 1 : 2)),
		'Refused, %': ((100 * refused) / people.length).toFixed(1),
		'Wait p50, s': wait(0.5),
		'p95, s': wait(0.95),
		'Longest, s': wait(1),
		Lost: ran.reduce((sum, run) => sum + lostIn(run), 0),
	};
}

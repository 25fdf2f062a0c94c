// Measure 4: 100, 1,000, 10,000 items: whether the time for one stays the same, and what memory one takes.
import { welcomePeople } from '../crowd';
import type { ContenderName, Measured } from '../contract';
import type { Plan } from '../plan';
import { Simulator } from '../processes/simulator';
import { Worker } from '../processes/worker';
import { figure, type Figure } from '../statistics';

export interface GrowthRow {
	name: ContenderName;
	items: number;
	msPerItem: Figure;
	cpuPerItem: Figure;
	/** Bytes for one item at the peak, over the input and output items themselves. */
	overheadPerItem: Figure;
	/** Bytes that one input and its output item take. */
	bytesPerItem: Figure;
	/** Megabytes: the most the process of the memory runs ever had, garbage included. */
	maxRssMb: number;
}

export interface GrowthResult {
	sizes: number[];
	rows: GrowthRow[];
}

export async function measureGrowth(
	plan: Plan,
	names: readonly ContenderName[],
): Promise<GrowthResult> {
	const rows: GrowthRow[] = [];
	const simulator = await Simulator.start({ quota: 'none', latencyMs: 0 });
	try {
		for (const name of names) {
			for (const items of plan.sizes) rows.push(await measureSize(plan, simulator, name, items));
		}
	} finally {
		await simulator.stop();
	}
	return { sizes: plan.sizes, rows };
}

async function measureSize(
	plan: Plan,
	simulator: Simulator,
	name: ContenderName,
	items: number,
): Promise<GrowthRow> {
	const timed = await runAll(plan, simulator, name, items, false);
	const watched = await runAll(plan, simulator, name, items, true);
	const memory = watched.flatMap((run) => (run.memory === undefined ? [] : [run.memory]));
	return {
		name,
		items,
		msPerItem: figure(timed.map(({ ms }) => ms / items)),
		cpuPerItem: figure(timed.map(({ cpuMs }) => cpuMs / items)),
		overheadPerItem: figure(memory.map((one) => (one.peak - one.before - one.items) / items)),
		bytesPerItem: figure(memory.map((one) => one.items / items)),
		maxRssMb: Math.max(...memory.map(({ maxRss }) => maxRss)) / 1_048_576,
	};
}

/** Memory differs little from run to run, and collecting garbage all the time is slow. */
const WATCHED_ROUNDS = 2;

/** One process for all runs of a size, warmed up with 1,000 items whatever the size. */
async function runAll(
	plan: Plan,
	simulator: Simulator,
	name: ContenderName,
	items: number,
	watchMemory: boolean,
): Promise<Measured[]> {
	const worker = await Worker.start(name, watchMemory ? ['--expose-gc'] : []);
	const run = async (count: number) => {
		const people = welcomePeople(count);
		const task = {
			...(await simulator.prepare(people)),
			people: people.map(({ preHireId }) => preHireId),
			quota: 'none' as const,
		};
		return await worker.run(task, watchMemory);
	};
	try {
		await run(1_000);
		const rounds = watchMemory ? Math.min(plan.rounds, WATCHED_ROUNDS) : plan.rounds;
		const runs: Measured[] = [];
		for (let round = 0; round < rounds; round++) runs.push(await run(items));
		return runs;
	} finally {
		await worker.stop();
	}
}

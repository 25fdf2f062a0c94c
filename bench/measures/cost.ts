// Measure 3: time and CPU per item, without quota, without latency and with it.
import { welcomePeople } from '../crowd';
import type { ContenderName } from '../contract';
import { Simulator } from '../processes/simulator';
import { Ledger, playRounds } from '../rounds';
import { figure, type Figure } from '../statistics';

export interface CostRow {
	name: ContenderName;
	/** Milliseconds for all. */
	ms: Figure;
	/** Milliseconds of wall clock for one item. */
	msPerItem: Figure;
	/** Milliseconds of CPU for one item. */
	cpuPerItem: Figure;
}

export interface CostResult {
	items: number;
	latencyMs: number;
	rounds: number;
	rows: CostRow[];
}

export interface CostOptions {
	items: number;
	latencyMs: number;
	rounds: number;
	/** Rounds played before anything counts: Node compiles what runs often. */
	warmUps: number;
}

export async function measureCost(
	names: readonly ContenderName[],
	options: CostOptions,
): Promise<CostResult> {
	const { items, latencyMs, rounds, warmUps } = options;
	const simulator = await Simulator.start({ quota: 'none', latencyMs });
	const people = welcomePeople(items);
	const ids = people.map(({ preHireId }) => preHireId);
	const ledger = new Ledger<{ ms: number; cpuMs: number }>();
	try {
		await playRounds(
			names,
			rounds,
			async () => ({ ...(await simulator.prepare(people)), people: ids, quota: 'none' }),
			(name, { ms, cpuMs, said }) => {
				if (said.some((one) => one !== 'restored')) throw new Error(`${name} lost somebody`);
				ledger.add(name, { ms, cpuMs });
			},
			warmUps,
		);
	} finally {
		await simulator.stop();
	}
	const rows = ledger.map((name, entries) => ({
		name,
		ms: figure(entries.map(({ ms }) => ms)),
		msPerItem: figure(entries.map(({ ms }) => ms / items)),
		cpuPerItem: figure(entries.map(({ cpuMs }) => cpuMs / items)),
	}));
	return { items, latencyMs, rounds, rows };
}

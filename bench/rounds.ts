// Rounds: every contender once in each, so that what the machine does meanwhile meets all alike.
import type { ContenderName, Measured, Task } from './contract';
import { Worker } from './processes/worker';

export type Turn = (name: ContenderName, measured: Measured) => Promise<void> | void;

/** `prepare` makes a new task for each turn; the first `warmUps` rounds are not counted. */
export async function playRounds(
	names: readonly ContenderName[],
	rounds: number,
	prepare: (warmUp: boolean) => Promise<Task>,
	turn: Turn,
	warmUps = 1,
): Promise<void> {
	const workers = new Map<ContenderName, Worker>();
	try {
		for (const name of names) workers.set(name, await Worker.start(name));
		for (let round = -warmUps; round < rounds; round++) {
			for (const [name, worker] of workers) {
				const measured = await worker.run(await prepare(round < 0));
				if (round >= 0) await turn(name, measured);
			}
		}
	} finally {
		for (const worker of workers.values()) await worker.stop();
	}
}

/** A list for each contender, filled turn by turn. */
export class Ledger<T> {
	private readonly lists = new Map<ContenderName, T[]>();

	add(name: ContenderName, entry: T): void {
		this.lists.set(name, [...this.of(name), entry]);
	}

	of(name: ContenderName): T[] {
		return this.lists.get(name) ?? [];
	}

	map<Out>(change: (name: ContenderName, entries: T[]) => Out): Out[] {
		return [...this.lists].map(([name, entries]) => change(name, entries));
	}
}

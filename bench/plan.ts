// How much is measured: the full plan, and a rough one for two minutes.

export interface Plan {
	name: 'full' | 'quick';
	rounds: number;
	/** People of the quota measure, of whom 30 % are refused. */
	outcomes: number;
	/** People of the measure in real minutes, at 100 a minute. */
	people: number;
	/** Items of the cost measure, without latency and with it. */
	items: number;
	latencyItems: number;
	latencyMs: number;
	/** Sizes of the growth measure. */
	sizes: number[];
	loads: number;
	/** The measure of several processes: how many, and by what all times are divided. */
	processes: { people: number; scale: number; counts: number[] };
}

export const FULL: Plan = {
	name: 'full',
	rounds: 5,
	outcomes: 1_000,
	people: 250,
	items: 1_000,
	latencyItems: 100,
	latencyMs: 200,
	sizes: [100, 1_000, 10_000],
	loads: 15,
	processes: { people: 1_000, scale: 10, counts: [1, 2, 4, 8, 16] },
};

export const QUICK: Plan = {
	name: 'quick',
	rounds: 1,
	outcomes: 200,
	people: 110,
	items: 200,
	latencyItems: 10,
	latencyMs: 200,
	sizes: [100, 1_000],
	loads: 2,
	processes: { people: 400, scale: 20, counts: [1, 4] },
};

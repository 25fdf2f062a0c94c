// Median and spread of a handful of runs.

export interface Figure {
	median: number;
	min: number;
	max: number;
	/** As measured, in order. */
	runs: number[];
}

export function figure(runs: number[]): Figure {
	const sorted = [...runs].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? NaN) : upper;
	return {
		median: (lower + upper) / 2,
		min: sorted[0] ?? NaN,
		max: sorted.at(-1) ?? NaN,
		runs,
	};
}

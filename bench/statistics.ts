/** Several runs in two figures. */

export interface Spread {
	median: number;
	min: number;
	max: number;
	/** All runs, in order. */
	runs: number[];
}

export function spread(runs: number[]): Spread {
	const sorted = [...runs].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
	return { median: at(0.5), min: at(0), max: at(1), runs };
}

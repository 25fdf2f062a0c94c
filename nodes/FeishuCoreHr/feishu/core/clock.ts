/** The clock for durations. */

/** Milliseconds on a clock that never steps back, for durations only. `Date.now()` jumps when the system's clock is set. */
export function monotonicNow(): number {
	return performance.now();
}

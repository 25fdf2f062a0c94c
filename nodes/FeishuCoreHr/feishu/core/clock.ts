/** Time for durations: a clock that never steps back, whatever happens to the system's. */

/** Milliseconds since some moment in the past. Only differences mean anything, and only within one process. */
export function monotonicNow(): number {
	return performance.now();
}

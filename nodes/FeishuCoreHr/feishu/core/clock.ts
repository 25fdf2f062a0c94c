/** The clock for durations. */
import { sleep } from 'n8n-workflow';

/** What measures time and waits. Tests hand in one whose time they move themselves. */
export interface Clock {
	/** Milliseconds since some moment of its own, never less than it said before. */
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Milliseconds on a clock that never steps back, for durations only. `Date.now()` jumps when the system's clock is set. */
export function monotonicNow(): number {
	return performance.now();
}

/** The clock of this machine. */
export const systemClock: Clock = { now: monotonicNow, sleep };

/** Time and CPU for each person with no quota in the way. */
import type { ContenderName } from '../contenderProcess';
import { runTrial } from '../processes';
import { spread, type Spread } from '../statistics';

export interface SpeedRow {
	contender: ContenderName;
	/** Milliseconds for each person. */
	time: Spread;
	/** Milliseconds of CPU for each person, in the contender's own process. */
	cpu: Spread;
}

export interface SpeedOptions {
	people: number;
	latencyMs: number;
	runs: number;
}

const UNLIMITED = 1_000_000;

/** The contenders take turns, so that whatever else the machine does meets all of them. */
export async function measureSpeed(
	contenders: readonly ContenderName[],
	{ people, latencyMs, runs }: SpeedOptions,
): Promise<SpeedRow[]> {
	const seen = new Map(contenders.map((contender) => [contender, { time: [], cpu: [] } as Runs]));
	for (let run = 0; run < runs; run += 1) {
		for (const [contender, { time, cpu }] of seen) {
			const feishu = { people, refusedShare: 0, quota: UNLIMITED, latencyMs };
			const { durationMs, cpuMs } = await runTrial({ contender, feishu });
			time.push(durationMs / people);
			cpu.push(cpuMs / people);
		}
	}
	return [...seen].map(([contender, { time, cpu }]) => ({
		contender,
		time: spread(time),
		cpu: spread(cpu),
	}));
}

interface Runs {
	time: number[];
	cpu: number[];
}

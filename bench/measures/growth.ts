/** Whether ten times the people take ten times the time, and what each of them costs in memory. */
import { runTrial } from '../processes';
import { spread, type Spread } from '../statistics';

export interface GrowthRow {
	people: number;
	/** Milliseconds for each person. */
	time: Spread;
	/** Bytes for each person over what n8n itself needs for the same items. */
	bytes: number;
}

const UNLIMITED = 1_000_000;

const CONCURRENCY = 5;

export async function measureGrowth(sizes: readonly number[], runs: number): Promise<GrowthRow[]> {
	const rows: GrowthRow[] = [];
	for (const people of sizes) {
		const feishu = { people, refusedShare: 0, quota: UNLIMITED, latencyMs: 0 };
		const trial = { feishu, concurrency: CONCURRENCY };
		const times: number[] = [];
		for (let run = 0; run < runs; run += 1) {
			const { durationMs } = await runTrial({ ...trial, contender: 'ours' });
			times.push(durationMs / people);
		}
		const ours = await runTrial({ ...trial, contender: 'ours', memory: true });
		const n8n = await runTrial({ ...trial, contender: 'helperNode', memory: true });
		rows.push({
			people,
			time: spread(times),
			bytes: (ours.peakHeapBytes - n8n.peakHeapBytes) / people,
		});
	}
	return rows;
}

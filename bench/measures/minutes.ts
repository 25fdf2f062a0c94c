/** Real minutes: 250 people at Feishu's 100 calls a minute. The contenders mostly wait, so they run side by side. */
import type { ContenderName } from '../contenderProcess';
import { runTrial } from '../processes';

export interface MinutesRow {
	contender: ContenderName;
	durationMs: number;
	/** Against the least that the quota allows. */
	ratio: number;
	restoreCalls: number;
	/** Calls that Feishu refused as one too many. */
	tooMany: number;
	restored: number;
	refused: number;
	lost: number;
}

const QUOTA = 100;

const WINDOW_MS = 60_000;

export const PEOPLE = 250;

/** Three windows are needed, and nothing is waited for after the last. */
export const LEAST_MS = (Math.ceil(PEOPLE / QUOTA) - 1) * WINDOW_MS;

export async function measureMinutes(contenders: readonly ContenderName[]): Promise<MinutesRow[]> {
	return await Promise.all(contenders.map(measureOne));
}

async function measureOne(contender: ContenderName): Promise<MinutesRow> {
	const { answers, record, durationMs } = await runTrial({
		contender,
		feishu: { people: PEOPLE, refusedShare: 0.3, quota: QUOTA, latencyMs: 0 },
		requestsPerMinute: QUOTA,
	});
	return {
		contender,
		durationMs,
		ratio: durationMs / LEAST_MS,
		restoreCalls: record.restores,
		tooMany: record.tooMany,
		...answers,
	};
}

/** What 1,000 outcomes cost: restore calls and token exchanges, with three refusals in ten and no quota in the way. */
import type { ContenderName } from '../contenderProcess';
import { runTrial } from '../processes';

export interface AnswersRow {
	contender: ContenderName;
	/** For each 1,000 people. */
	restoreCalls: number;
	exchanges: number;
	/** Share of the people about whom the user learns what is, 0 to 1. */
	answered: number;
}

const UNLIMITED = 1_000_000;

export async function measureAnswers(
	contenders: readonly ContenderName[],
	people: number,
): Promise<AnswersRow[]> {
	const rows: AnswersRow[] = [];
	for (const contender of contenders) {
		const feishu = { people, refusedShare: 0.3, quota: UNLIMITED, latencyMs: 0 };
		const { answers, record } = await runTrial({ contender, feishu });
		rows.push({
			contender,
			restoreCalls: (record.restores / people) * 1_000,
			exchanges: record.exchanges,
			answered: (answers.restored + answers.refused) / people,
		});
	}
	return rows;
}

/** What every contender is asked to do, and what it has to say afterwards. */

export interface Job {
	/** Address of the simulated Feishu. */
	url: string;
	ids: string[];
	/** Calls a minute that a contender with a quota of its own may make. */
	requestsPerMinute: number;
	/** Requests under way at the same time, where the contender can choose. */
	concurrency: number;
}

/** What the contender can tell its user about each person. */
export interface Answers {
	restored: number;
	/** Refused by one of Feishu's business rules, and the user sees which. */
	refused: number;
	/** Anything else: the user does not know what to do, or the person was never asked about. */
	lost: number;
}

/** Prepares itself, and returns what is measured. */
export type Contender = (job: Job) => Promise<() => Promise<Answers>>;

/** The business refusal of the bench's people. */
export const REFUSAL_CODE = 1161036;

/** Sorts one answer by Feishu's code; undefined where the contender got none. */
export function count(answers: Answers, code: number | undefined): void {
	if (code === 0) answers.restored += 1;
	else if (code === REFUSAL_CODE) answers.refused += 1;
	else answers.lost += 1;
}

export const RESTORE_PATH = '/open-apis/corehr/v2/pre_hires/restore_flow_instance';

/** Runs `work` over the items with `width` loops. */
export async function inParallel<T>(
	items: readonly T[],
	width: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const waiting = items.values();
	await Promise.all(
		Array.from({ length: width }, async () => {
			for (const item of waiting) await work(item);
		}),
	);
}

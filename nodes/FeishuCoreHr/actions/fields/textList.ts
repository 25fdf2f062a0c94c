/** Reads a list of texts: separated by commas, or a list that an expression gives. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/** Most entries that Feishu's search takes in one filter. */
const MAX_ENTRIES = 100;

/** Nothing set is an empty list. Blanks and repetitions are dropped. */
export function readTextList(value: unknown, label: string): Result<string[]> {
	const texts = new Set<string>();
	for (const entry of entriesOf(value)) {
		if (typeof entry !== 'string' && !Number.isSafeInteger(entry))
			return refuse(
				label,
				'holds something that is not text, or a number that has lost digits',
				'Give texts, separated by commas or as a list of texts.',
			);
		const text = String(entry).trim();
		if (text !== '') texts.add(text);
	}
	if (texts.size <= MAX_ENTRIES) return succeed([...texts]);
	return refuse(
		label,
		`has ${texts.size} entries, more than ${MAX_ENTRIES}`,
		`Give at most ${MAX_ENTRIES} at a time. A longer list can be split over several items: the node searches once for each.`,
	);
}

function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return value.split(/[,，\n]/);
	return value === undefined || value === null ? [] : [value];
}

function refuse(label: string, reason: string, hint: string): Result<string[]> {
	return refuseInput('INVALID_LIST', `${label} ${reason}`, hint);
}

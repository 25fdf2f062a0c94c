/** Reads a list of texts: one text with separators, or a list that an expression gives. */
import { cutText } from '../../feishu/core/cleanText';
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

export interface ListField {
	/** The name in messages. */
	label: string;
	/** Between entries of one text. */
	separators: RegExp;
	/** What an entry has to be. Without it every text is right. */
	entry?: {
		/** Says what is wrong with an entry, as the end of a sentence. */
		whyNot: (entry: string) => string | undefined;
		/** How to give it rightly: the hint where something is. */
		wayOut: string;
	};
}

/** What people put between entries: Western and Chinese commas and semicolons, `、`, new lines, tabs. */
export const SEPARATORS = /[,，、;；\r\n\t]/;

/** Where no entry has a blank inside, blanks separate as well. */
export const SEPARATORS_AND_BLANKS = /[,，、;；\s]/;

/** Most entries that Feishu's search takes in one filter. */
const MAX_ENTRIES = 100;

/** Longest piece of an entry that a message repeats. */
const MAX_QUOTED = 40;

/** Nothing set is an empty list. Blanks and repetitions are dropped. A JSON list as text is taken for the list. */
export function readTextList(value: unknown, field: ListField): Result<string[]> {
	const texts = new Set<string>();
	for (const entry of entriesOf(value, field.separators)) {
		if (typeof entry !== 'string' && !Number.isSafeInteger(entry))
			return refuse(
				field.label,
				'holds something that is not text, or a number that has lost digits',
				'Give texts, separated by commas or as a list of texts.',
			);
		const text = String(entry).trim();
		if (text === '') continue;
		const reason = field.entry?.whyNot(text);
		if (field.entry !== undefined && reason !== undefined) {
			const quoted = `“${cutText(text, MAX_QUOTED)}”`;
			return refuse(field.label, `holds ${quoted}, which ${reason}`, field.entry.wayOut);
		}
		texts.add(text);
	}
	if (texts.size <= MAX_ENTRIES) return succeed([...texts]);
	return refuse(
		field.label,
		`has ${texts.size} entries, more than ${MAX_ENTRIES}`,
		`Give at most ${MAX_ENTRIES} at a time. A longer list can be split over several items: the node searches once for each.`,
	);
}

function entriesOf(value: unknown, separators: RegExp): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return withoutBrackets(value).split(separators).map(unquote);
	return value === undefined || value === null ? [] : [value];
}

/** JSON.parse would take digits from IDs that are numbers in a JSON list; without its brackets and quotes it is a list as any other. */
function withoutBrackets(value: string): string {
	const text = value.trim();
	return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
}

function unquote(entry: string): string {
	const text = entry.trim();
	const isQuoted = text.length > 1 && /^["']/.test(text) && text.at(-1) === text[0];
	return isQuoted ? text.slice(1, -1) : text;
}

function refuse(label: string, reason: string, hint: string): Result<string[]> {
	return refuseInput('INVALID_LIST', `${label} ${reason}`, hint);
}

/** Finds entries of a pick list as somebody types: by Feishu's own search where there is one, else by reading pages up to a bound. */
import type { Caller } from '../caller/caller';
import { succeed, type Result } from '../core/failure';
import { readListPage, type List, type ListEntry } from './list';

/** Nobody can cancel a list: at most so many pages are read for it. */
const MAX_PAGES = 10;

export interface FoundEntries {
	entries: ListEntry[];
	/** Where the list goes on when it is scrolled. */
	nextPageToken?: string;
	/** Set where there are more entries than were looked at: how many those were. */
	lookedAt?: number;
}

/** Without a text the list itself, with one the entries that have it in a name, the code or the ID. */
export async function searchList(
	caller: Caller,
	list: List,
	text: string,
	pageToken: string | undefined,
): Promise<Result<FoundEntries>> {
	if (text === '' && list.isShort !== true) return await readListPage(caller, list, pageToken);
	if (text !== '' && list.search !== undefined) {
		const found = await askFeishu(caller, list, text, pageToken);
		if (found !== undefined) return found;
	}
	return await readPages(caller, list, text);
}

/** Undefined where Feishu’s search does not do: it is refused, finds nothing, or finds what does not have the text. */
async function askFeishu(
	caller: Caller,
	list: List,
	text: string,
	pageToken: string | undefined,
): Promise<Result<FoundEntries> | undefined> {
	const page = await readListPage(caller, list, pageToken, list.search?.(text));
	if (!page.ok) return page.failure.category === 'invalid_input' ? undefined : page;
	const { entries, nextPageToken } = page.value;
	if (list.isRanked === true) {
		return succeed(
			nextPageToken === undefined ? { entries } : { entries, lookedAt: entries.length },
		);
	}
	if (pageToken !== undefined) return page;
	return entries.length > 0 && entries.every((entry) => hasText(entry, text)) ? page : undefined;
}

async function readPages(caller: Caller, list: List, text: string): Promise<Result<FoundEntries>> {
	const byId = new Map<string, ListEntry>();
	let pageToken: string | undefined;
	let pages = 0;
	do {
		const page = await readListPage(caller, list, pageToken);
		if (!page.ok) return page;
		const before = byId.size;
		for (const entry of page.value.entries) byId.set(entry.id, entry);
		pages += 1;
		const isRepeated = page.value.nextPageToken === pageToken;
		const bringsNothing = byId.size === before && page.value.entries.length > 0;
		pageToken = isRepeated || bringsNothing ? undefined : page.value.nextPageToken;
	} while (pageToken !== undefined && pages < MAX_PAGES);
	const found = [...byId.values()].filter((entry) => hasText(entry, text));
	const { isLikely = () => true } = list;
	const entries = [...found.filter(isLikely), ...found.filter((entry) => !isLikely(entry))];
	return succeed(pageToken === undefined ? { entries } : { entries, lookedAt: byId.size });
}

function hasText({ id, names, code }: ListEntry, text: string): boolean {
	const wanted = text.toLowerCase();
	return [id, code ?? '', ...names].some((each) => each.toLowerCase().includes(wanted));
}

/** A pick list of Feishu's, one page at a time. Pages are kept some minutes for each credential. */
import type { IDataObject } from 'n8n-workflow';

import { call } from '../call/call';
import type { Endpoint } from '../call/endpoint';
import type { Caller } from '../caller/caller';
import { BoundedMap } from '../core/boundedMap';
import { monotonicNow } from '../core/clock';
import type { Result } from '../core/failure';
import { timing } from '../core/timing';
import type { Method } from '../http/send';
import type { QuotaWindow } from '../quota/window';
import { LIST_CODES } from './codes';

/** What can be chosen. */
export interface ListEntry {
	/** What Feishu's create call takes. */
	id: string;
	/** In all languages. */
	names: string[];
	code?: string;
	/** What else tells it apart, such as `needs a job`. */
	notes?: string[];
}

export interface ListPage {
	entries: ListEntry[];
	/** Undefined on the last page. */
	nextPageToken?: string;
}

/** One list. */
export interface List {
	/** The plural for messages: `departments`. */
	noun: string;
	/** The scope that opens it and asks for least. */
	scope: string;
	endpoint: Endpoint<ListPage>;
	query: Record<string, string | number>;
	body?: IDataObject;
	/** What to add to the body so that Feishu itself looks for a text. */
	search?: (text: string) => IDataObject;
	/** Found entries come most relevant first and in no stable order, so that there is one page of them. */
	isRanked?: true;
	/** All of it is read before it is shown, so that likely entries can come first: for lists that are short in most tenants. */
	isShort?: true;
	/** Which entries come first. */
	isLikely?: (entry: ListEntry) => boolean;
}

/** Most entries that one page holds. */
const PAGE_SIZE = 100;

/** Where a list is: its name in the quota, method, path and limit, the name of its items, and how to read one. Undefined hides an item. */
export interface ListSource {
	api: string;
	method: Method;
	path: string;
	quota: readonly QuotaWindow[];
	itemsName?: string;
	readEntry(item: IDataObject): ListEntry | undefined;
}

export function listEndpoint({
	itemsName = 'items',
	readEntry,
	...source
}: ListSource): Endpoint<ListPage> {
	return {
		...source,
		codes: LIST_CODES,
		contradiction: {
			code: 'LIST_NOT_UNDERSTOOD',
			title: 'Feishu’s list came in a form that this node does not know',
			category: 'service',
			hint: 'Open the list again later, or choose By ID. If it stays, give the log_id to Feishu support.',
		},
		readData: (data) => readPage(data, itemsName, readEntry),
	};
}

/** Undefined where the page cannot be read: a part must not look like all. */
function readPage(
	data: IDataObject,
	itemsName: string,
	readEntry: ListSource['readEntry'],
): ListPage | undefined {
	const { has_more: hasMore, page_token: token } = data;
	const items = data[itemsName] ?? (typeof hasMore === 'boolean' ? [] : undefined);
	if (!Array.isArray(items)) return undefined;
	const entries = items.flatMap((item: unknown) => {
		const isItem = typeof item === 'object' && item !== null && !Array.isArray(item);
		const entry = isItem ? readEntry(item as IDataObject) : undefined;
		return entry === undefined || entry.id.trim() === '' ? [] : [entry];
	});
	const nextPageToken = typeof token === 'string' && token !== '' ? token : undefined;
	if (hasMore === true && nextPageToken === undefined) return undefined;
	// Where nothing says that this page is the last one, a token says that it is not.
	return hasMore === false || nextPageToken === undefined
		? { entries }
		: { entries, nextPageToken };
}

/** A page, or the question for one. */
interface Kept {
	/** By `monotonicNow()`. */
	askedAt: number;
	page: Promise<Result<ListPage>> | undefined;
}

/** A page of entries takes some 20 kB. */
const MAX_KEPT_PAGES = 300;

const keptPages = new BoundedMap<Kept>(() => true, MAX_KEPT_PAGES);

/** `more` is added to the body. A page that could not be read is not kept. */
export async function readListPage(
	caller: Caller,
	list: List,
	pageToken: string | undefined,
	more: IDataObject = {},
): Promise<Result<ListPage>> {
	const query = { ...list.query, ...(pageToken !== undefined && { page_token: pageToken }) };
	const body = list.body === undefined ? undefined : { ...list.body, ...more };
	const { owner } = caller.identity.account;
	const key = JSON.stringify([owner, list.endpoint.path, query, body]);
	const kept = keptPages.getOrCreate(key, () => ({ askedAt: 0, page: undefined }));
	if (kept.page !== undefined && monotonicNow() - kept.askedAt < timing.listCacheMs) {
		return await kept.page;
	}
	const asked = call(caller, list.endpoint, { query, ...(body !== undefined && { body }) });
	Object.assign(kept, { askedAt: monotonicNow(), page: asked });
	const page = await asked;
	if (!page.ok && kept.page === asked) kept.page = undefined;
	return page;
}

/** What every list that has pages is asked with. */
export const PAGED = { page_size: PAGE_SIZE };

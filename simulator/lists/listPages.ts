// Pages of a pick list, and the two shapes in which Feishu writes names.
import type { RecordedCall } from '../server/api';
import { refusal, success, type Reply } from '../server/replies';
import type { Names } from './organisation';

/** The most entries of one page; the pages agree on it where they name one. */
export const LARGEST_PAGE = 100;

/** What a list does with its rows and with a page that cannot be. */
export interface ListRules<Item> {
	show: (item: Item) => Record<string, unknown>;
	/** Code for a missing or wrong `page_size` or `page_token`. */
	badPage: number;
	/** Default 100. */
	largestPage?: number;
}

/** The page the query asks for; `page_size` is required. */
export function listPage<Item>(
	call: RecordedCall,
	items: readonly Item[],
	{ show, badPage, largestPage = LARGEST_PAGE }: ListRules<Item>,
): Reply {
	const size = Number(call.query.page_size);
	const offset = offsetIn(call.query.page_token ?? '');
	if (!Number.isInteger(size) || size < 1 || size > largestPage || offset === undefined) {
		return refusal(call, badPage);
	}
	const next = offset + size;
	const hasMore = items.length > next;
	return success({
		items: items.slice(offset, next).map(show),
		has_more: hasMore,
		page_token: hasMore ? Buffer.from(`simulated-entry:${next}`).toString('base64url') : '',
	});
}

/** `[{lang, value}]`; a missing language is left out. */
export function languageList({ zh, en }: Names): Array<{ lang: string; value: string }> {
	return [
		...(zh === undefined ? [] : [{ lang: 'zh-CN', value: zh }]),
		...(en === undefined ? [] : [{ lang: 'en-US', value: en }]),
	];
}

/** `{zh_cn, en_us}`; a missing language is left out. */
export function languagePair({ zh, en }: Names): { zh_cn?: string; en_us?: string } {
	return { ...(zh === undefined ? {} : { zh_cn: zh }), ...(en === undefined ? {} : { en_us: en }) };
}

/** Whether one of the names, in any case, is or contains the text. */
export function nameMatches({ zh, en }: Names, text: string, how: 'part' | 'whole'): boolean {
	const wanted = text.toLowerCase();
	return [zh, en].some((name) => {
		const given = name?.toLowerCase();
		return how === 'part' ? given?.includes(wanted) : given === wanted;
	});
}

function offsetIn(token: string): number | undefined {
	if (token === '') return 0;
	const offset = /^simulated-entry:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
	return offset === undefined ? undefined : Number(offset);
}

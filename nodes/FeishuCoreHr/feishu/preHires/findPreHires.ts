/** All people that a search finds, page by page. Either all of them or a failure: never a part that looks like all. */
import { tenantOf, type Caller } from '../caller/caller';
import { fail, succeed, type Result } from '../core/failure';
import type { Question } from '../call/endpoint';
import {
	MAX_PAGE_SIZE,
	searchPreHires,
	type FoundPreHire,
	type SearchPage,
} from './searchPreHires';

export interface Search {
	/** By Feishu's own names. */
	filters: Record<string, unknown>;
	/** Ends after so many people. Default: everybody. */
	limit?: number;
	purpose?: Question['purpose'];
}

export interface Found {
	/** Each person once: somebody may move to a later page while the pages are read. */
	people: FoundPreHire[];
	/** How many pages were read. Where there are several, somebody may have moved from a later to an earlier one meanwhile. */
	pages: number;
}

export async function findPreHires(caller: Caller, search: Search): Promise<Result<Found>> {
	for (;;) {
		const tenant = tenantOf(caller.identity.account);
		const found = await readPages(caller, search, tenant);
		// Undefined = the credential was changed to another tenant, whose people are others.
		if (found !== undefined) return found;
	}
}

async function readPages(
	caller: Caller,
	{ filters, limit = Infinity, purpose = 'read' }: Search,
	tenant: string,
): Promise<Result<Found> | undefined> {
	const people: FoundPreHire[] = [];
	const progress = new PageProgress();
	let pageToken: string | undefined;
	let pages = 0;
	do {
		const pageSize = Math.min(MAX_PAGE_SIZE, limit - people.length);
		const page = await searchPreHires(caller, { filters, pageSize, pageToken, purpose });
		if (!page.ok) return page;
		if (tenantOf(caller.identity.account) !== tenant) return undefined;
		const news = progress.takeNew(page.value);
		if (news === undefined) return failWithoutEnd(people.length);
		people.push(...news);
		pageToken = page.value.nextPageToken;
		pages += 1;
	} while (pageToken !== undefined && people.length < limit);
	return succeed({ people: people.slice(0, limit), pages });
}

/** So many pages in a row may bring nobody new: people move between pages, and Feishu leaves out whom the app may not see. */
const MAX_PAGES_WITHOUT_NEWS = 2;

/** Notices pages that lead nowhere, whatever their page tokens say. */
export class PageProgress {
	private readonly seen = new Set<string>();

	private pagesWithoutNews = 0;

	/** Those of the page who were on no page before. Undefined where going on would never end; a last page is always good. */
	takeNew({ people, nextPageToken }: SearchPage): FoundPreHire[] | undefined {
		const news = new Map<string, FoundPreHire>();
		for (const person of people) {
			if (!this.seen.has(person.pre_hire_id)) news.set(person.pre_hire_id, person);
		}
		for (const id of news.keys()) this.seen.add(id);
		this.pagesWithoutNews = news.size > 0 ? 0 : this.pagesWithoutNews + 1;
		const isEndless = this.pagesWithoutNews >= MAX_PAGES_WITHOUT_NEWS;
		return nextPageToken !== undefined && isEndless ? undefined : [...news.values()];
	}
}

/** Search says that there is more and brings nobody new. */
export function failWithoutEnd(found: number): ReturnType<typeof fail> {
	return fail({
		message: `Feishu’s search brings nobody new after ${found} people and says that there are more`,
		code: 'PAGE_TOKEN_REPEATED',
		category: 'service',
		retryable: true,
		hint: 'Run again later, or narrow the search with filters so that one page holds everybody.',
		attempts: 1,
	});
}

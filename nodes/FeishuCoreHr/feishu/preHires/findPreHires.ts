/** All people that a search finds, page by page. Either all of them or a failure: never a part that looks like all. */
import { fail, succeed, type Result } from '../core/failure';
import { MAX_PAGE_SIZE, searchPreHires, type FoundPreHire } from './searchPreHires';
import type { Identity, Session } from '../caller/session';

/** `filters` are Feishu's own names. Ends after `limit` people, or when there are no more. */
export async function findPreHires(
	session: Session,
	identity: Identity,
	filters: Record<string, unknown>,
	limit = Infinity,
): Promise<Result<FoundPreHire[]>> {
	/** By ID: somebody may move to a later page while the pages are read. */
	const people = new Map<string, FoundPreHire>();
	const seenTokens = new Set<string>();
	let pageToken: string | undefined;
	do {
		const pageSize = Math.min(MAX_PAGE_SIZE, limit - people.size);
		const page = await searchPreHires(session, identity, filters, pageSize, pageToken);
		if (!page.ok) return page;
		for (const person of page.value.people) people.set(person.pre_hire_id, person);
		pageToken = page.value.nextPageToken;
		if (pageToken !== undefined && seenTokens.has(pageToken)) return failRepeatedPage(people.size);
		if (pageToken !== undefined) seenTokens.add(pageToken);
	} while (pageToken !== undefined && people.size < limit);
	return succeed([...people.values()].slice(0, limit));
}

/** Search hands out a page again: going on would never end. */
export function failRepeatedPage(found: number): ReturnType<typeof fail> {
	return fail({
		message: `Feishu’s search repeats a page after ${found} people`,
		code: 'PAGE_TOKEN_REPEATED',
		category: 'service',
		retryable: true,
		hint: 'Run again later, or narrow the search with filters so that one page holds everybody.',
		attempts: 1,
	});
}

/** Feishu's pre-hire search: one page for one set of filters. */
import type { IDataObject } from 'n8n-workflow';

import { call } from '../call/call';
import type { Endpoint, Question } from '../call/endpoint';
import { SEARCH_CODES } from './codes/search';
import type { Result } from '../core/failure';
import { HUNDRED_A_MINUTE } from '../quota/window';
import { readObject } from '../http/reply';
import type { Caller } from '../caller/caller';

/** Any one of these lets an app search. The first asks for least. */
export const SEARCH_SCOPES = [
	'corehr:pre_hire.search:read',
	'corehr:pre_hire:read',
	'corehr:pre_hire:write',
] as const;

/** Where somebody stands in onboarding. Only `withdrawn` people can be restored. */
export type OnboardingStatus = 'preboarding' | 'deleted' | 'day_one' | 'withdrawn' | 'completed';

/** A person as search returns it: `pre_hire_id` and the groups that `fields` asked for. */
export interface FoundPreHire extends IDataObject {
	pre_hire_id: string;
}

export interface SearchPage {
	people: FoundPreHire[];
	/** Undefined on the last page. */
	nextPageToken?: string;
}

/** Most people that one page holds. */
export const MAX_PAGE_SIZE = 100;

/** The kind of department IDs that stands in a person's `department_id`. */
const COREHR_DEPARTMENT_ID = 'people_corehr_department_id';

const SEARCH: Endpoint<SearchPage> = {
	api: 'search',
	method: 'POST',
	path: '/open-apis/corehr/v2/pre_hires/search',
	quota: HUNDRED_A_MINUTE,
	codes: SEARCH_CODES,
	contradiction: {
		code: 'SEARCH_NOT_UNDERSTOOD',
		title: 'Feishu’s search answered in a form that this node does not know',
		category: 'service',
		hint: 'Run again later. If it stays, give the log_id to Feishu support.',
	},
	readData: readPage,
};

/** One page. */
export interface PageRequest {
	/** By Feishu's own names. */
	filters: Record<string, unknown>;
	/** 1 to 100. */
	pageSize: number;
	/** Undefined for the first page. */
	pageToken: string | undefined;
	purpose?: Question['purpose'];
}

export async function searchPreHires(
	caller: Caller,
	{ filters, pageSize, pageToken, purpose = 'read' }: PageRequest,
): Promise<Result<SearchPage>> {
	const query: Record<string, string | number> = { page_size: pageSize };
	if (pageToken !== undefined) query.page_token = pageToken;
	// Without it Feishu takes the IDs for open_department_id, a kind that search itself does not return.
	if (filters.department_ids !== undefined) query.department_id_type = COREHR_DEPARTMENT_ID;
	return await call(caller, SEARCH, { query, body: filters, purpose });
}

/** Undefined where a part of the page cannot be read: a part must not look like all. */
function readPage(data: IDataObject): SearchPage | undefined {
	const { has_more: hasMore, page_token: token } = data;
	const items = data.items ?? (typeof hasMore === 'boolean' ? [] : undefined);
	if (!Array.isArray(items)) return undefined;
	const people = items.map((item: unknown) => readObject(item)).filter(isPerson);
	if (people.length < items.length) return undefined;
	const nextPageToken = typeof token === 'string' && token !== '' ? token : undefined;
	if (hasMore === true && nextPageToken === undefined) return undefined;
	// Where nothing says that this page is the last one, a token says that it is not.
	return hasMore === false || nextPageToken === undefined ? { people } : { people, nextPageToken };
}

/** A blank ID names nobody, or several people at once. */
function isPerson(item: IDataObject): item is FoundPreHire {
	return typeof item.pre_hire_id === 'string' && item.pre_hire_id.trim() !== '';
}

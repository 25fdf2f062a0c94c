// Search and query: what the index or the replica has noticed, in pages, with the fields asked for.
import { isInRange, isRangeEmpty } from '../gateway/ranges';
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject, textsOf } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import type { PersonRecord } from './people';
import { filterFrom } from './searchFilters';
import { itemOf } from './searchItems';
import { pageOf, type SearchPage } from './searchPages';

const BAD_PARAMETER = 1160102;
const MOST_FIELDS = 100;

/** One page of the pre-hires the body's filters let through, in the order they were added. */
export function search(call: RecordedCall, world: TenantWorld): Reply {
	const pageSize = pageSizeOf(call, 100);
	const body = call.body ?? {};
	const matches = isJsonObject(body) ? filterFrom(body, call.query) : undefined;
	const fields = fieldsIn(body);
	if (pageSize === undefined || !matches || !fields) return refusal(call, BAD_PARAMETER);
	if (isRangeEmpty(call, world, 'preHires') && world.openQuestions.emptyRange === 'refused') {
		return refusal(call, 1160103);
	}
	const everybody = visible(call, world, world.searchLagMs);
	const pageToken = call.query.page_token ?? '';
	const page = pageOf({ everybody, matches, pageSize, pageToken }, world);
	return page ? shown(call, world, page, fields) : refusal(call, BAD_PARAMETER);
}

/** Up to ten people by their IDs, or page by page: sooner than search, and with a scope of its own. */
export function query(call: RecordedCall, world: TenantWorld): Reply {
	const pageSize = pageSizeOf(call, 10);
	const ids = textsOf(call.body, 'pre_hire_ids') ?? [];
	const fields = fieldsIn(call.body);
	// The page lists no code for a bad parameter.
	if (pageSize === undefined || ids.length > 10 || !fields) return refusal(call, BAD_PARAMETER);
	const page = pageOf(
		{
			everybody: visible(call, world, world.queryLagMs),
			matches: ({ preHireId }) => ids.length === 0 || ids.includes(preHireId),
			pageSize,
			pageToken: call.query.page_token ?? '',
		},
		world,
	);
	return page ? shown(call, world, page, fields) : refusal(call, BAD_PARAMETER);
}

/** `GET v1/pre_hires`, historic: its page mentions no data range, so it shows everybody. IDs only here. */
export function listV1(call: RecordedCall, world: TenantWorld): Reply {
	const pageSize = pageSizeOf(call, 100);
	if (pageSize === undefined) return refusal(call, BAD_PARAMETER);
	const everybody = world.people.all(call.tenant);
	const pageToken = call.query.page_token ?? '';
	const page = pageOf({ everybody, matches: () => true, pageSize, pageToken }, world);
	if (!page) return refusal(call, BAD_PARAMETER);
	return success({
		items: page.people.map(({ preHireId }) => ({ id: preHireId })),
		page_token: page.pageToken,
		has_more: page.hasMore,
	});
}

function visible(call: RecordedCall, world: TenantWorld, lagMs: number): PersonRecord[] {
	return world.people
		.all(call.tenant, lagMs)
		.filter(({ departmentId }) => isInRange(call, world, 'preHires', departmentId));
}

function shown(
	call: RecordedCall,
	world: TenantWorld,
	page: SearchPage,
	fields: readonly string[],
): Reply {
	const scopes = world.apps.find(call.appId ?? '')?.scopes ?? [];
	return success({
		items: page.people.map((person) => itemOf(person, fields, scopes)),
		page_token: page.pageToken,
		has_more: page.hasMore,
	});
}

function fieldsIn(body: unknown): readonly string[] | undefined {
	if (fieldOf(body, 'fields') === undefined) return [];
	const fields = textsOf(body, 'fields');
	return fields && fields.length <= MOST_FIELDS ? fields : undefined;
}

function pageSizeOf(call: RecordedCall, largest: number): number | undefined {
	const size = Number(call.query.page_size);
	return Number.isInteger(size) && size >= 1 && size <= largest ? size : undefined;
}

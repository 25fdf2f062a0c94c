// Search: filters over what the index has noticed, in pages, with the fields asked for.
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import { filterFrom } from './searchFilters';
import { itemOf } from './searchItems';
import { pageOf } from './searchPages';
import type { TenantWorld } from '../tenantWorld';

/** One page of the pre-hires the body's filters let through, in the order they were added. */
export function search(call: RecordedCall, world: TenantWorld): Reply {
	const pageSize = pageSizeOf(call);
	const body = call.body ?? {};
	const matches = isJsonObject(body) ? filterFrom(body) : undefined;
	const fields = fieldOf(body, 'fields') ?? [];
	if (pageSize === undefined || !matches || !isTextList(fields)) return refusal(call, 1160102);
	const everybody = world.people.all(call.tenant, world.searchLagMs);
	const pageToken = call.query.page_token ?? '';
	const page = pageOf({ everybody, matches, pageSize, pageToken }, world);
	if (!page) return refusal(call, 1160102);
	const scopes = world.apps.find(call.appId ?? '')?.scopes ?? [];
	return success({
		items: page.people.map((person) => itemOf(person, fields, scopes)),
		page_token: page.pageToken,
		has_more: page.hasMore,
	});
}

function pageSizeOf(call: RecordedCall): number | undefined {
	const size = Number(call.query.page_size);
	return Number.isInteger(size) && size >= 1 && size <= 100 ? size : undefined;
}

function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

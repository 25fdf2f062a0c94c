// Search: filters over what the index has noticed, in pages, with the fields asked for.
import type { RecordedCall } from './api';
import { fieldOf, isJsonObject } from './fields';
import type { PersonRecord } from './people';
import { refusal, success, type Reply } from './replies';
import { filterFrom } from './searchFilters';
import { itemOf } from './searchItems';
import type { TenantWorld } from './tenantWorld';

/** One page of the pre-hires the body's filters let through, in the order they were added. */
export function search(call: RecordedCall, world: TenantWorld): Reply {
	const pageSize = pageSizeOf(call);
	const after = placeOf(call);
	const body = call.body ?? {};
	const matches = isJsonObject(body) ? filterFrom(body, call.query) : undefined;
	const fields = fieldOf(body, 'fields') ?? [];
	if (pageSize === undefined || after === undefined || !matches || !isTextList(fields)) {
		return refusal(call, 1160102);
	}
	const everybody = world.people.all(call.tenant, Date.now() - world.searchLagMs);
	const found = everybody
		.map((person, place) => ({ person, place }))
		.filter(({ person, place }) => place >= after && matches(person));
	const page = found.slice(0, pageSize);
	const hasMore = found.length > page.length;
	const next = (page.at(-1)?.place ?? 0) + 1;
	const scopes = world.apps.find(call.appId ?? '')?.scopes ?? [];
	return success({
		items: page.map(({ person }: { person: PersonRecord }) => itemOf(person, fields, scopes)),
		page_token: hasMore ? tokenFor(next) : '',
		has_more: hasMore,
	});
}

function pageSizeOf(call: RecordedCall): number | undefined {
	const size = Number(call.query.page_size);
	return Number.isInteger(size) && size >= 1 && size <= 100 ? size : undefined;
}

function tokenFor(place: number): string {
	return Buffer.from(`simulated-place:${place}`).toString('base64url');
}

function placeOf(call: RecordedCall): number | undefined {
	const token = call.query.page_token;
	if (!token) return 0;
	const text = Buffer.from(token, 'base64url').toString();
	const place = /^simulated-place:(\d+)$/.exec(text)?.[1];
	return place === undefined ? undefined : Number(place);
}

function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

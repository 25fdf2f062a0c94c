/** One person by ID, whatever the stage. */
import type { Subject } from '../call/write';
import { tenantChanged, tenantOf, type Caller } from '../caller/caller';
import { fail, succeed, type Result } from '../core/failure';
import { NOT_FOUND } from './codes/common';
import type { StagesOfChange } from './person';
import { findPreHires } from './findPreHires';
import type { FoundPreHire } from './searchPreHires';

/** Where somebody is looked for whom only the ATS knows: everywhere. */
export const GET_STAGES: StagesOfChange = {
	from: ['preboarding', 'day_one', 'withdrawn', 'completed', 'deleted'],
	to: [],
};

/**
 * `fields` are paths as search has them, at most 100. Asks search, not the query call: search takes the scopes that
 * every other operation uses, query one of its own. It shows a new person, and a change, up to 5 s late.
 */
export async function getPreHire(
	caller: Caller,
	{ key: preHireId, tenant }: Subject,
	fields: readonly string[],
): Promise<Result<FoundPreHire>> {
	const filters = { pre_hire_ids: [preHireId], fields };
	const found = await findPreHires(caller, { filters, limit: 1 });
	// Found in one tenant, the ID may be somebody else's in another.
	if (tenant !== undefined && tenant !== tenantOf(caller.identity.account)) return tenantChanged();
	if (!found.ok) return found;
	const [person] = found.value.people;
	return person === undefined ? failNotFound() : succeed(person);
}

/** Search shows nobody by that ID. */
export function failNotFound(): ReturnType<typeof fail> {
	return fail({
		message: NOT_FOUND.title,
		code: 'PRE_HIRE_NOT_FOUND',
		category: NOT_FOUND.category,
		retryable: false,
		hint: `${NOT_FOUND.hint} Somebody who was created within the last 5 seconds is not shown yet: in a workflow, put a Wait node of 6 seconds between.`,
		attempts: 1,
	});
}

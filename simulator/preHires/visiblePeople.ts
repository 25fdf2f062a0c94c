// Whom a call may act on: people of its tenant within the app's data range.
import { CODES_OF_CALL } from '../gateway/codesOfCalls';
import { isInRange } from '../gateway/ranges';
import type { Api, RecordedCall } from '../server/api';
import type { TenantWorld } from '../tenantWorld';
import type { PersonRecord } from './people';

/** The person that the path or the body names; undefined if absent or outside the range, which 1161105 does not tell apart. */
export function visiblePerson(call: RecordedCall, world: TenantWorld): PersonRecord | undefined {
	const person = world.people.find(call.preHireId ?? '', call.tenant);
	return person && isInRange(call, world, 'preHires', person.departmentId) ? person : undefined;
}

/** Codes that every write about a person may answer. */
const COMMON = [1161000, 1161063, 1161097, 1161116, 1161204, 1161604];

/** Whether the person's `refuse` is a code that the call knows. */
export function isRefusedBy({ refuse }: PersonRecord, api: Api): boolean {
	if (refuse === undefined) return false;
	return COMMON.includes(refuse) || Object.hasOwn(CODES_OF_CALL[api] ?? {}, refuse);
}

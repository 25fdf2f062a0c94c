// The items of search's and query's replies: only the fields asked for, and only those the scopes allow.
import type { PersonRecord } from './people';
import { PRE_HIRE_FIELDS, valueOf } from './preHireFields';

/**
 * The person as search shows them: `pre_hire_id` always, then the fields asked for (`group.field`,
 * or a whole group) and allowed. A field without its scope is silently absent.
 */
export function itemOf(
	person: PersonRecord,
	fields: readonly string[],
	scopes: readonly string[],
): Record<string, unknown> {
	const groups = new Map<string, Record<string, unknown>>();
	for (const field of PRE_HIRE_FIELDS) {
		const [group = '', name = ''] = field.path.split('.');
		if (!fields.includes(field.path) && !fields.includes(group)) continue;
		if (field.scopes && !field.scopes.some((scope) => scopes.includes(scope))) continue;
		const value = valueOf(person, field);
		if (value !== undefined) groups.set(group, { ...groups.get(group), [name]: value });
	}
	return { pre_hire_id: person.preHireId, ...Object.fromEntries(groups) };
}

/** A person from search in one flat object. */
import type { IDataObject } from 'n8n-workflow';

import { readObject } from '../http/reply';
import type { FoundPreHire } from './searchPreHires';

/** Fields that need no further scope, by their flat names. */
const SIMPLE_FIELDS = {
	preferred_name: 'person_info.preferred_name',
	worker_id: 'employment_info.worker_id',
	work_email: 'employment_info.work_email',
	department_id: 'employment_info.department_id',
	onboarding_status: 'onboarding_info.onboarding_status',
	onboarding_date: 'onboarding_info.onboarding_date',
	ats_application_id: 'onboarding_info.ats_application_id',
} as const;

/** What to ask search for. */
export const SIMPLE_FIELD_PATHS: readonly string[] = Object.values(SIMPLE_FIELDS);

/** Names that no further field may take: the person's own, and those by which n8n and this node tell items apart. */
const TAKEN: ReadonlySet<string> = new Set([
	...Object.keys(SIMPLE_FIELDS),
	'pre_hire_id',
	'error',
	'outcome',
	'success',
]);

/**
 * Makes people flat. `more` are further paths, such as `person_info.legal_name`; each stands under its last part, or
 * under the whole path where that name is taken or two paths end alike. A field that Feishu leaves out is left out.
 */
export function simplifier(more: readonly string[]): (person: FoundPreHire) => IDataObject {
	const fields = [...Object.entries(SIMPLE_FIELDS), ...nameFields(more)];
	return (person) => {
		const values = fields.flatMap(([name, path]) => {
			const value = valueAt(person, path);
			return value === undefined || value === null ? [] : [[name, value] as const];
		});
		return { pre_hire_id: person.pre_hire_id, ...Object.fromEntries(values) };
	};
}

function nameFields(paths: readonly string[]): Array<[name: string, path: string]> {
	const further = paths.filter((path) => !TAKEN.has(path) && !SIMPLE_FIELD_PATHS.includes(path));
	return further.map((path) => {
		const name = lastPart(path);
		const isFree = !TAKEN.has(name) && further.filter((each) => lastPart(each) === name).length < 2;
		return [isFree ? name : path, path];
	});
}

function lastPart(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}

function valueAt(person: FoundPreHire, path: string): IDataObject[string] {
	let value: IDataObject[string] = person;
	for (const part of path.split('.')) {
		const group = readObject(value);
		if (!Object.hasOwn(group, part)) return undefined;
		value = group[part];
	}
	return value;
}

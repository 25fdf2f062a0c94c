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

/** `more` are further paths, such as `person_info.legal_name`; each stands under its last part. A field that Feishu leaves out is left out. */
export function simplify(person: FoundPreHire, more: readonly string[]): IDataObject {
	const simple: IDataObject = { pre_hire_id: person.pre_hire_id };
	const paths = [
		...Object.entries(SIMPLE_FIELDS),
		...more.map((path) => [path.split('.').at(-1) ?? path, path] as const),
	];
	for (const [name, path] of paths) {
		const value = path.split('.').reduce<unknown>((group, part) => readObject(group)[part], person);
		if (value !== undefined && value !== null) simple[name] = value as IDataObject[string];
	}
	return simple;
}

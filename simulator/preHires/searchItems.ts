// The items of search's reply: only the fields asked for, and only those the scopes allow.
import { LEGAL_NAME_SCOPE, WITHDRAWN_REASON_SCOPE } from '../gateway/apps';
import type { PersonRecord } from './people';

interface Field {
	read: (person: PersonRecord) => string | undefined;
	/** The scope without which the field is silently absent. */
	scope?: string;
}

const FIELDS: Readonly<Record<string, Field>> = {
	'person_info.preferred_name': { read: ({ preferredName }) => preferredName },
	'person_info.legal_name': { read: ({ preferredName }) => preferredName, scope: LEGAL_NAME_SCOPE },
	'employment_info.department_id': { read: ({ departmentId }) => departmentId },
	'employment_info.work_email': { read: ({ workEmail }) => workEmail },
	'employment_info.worker_id': { read: ({ workerId }) => workerId },
	'onboarding_info.onboarding_status': { read: ({ onboardingStatus }) => onboardingStatus },
	'onboarding_info.onboarding_date': { read: ({ onboardingDate }) => onboardingDate },
	'onboarding_info.ats_application_id': { read: ({ atsApplicationId }) => atsApplicationId },
	'onboarding_info.withdrawn_reason': {
		read: ({ withdrawnReason }) => withdrawnReason,
		scope: WITHDRAWN_REASON_SCOPE,
	},
};

/** The person as search shows them: `pre_hire_id` always, then the fields asked for and allowed. */
export function itemOf(
	person: PersonRecord,
	fields: readonly string[],
	scopes: readonly string[],
): Record<string, unknown> {
	const groups = new Map<string, Record<string, string>>();
	for (const path of fields) {
		const field = Object.hasOwn(FIELDS, path) ? FIELDS[path] : undefined;
		const value = field?.read(person);
		const allowed = field?.scope === undefined || scopes.includes(field.scope);
		const [group = '', name = ''] = path.split('.');
		if (value !== undefined && allowed) {
			groups.set(group, { ...groups.get(group), [name]: value });
		}
	}
	return { pre_hire_id: person.preHireId, ...Object.fromEntries(groups) };
}

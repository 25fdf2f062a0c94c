// Every field of a pre-hire the simulator keeps: its name in search, in create and in update, and who may see it.
import { LEGAL_NAME_SCOPE, readOrWrite, WITHDRAWN_REASON_SCOPE } from '../gateway/scopes';
import type { PersonRecord } from './people';

/** One field; the names differ between calls, as Feishu's do. */
export interface PreHireField {
	/** Where search and query show it, and the name it is kept under. */
	path: string;
	/** Where create's body has it; absent: create does not set it, or not one to one. */
	create?: string;
	/** How update's list names it; absent: update cannot change it, or not one to one. */
	update?: string;
	/** Any one of them lets search show it; none: everybody sees it. */
	scopes?: readonly string[];
	/** The value, where the record keeps it as a property of its own. */
	read?: (person: PersonRecord) => unknown;
}

type More = Partial<PreHireField>;

const basic = (name: string, more: More = {}): PreHireField => ({
	path: `person_info.${name}`,
	create: `basic_info.${name}`,
	update: `basic_info_update.${name}`,
	...more,
});

const offer = (path: string, more: More = {}): PreHireField => {
	const name = path.split('.')[1] ?? '';
	return { path, create: `offer_info.${name}`, update: `offer_info_update.${name}`, ...more };
};

const shown = (path: string, more: More = {}): PreHireField => ({ path, ...more });

const person = (name: string) => readOrWrite(`person.${name}`);

/** Names on update that the fact pages do not tell apart from create's are taken to be the same. */
export const PRE_HIRE_FIELDS: readonly PreHireField[] = [
	shown('person_info.preferred_name', { read: ({ preferredName }) => preferredName }),
	shown('person_info.legal_name', {
		scopes: [LEGAL_NAME_SCOPE, 'corehr:person.legal_name:write'],
		read: ({ fields, preferredName }) => fields?.['person_info.legal_name'] ?? preferredName,
	}),
	shown('person_info.name_list', { scopes: person('legal_name') }),
	shown('person_info.phone_number', { scopes: person('phone') }),
	shown('person_info.phone_list', { scopes: person('phone') }),
	shown('person_info.email_address', { scopes: person('email') }),
	shown('person_info.email_list', { scopes: person('email') }),
	basic('gender', {
		create: 'basic_info.gender_id',
		update: 'basic_info_update.gender_id',
		scopes: person('gender'),
	}),
	basic('date_of_birth', { scopes: person('date_of_birth') }),
	basic('nationality_id_v2', {
		create: 'basic_info.nationality_v2_id',
		update: 'basic_info_update.nationality_v2_id',
		scopes: person('nationality'),
	}),
	basic('national_id_list', { scopes: person('national_id') }),
	basic('address_list', { scopes: person('address') }),
	basic('emergency_contact_list', { scopes: person('emergency_contact') }),
	basic('dependent_list', { scopes: person('dependent') }),
	basic('bank_account_list', { scopes: person('bank_account') }),
	basic('resident_taxes', {
		create: 'basic_info.resident_tax_list',
		update: 'basic_info_update.resident_tax_list',
		scopes: person('resident_tax'),
	}),
	basic('education_list', {
		create: 'education_info',
		update: 'basic_info_update.education_info',
		scopes: person('education'),
	}),
	basic('work_experience_list', {
		create: 'work_experience',
		update: 'basic_info_update.work_experience',
		scopes: person('work_experience'),
	}),
	basic('date_entered_workforce', { scopes: person('date_entered_workforce') }),
	basic('marital_status', { scopes: person('marital_status') }),
	shown('person_info.custom_fields', { scopes: person('custom_field') }),
	offer('employment_info.department_id', { read: ({ departmentId }) => departmentId }),
	shown('employment_info.work_email', {
		create: 'offer_info.work_email',
		read: ({ workEmail }) => workEmail,
	}),
	offer('employment_info.worker_id', {
		create: 'basic_info.worker_id',
		read: ({ workerId }) => workerId,
	}),
	offer('employment_info.employment_type', { create: 'offer_info.employment_type_id' }),
	...[
		'employee_type_id',
		'employee_subtype_id',
		'job_family_id',
		'direct_leader_id',
		'office_location_id',
		'work_location_id',
		'work_station',
		'service_company',
		'pathway',
		'working_hours_type',
		'seniority_date',
		'condition_worker',
		'expected_graduate_date',
	].map((name) => offer(`employment_info.${name}`)),
	offer('employment_info.social_security_city_id', {
		update: 'offer_info_update.social_security_city',
	}),
	shown('employment_info.weekly_working_hours_v2', {
		update: 'offer_info_update.weekly_working_hours_v2',
	}),
	offer('employment_info.job_id', {
		scopes: ['corehr:employment.job:read', ...readOrWrite('job_level')],
	}),
	offer('employment_info.job_level_id', { scopes: readOrWrite('job_level') }),
	offer('employment_info.job_grade_id', { scopes: readOrWrite('job_grade') }),
	offer('employment_info.position_id', { scopes: readOrWrite('position') }),
	offer('employment_info.office_address', {
		create: 'offer_info.office_address_id',
		update: 'offer_info_update.office_address_id',
		scopes: ['corehr:pre_hire.office_address:read'],
	}),
	offer('employment_info.onboarding_address', {
		create: 'offer_info.onboarding_address_id',
		update: 'offer_info_update.onboarding_address_id',
		scopes: ['corehr:pre_hire.onboarding_address:read'],
	}),
	shown('employment_info.custom_fields', { scopes: ['corehr:employment.custom_field:read'] }),
	shown('employment_info.rehire', {
		read: ({ fields }) => fields?.['employment_info.rehire'] ?? 'no',
	}),
	offer('onboarding_info.onboarding_date', { read: ({ onboardingDate }) => onboardingDate }),
	shown('onboarding_info.onboarding_status', { read: ({ onboardingStatus }) => onboardingStatus }),
	shown('onboarding_info.ats_application_id', {
		create: 'ats_application_id',
		read: ({ atsApplicationId }) => atsApplicationId,
	}),
	shown('onboarding_info.withdrawn_reason', {
		scopes: [WITHDRAWN_REASON_SCOPE],
		read: ({ onboardingStatus, withdrawnReason }) =>
			onboardingStatus === 'withdrawn' ? withdrawnReason : undefined,
	}),
	shown('onboarding_info.offer_id', { create: 'offer_info.offer_id' }),
	offer('onboarding_info.offer_hr_id'),
	offer('onboarding_info.entry_mode', { update: 'offer_info_update.onboarding_method' }),
	offer('onboarding_info.recruitment_type', {
		create: 'offer_info.recruitment_type_id',
		update: 'offer_info_update.recruitment_type_id',
	}),
	offer('onboarding_info.onboarding_location_id'),
	shown('onboarding_info.flow_id', {
		scopes: ['corehr:pre_hire.flow_id:read'],
		read: ({ flowId }) => flowId,
	}),
	shown('onboarding_info.onboarding_task_list', {
		read: ({ tasks }) =>
			(tasks ?? []).map(({ code, name, status }) => ({
				task_code: code,
				task_name: name,
				task_status: status,
				operator_id: '',
			})),
	}),
	offer('probation_info.probation_start_date'),
	offer('probation_info.probation_end_date'),
	offer('probation_info.probation_period'),
	// The group of company and contract dates is not told; infer: beside the other contract fields.
	offer('contract_info.company_id', {
		create: 'offer_info.company',
		update: 'offer_info_update.company',
		scopes: readOrWrite('contract.company'),
	}),
	offer('contract_info.contract_start_date', { scopes: readOrWrite('contract.period') }),
	offer('contract_info.contract_end_date', { scopes: readOrWrite('contract.period') }),
	offer('contract_info.contract_type'),
	offer('contract_info.duration_type', {
		create: 'offer_info.duration_type_id',
		update: 'offer_info_update.duration_type_id',
	}),
	offer('contract_info.signing_type', {
		create: 'offer_info.signing_type_id',
		update: 'offer_info_update.signing_type_id',
	}),
];

/** The value of a field of a person, whoever asks. */
export function valueOf(record: PersonRecord, { path, read }: PreHireField): unknown {
	return read ? read(record) : record.fields?.[path];
}

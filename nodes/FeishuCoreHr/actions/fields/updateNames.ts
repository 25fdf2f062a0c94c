/** Reads the name of a field as Feishu's update call has it, with its group or without. */
import { cutText } from '../../feishu/core/cleanText';
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import { GROUPS, type FieldName, type Group } from '../../feishu/preHires/updateBody';
import { UNSAFE_NAMES } from './jsonObject';

/** `label` is the field on screen in which the name stands. */
export function readFieldName(text: string, label: string): Result<FieldName> {
	const { group, custom, name = '' } = NAME.exec(text)?.groups ?? {};
	const quoted = `“${cutText(text, 60)}”`;
	if (UNSAFE_NAMES.has(name) || name === '' || (name === 'custom_fields' && custom === undefined))
		return refuse(`${label} holds ${quoted}, which is not the name of one field`);
	const isCustom = custom !== undefined || (group === undefined && name.endsWith('__c'));
	if (isCustom) return succeed({ group: asGroup(group) ?? 'offer_info_update', name, isCustom });
	if (FIXED.has(name))
		return refuse(`${label} holds ${quoted}, which Feishu does not let anybody update`);
	const other = RENAMED[name];
	if (other !== undefined)
		return refuse(`${label} holds ${quoted}, which is called ${other} on update`);
	const known = asGroup(group) ?? GROUPS.find((each) => NAMES[each].has(name));
	if (known === undefined)
		return refuse(`${label} holds ${quoted}, and it is not known in which group that is`);
	return succeed({ group: known, name, isCustom });
}

const NAME =
	/^(?:(?<group>basic_info_update|offer_info_update)\.)?(?<custom>custom_fields\.)?(?<name>\w{1,100})$/;

function asGroup(text: string | undefined): Group | undefined {
	return GROUPS.find((group) => group === text);
}

function refuse(message: string): Result<FieldName> {
	return refuseInput(
		'INVALID_FIELD_NAME',
		message,
		'Give Feishu’s own name from the page of its update call, with the group in front: basic_info_update.date_of_birth, offer_info_update.work_station, offer_info_update.custom_fields.badge__c.',
	);
}

/** Set on creating the person, or by Feishu Hire, and never changed. */
const FIXED: ReadonlySet<string> = new Set([
	'flow_id',
	'offer_id',
	'offer',
	'talent_id',
	'duration_period',
	'duration_unit',
	'out_biz_id',
	'user_geo',
]);

/** Names that create or search has, and what update calls the same thing. */
const RENAMED: Readonly<Partial<Record<string, string>>> = {
	employment_type_id: 'employment_type',
	work_email: 'work_emails',
	entry_mode: 'onboarding_method',
	social_security_city_id: 'social_security_city',
	working_calendar_id: 'working_calendar',
	cost_center_rate: 'cost_center_rates',
	full_name: 'names',
	name: 'names',
	legal_name: 'names',
	preferred_name: 'names',
	additional_name: 'names',
	phone_number: 'phones',
	email: 'emails',
};

/** The fields that need no group in front: the name says in which they are. */
const NAMES: Readonly<Record<Group, ReadonlySet<string>>> = {
	basic_info_update: new Set(
		`names phones emails gender_id date_of_birth nationality_v2_id additional_nationality_id_list
		citizenship_status_id_list date_entered_workforce born_country_region is_disabled disable_card_number is_old_alone
		is_martyr_family martyr_card_number religion marital_status ethnicity_race native_region hukou_type hukou_location
		political_affiliation national_id_list bank_account_list address_list emergency_contact_list dependent_list
		resident_tax_list personal_profile_list education_info work_experience`.split(/\s+/),
	),
	offer_info_update: new Set(
		`onboarding_date department_id company employee_type_id employee_subtype_id employment_type worker_id work_emails
		job_id job_family_id job_level_id job_grade_id position_id direct_leader_id dotted_line_manager_id offer_hr_id
		recruitment_type_id office_location_id office_address_id onboarding_location_id onboarding_address_id
		work_location_id work_station service_company social_security_city working_hours_type working_calendar work_shift
		weekly_working_hours_v2 compensation_type pay_group_id pathway onboarding_method probation_start_date
		probation_end_date probation_period contract_start_date contract_end_date contract_type duration_type_id
		signing_type_id check_in_time check_in_method seniority_date seniority_adjust_information_list condition_worker
		non_compete_covenant company_sponsored_visa default_cost_center cost_allocation cost_center_rates
		reuse_feishu_account reused_feishu_account_id`.split(/\s+/),
	),
};

// Invented flows, and the options and custom fields of an invented tenant.
import type { CustomField, Flow, FlowTask, Names, OptionField } from './organisation';

const STANDARD_FLOW = '628c00000000000000000001';
const LONG_FLOW = '628c00000000000000000002';

/** A custom task of the invented flows; Feishu names those by UUID. */
export const CUSTOM_TASK_CODE = '0f4e2f6a-0000-4000-8000-000000000001';

const STANDARD_TASKS: FlowTask[] = [
	{ code: '1', name: 'Job information', reviewed: false },
	{ code: '2', name: 'Personal information', reviewed: true },
	{ code: CUSTOM_TASK_CODE, name: 'Order a laptop (invented)', reviewed: false },
];

/** The first can be finished by API alone; the second has steps that the person must do. */
export function inventedFlows(): Flow[] {
	return [
		{
			id: STANDARD_FLOW,
			name: { zh: '标准入职（虚构）', en: 'Standard onboarding (invented)' },
			tasks: STANDARD_TASKS,
		},
		{
			id: LONG_FLOW,
			name: { zh: '完整入职（虚构）' },
			tasks: [
				...STANDARD_TASKS,
				{ code: '3', name: 'Create SSO account', reviewed: false },
				{ code: '4', name: 'Check-in', reviewed: false },
				{ code: '9', name: 'Sign documents', reviewed: false },
			],
		},
	];
}

const PRESET: ReadonlyArray<readonly [object: string, field: string, options: readonly string[]]> =
	[
		['pre_hire', 'employment_type', ['employee', 'contingent_worker']],
		['pre_hire', 'recruitment_type', ['social_recruitment__c', 'campus_recruitment__c']],
		['pre_hire', 'duration_type', ['fixed_term', 'open_ended', 'certain_task']],
		['pre_hire', 'duration_unit', ['year', 'month', 'day']],
		['pre_hire', 'signing_type', ['new', 'renewed', 'changed', 'update']],
		[
			'pre_hire',
			'contract_type',
			[
				'labor_contract',
				'internship_agreement',
				'contractor_agreement',
				'outsourcing_agreement',
				'noncompete_agreement',
				'confidential_agreement',
			],
		],
		['pre_hire', 'onboarding_method', ['manual__c', 'invented_method__c']],
		['pre_hire', 'compensation_type', ['monthly', 'hourly']],
		['pre_hire', 'work_shift', ['day_shift', 'night_shift']],
		['pre_hire', 'user_geo', ['cn', 'sg']],
		['person', 'gender', ['male', 'female', 'other']],
		['person', 'marital_status', ['single', 'married', 'divorced']],
		['phone', 'international_area_code', ['86_china', '65_singapore', '49_germany']],
		['phone', 'device_type', ['mobile_phone', 'landline', 'fax']],
		['phone', 'phone_usage', ['home', 'work', 'emergency_contact', 'company']],
		['email', 'email_usage', ['home', 'work', 'emergency_contact']],
		['address', 'address_type', ['onboarding_address', 'office_address', 'home_address']],
		[
			'location',
			'location_usage',
			[
				'geographical_division',
				'business_site',
				'work_space',
				'job_posting',
				'international_assignment',
				'social_security_contribution',
			],
		],
	];

/** The preset values of the fact pages; names and the values ending in `__c` are invented. */
export function inventedOptions(): OptionField[] {
	return PRESET.map(([object, field, options]) => ({
		object,
		field,
		options: [
			...options.map((apiName) => ({ apiName, name: namesOf(apiName), isOpen: true })),
			{ apiName: 'closed_option__c', name: { zh: '已停用（虚构）' }, isOpen: false },
		],
	}));
}

/** One custom field of every type a pre-hire can be given, one that cannot, and one of a person. */
export function inventedCustomFields(): CustomField[] {
	return [
		custom('text_invented__c', 1, '备注', 'Remark', {
			text_field_setting: {
				is_multilingual: false,
				is_multiline: false,
				max_length: 100,
				is_url_type: false,
			},
		}),
		custom('boolean_invented__c', 2, '需要班车', 'Needs a shuttle', {}),
		custom('number_invented__c', 3, '工位数', 'Desks', {
			number_field_setting: { number_field_type: 2, decimal_places: 0 },
		}),
		custom('enum_invented__c', 4, '衣服尺码', 'Shirt size', enumConfig(false)),
		custom('enums_invented__c', 4, '语言', 'Languages', enumConfig(true)),
		custom('person_invented__c', 5, '伙伴', 'Buddy'),
		custom('number_automatic__c', 6, '自动编号', 'Automatic number'),
		custom('date_invented__c', 7, '体检日期', 'Health check', {
			date_time_field_setting: { date_time_type: 1 },
		}),
		custom('file_invented__c', 8, '附件', 'File', {
			attachment_field_setting: { is_multiple: true },
		}),
		{ ...custom('closed_invented__c', 1, '已停用', 'Closed', {}), isOpen: false },
		{ ...custom('hobby_invented__c', 1, '爱好', 'Hobby', {}), object: 'person' },
	];
}

function custom(
	apiName: string,
	type: number,
	zh: string,
	en: string,
	config?: Record<string, unknown>,
): CustomField {
	const field = {
		apiName,
		object: 'pre_hire',
		name: { zh, en },
		type,
		isOpen: true,
		isRequired: false,
	};
	return config ? { ...field, config } : field;
}

function enumConfig(isMultiple: boolean): Record<string, unknown> {
	return {
		enum_field_setting: {
			enum_field_option_list: ['small_option__c', 'large_option__c'].map((api_name) => ({
				api_name,
				name: { zh_cn: `虚构 ${api_name}`, en_us: namesOf(api_name).en },
				is_open: true,
			})),
			is_multiple: isMultiple,
		},
	};
}

function namesOf(apiName: string): Names {
	const words = apiName.replace(/__c$/, '').split('_').join(' ');
	return { zh: `（${words}）`, en: words };
}

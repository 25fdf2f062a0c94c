/** What the person is hired for: kind of work, first day, department and the rest of the offer that nearly every tenant asks for. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../../feishu/core/failure';
import { readDay } from '../day';
import { readIdText } from '../idText';
import { COMPANY, DEPARTMENT, EMPLOYEE_TYPE, ONBOARDING_LOCATION } from '../listedFields';
import { locatorField, readLocator, readOptionalLocator } from '../locator';

/** Those that may stay empty. */
const OPTIONAL = [COMPANY, EMPLOYEE_TYPE, ONBOARDING_LOCATION];

const employmentTypeField: INodeProperties = {
	displayName: 'Employment Type',
	name: 'employmentType',
	type: 'options',
	required: true,
	options: [
		{
			name: 'Contingent Worker',
			value: 'contingent_worker',
			description: 'External, such as agency staff',
		},
		{ name: 'Employee', value: 'employee', description: 'Employed by the company itself' },
	],
	default: 'employee',
	description:
		'Feishu’s employment type. For an option that your tenant has added use an expression that gives its name, not an ID.',
};

const onboardingDateField: INodeProperties = {
	displayName: 'Onboarding Date',
	name: 'onboardingDate',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	required: true,
	default: '',
	description:
		'The first day of work. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
};

export const offerFields: INodeProperties[] = [
	employmentTypeField,
	onboardingDateField,
	locatorField(DEPARTMENT, true),
	...OPTIONAL.map((field) => locatorField(field)),
];

/** `offer_info` by Feishu's names. `timeZone` is the workflow's, an IANA name. */
export function readOffer(get: (name: string) => unknown, timeZone: string): Result<IDataObject> {
	const employmentType = readIdText(get('employmentType'), {
		label: 'Employment Type',
		code: 'INVALID_EMPLOYMENT_TYPE',
		wayOut:
			'Choose one from the list, or give the name of an option of your tenant, such as employee.',
		whyNot: (text) =>
			/^\d+$/.test(text) ? 'is an ID, and Feishu wants the name of an option' : undefined,
	});
	if (!employmentType.ok) return employmentType;
	const day = readDay(get('onboardingDate'), 'Onboarding Date', timeZone);
	if (!day.ok) return day;
	const department = readLocator(get(DEPARTMENT.name), DEPARTMENT);
	if (!department.ok) return department;
	const offer: IDataObject = {
		employment_type_id: employmentType.value,
		onboarding_date: day.value,
		department_id: department.value,
	};
	for (const field of OPTIONAL) {
		const id = readOptionalLocator(get(field.name), field);
		if (!id.ok) return id;
		if (id.value !== undefined) offer[field.target] = id.value;
	}
	return succeed(offer);
}

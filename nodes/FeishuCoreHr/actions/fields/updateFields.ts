/** Update Fields: the fields of a pre-hire that workflows change most, one entry each. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import type { FieldValue } from '../../feishu/preHires/updateBody';
import { readDay } from './day';
import { readIdText } from './idText';
import {
	COMPANY,
	DEPARTMENT,
	DIRECT_LEADER,
	EMPLOYEE_TYPE,
	JOB,
	OFFER_HR,
	OFFICE_LOCATION,
	ONBOARDING_LOCATION,
	POSITION,
} from './listedFields';
import { locatorField, readLocator, valueOfLocator, type ListedField } from './locator';

interface UpdateField {
	field: INodeProperties;
	/** Feishu's name in `offer_info_update`. */
	target: string;
	read(value: unknown, label: string, timeZone: string): Result<unknown>;
}

const UPDATE_FIELDS: readonly UpdateField[] = [
	listed(COMPANY),
	listed(DEPARTMENT),
	listed(DIRECT_LEADER),
	listed(EMPLOYEE_TYPE),
	{
		target: 'employment_type',
		field: text(
			'employmentType',
			'Employment Type',
			'e.g. employee',
			'Feishu’s name of the kind of employment: employee, contingent_worker, or one of your tenant’s own',
		),
		read: readText,
	},
	listed(JOB),
	listed(OFFER_HR),
	listed(OFFICE_LOCATION),
	{
		target: 'onboarding_date',
		field: {
			displayName: 'Onboarding Date',
			name: 'onboardingDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description:
				'The first day. The time of day is ignored; a moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		},
		read: readDay,
	},
	listed(ONBOARDING_LOCATION),
	listed(POSITION),
	{
		target: 'work_emails',
		field: text(
			'workEmail',
			'Work Email',
			'e.g. chen.jing@example.com',
			'The only work email from now on: it takes the place of all that stand there',
		),
		read: readWorkEmail,
	},
	{
		target: 'worker_id',
		field: text(
			'workerId',
			'Worker ID',
			'e.g. A0001',
			'The employee number. Feishu refuses it where numbers are given automatically.',
		),
		read: readText,
	},
];

export const updateFieldsField: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description:
		'What to change. A field that is not added here keeps its value; to empty one, name it in Fields to Clear.',
	options: UPDATE_FIELDS.map(({ field }) => field),
};

/** A field that was added and left empty is not touched; an expression that gives nothing is refused, since it might be meant to clear. */
export function readUpdateFields(
	context: IExecuteFunctions,
	itemIndex: number,
): Result<FieldValue[]> {
	const given = context.getNodeParameter('updateFields', itemIndex, {}) as IDataObject;
	const written = (context.getNode().parameters.updateFields ?? {}) as IDataObject;
	const values: FieldValue[] = [];
	for (const { field, target, read } of UPDATE_FIELDS) {
		const value = valueOfLocator(given[field.name]);
		const isNothing = value === undefined || value === null || value === '';
		if (isNothing && !isExpression(written[field.name])) continue;
		if (isNothing) return refuseNothing(field.displayName);
		const wanted = read(value, field.displayName, context.getTimezone());
		if (!wanted.ok) return wanted;
		const group = 'offer_info_update';
		values.push({ group, name: target, isCustom: false, value: wanted.value });
	}
	return succeed(values);
}

function isExpression(written: unknown): boolean {
	const value = valueOfLocator(written);
	return typeof value === 'string' && value.startsWith('=');
}

function refuseNothing(label: string): Result<never> {
	return refuseInput(
		'INVALID_UPDATE_FIELD',
		`${label} has an expression that gives nothing`,
		`Correct the expression, or remove ${label} so that it is not touched. To empty the field, name it in Fields to Clear.`,
	);
}

function listed(field: ListedField): UpdateField {
	return {
		target: field.target,
		field: locatorField(field),
		read: (value) => readLocator(value, field),
	};
}

function text(
	name: string,
	displayName: string,
	placeholder: string,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, description };
}

function readText(value: unknown, label: string): Result<string> {
	return readIdText(value, {
		label,
		code: 'INVALID_UPDATE_FIELD',
		wayOut: `Give ${label} as text, or remove it so that it is not touched.`,
	});
}

/** As Feishu's list of work emails, which is replaced whole. */
function readWorkEmail(value: unknown, label: string): Result<IDataObject[]> {
	const email = typeof value === 'string' ? value.trim() : '';
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
		return succeed([{ email, is_primary: true, is_public: true, email_usage: 'work' }]);
	return refuseInput(
		'INVALID_UPDATE_FIELD',
		`${label} is not an email address`,
		'Give one address, such as chen.jing@example.com. Several go into More Fields as offer_info_update.work_emails.',
	);
}

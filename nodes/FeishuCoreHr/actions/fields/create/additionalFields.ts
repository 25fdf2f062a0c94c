/** Additional Fields of Create: what some tenants need and many ATS know. Empty ones are left out. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../../feishu/core/failure';
import { readIdText } from '../idText';
import {
	DIRECT_LEADER,
	FLOW,
	JOB,
	OFFER_HR,
	OFFICE_LOCATION,
	POSITION,
	WORK_LOCATION,
} from '../listedFields';
import { locatorField, readOptionalLocator, type ListedField } from '../locator';
import { mergeDeep } from './merge';

type AdditionalField = { listed: ListedField } | TextField;

interface TextField {
	/** Where Feishu wants it in the body. */
	path: readonly string[];
	text: INodeProperties;
	whyNot?: (text: string) => string | undefined;
}

const FIELDS: readonly AdditionalField[] = [
	{
		path: ['ats_application_id'],
		text: text(
			'ATS Application ID',
			'atsApplicationId',
			'7137809347463546412',
			'The application ID of Feishu Hire, for tenants that use it. The ID of another ATS belongs into External ID.',
		),
	},
	{ listed: DIRECT_LEADER },
	{
		path: ['basic_info', 'email'],
		text: text('Email', 'email', 'chen.jing@example.com', 'The private address of the person'),
		whyNot: whyNoEmail,
	},
	{
		path: ['basic_info', 'gender_id'],
		text: text(
			'Gender',
			'gender',
			'female',
			'An option of your tenant by its name: male, female, other',
		),
	},
	{ listed: JOB },
	{
		path: ['basic_info', 'legal_name', 'full_name'],
		text: text(
			'Legal Name',
			'legalName',
			'Chen Jing',
			'The name in the passport or ID card, as one text',
		),
	},
	{ listed: OFFER_HR },
	{ listed: OFFICE_LOCATION },
	{ listed: FLOW },
	{ listed: POSITION },
	{
		path: ['offer_info', 'recruitment_type_id'],
		text: text(
			'Recruitment Type',
			'recruitmentType',
			'social_recruitment__c',
			'How the person was found: an option of your tenant by its name, not an ID',
		),
	},
	{
		path: ['offer_info', 'work_email'],
		text: text(
			'Work Email',
			'workEmail',
			'chen.jing@example.com',
			'The future address. A Feishu mailbox is in lower case and at most 20 characters long.',
		),
		whyNot: whyNoEmail,
	},
	{ listed: WORK_LOCATION },
	{
		path: ['basic_info', 'worker_id'],
		text: text(
			'Worker ID',
			'workerId',
			'A0001',
			'The employee number. Leave it out where your tenant numbers employees by itself.',
		),
	},
];

export const additionalFieldsField: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: 'More that is known of the hire. A field that stays empty is not sent.',
	options: FIELDS.map((field) => ('listed' in field ? locatorField(field.listed) : field.text)),
};

/** What is set, in the shape of Feishu's body. */
export function readAdditionalFields(given: unknown): Result<IDataObject> {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		return refuseInput(
			'INVALID_ADDITIONAL_FIELD',
			'Additional Fields is not an object',
			'Set the fields one by one, or give an object with their names.',
		);
	}
	const values = given as IDataObject;
	let body: IDataObject = {};
	for (const field of FIELDS) {
		const isListed = 'listed' in field;
		const value = isListed
			? readOptionalLocator(values[field.listed.name], field.listed)
			: readOptionalText(values[field.text.name], field);
		if (!value.ok) return value;
		const path = isListed ? ['offer_info', field.listed.target] : field.path;
		if (value.value !== undefined) body = mergeDeep(body, nest(path, value.value));
	}
	return succeed(body);
}

function readOptionalText(
	value: unknown,
	{ text: field, whyNot }: TextField,
): Result<string | undefined> {
	if (value === undefined || value === null) return succeed(undefined);
	if (typeof value === 'string' && value.trim() === '') return succeed(undefined);
	return readIdText(value, {
		label: field.displayName,
		code: 'INVALID_ADDITIONAL_FIELD',
		wayOut: `Give ${field.displayName} as one text, ${String(field.placeholder).replace('e.g.', 'such as')}.`,
		...(whyNot !== undefined && { whyNot }),
	});
}

function nest(path: readonly string[], value: string): IDataObject {
	return path.reduceRight<IDataObject | string>(
		(inner, name) => ({ [name]: inner }),
		value,
	) as IDataObject;
}

function whyNoEmail(email: string): string | undefined {
	return /^[^@\s]+@[^@\s]+$/.test(email) ? undefined : 'is not an email address';
}

function text(
	displayName: string,
	name: string,
	example: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		placeholder: `e.g. ${example}`,
		default: '',
		description,
	};
}

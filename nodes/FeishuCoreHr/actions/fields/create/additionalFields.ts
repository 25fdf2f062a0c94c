/** Additional Fields of Create: what some tenants need and many ATS know. Empty ones are left out. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../../feishu/core/failure';
import { readIdText } from '../idText';
import { locatorField, readOptionalLocator, type ListedField } from './locator';
import { mergeDeep } from './merge';

/** One field. `path` is where Feishu wants it in the body. */
type AdditionalField = { path: readonly string[] } & ({ listed: ListedField } | TextField);

interface TextField {
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
	{
		path: ['offer_info', 'direct_leader_id'],
		listed: {
			name: 'directLeaderId',
			displayName: 'Direct Leader',
			description: 'To whom the person will report: somebody who has joined already',
			method: 'searchEmployees',
			example: '6893014062142064135',
		},
	},
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
	{
		path: ['offer_info', 'job_id'],
		listed: {
			name: 'jobId',
			displayName: 'Job',
			description: 'What the person will do. Departments that work with jobs need it.',
			method: 'searchJobs',
			example: '6966236933198415372',
		},
	},
	{
		path: ['basic_info', 'legal_name', 'full_name'],
		text: text(
			'Legal Name',
			'legalName',
			'Chen Jing',
			'The name in the passport or ID card, as one text',
		),
	},
	{
		path: ['offer_info', 'offer_hr_id'],
		listed: {
			name: 'offerHrId',
			displayName: 'Offer HR',
			description: 'Who looks after the offer: somebody in HR who has joined already',
			method: 'searchEmployees',
			example: '6893014062142064135',
		},
	},
	{
		path: ['offer_info', 'office_location_id'],
		listed: {
			name: 'officeLocationId',
			displayName: 'Office Location',
			description:
				'The building where the desk will be. Feishu does not tell which locations it takes.',
			method: 'searchLocations',
			example: '6977976687350924833',
		},
	},
	{
		path: ['offer_info', 'flow_id'],
		listed: {
			name: 'flowId',
			displayName: 'Onboarding Flow',
			description: 'Which onboarding flow to begin. Without it Feishu chooses one.',
			method: 'searchFlows',
			example: '628c00000000000000000001',
			anyText: true,
		},
	},
	{
		path: ['offer_info', 'position_id'],
		listed: {
			name: 'positionId',
			displayName: 'Position',
			description:
				'The post that the person fills. Departments that work with positions need it; the list shows those of the chosen department.',
			method: 'searchPositions',
			example: '7094136522860922111',
		},
	},
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
	{
		path: ['offer_info', 'work_location_id'],
		listed: {
			name: 'workLocationId',
			displayName: 'Work Location',
			description: 'The city or region of work. Feishu does not tell which locations it takes.',
			method: 'searchWorkLocations',
			example: '6977976687350924833',
		},
	},
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
		const value =
			'listed' in field
				? readOptionalLocator(values[field.listed.name], field.listed)
				: readOptionalText(values[field.text.name], field);
		if (!value.ok) return value;
		if (value.value !== undefined) body = mergeDeep(body, nest(field.path, value.value));
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

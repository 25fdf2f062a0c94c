/** Who is created: name, phone, and the ID by which the program before this node knows them. */
import type { INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../../feishu/core/failure';
import { readIdText, type IdField } from '../idText';

export const fullNameField: INodeProperties = {
	displayName: 'Full Name',
	name: 'fullName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Chen Jing',
	description: 'How colleagues call the person. A name in parts goes into More Fields.',
};

export const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 13900000000',
	description:
		'The mobile number without its country code. Blanks, hyphens and brackets in it are dropped.',
};

export const phoneAreaCodeField: INodeProperties = {
	displayName: 'Phone Area Code',
	name: 'phoneAreaCode',
	type: 'string',
	required: true,
	default: '86_china',
	placeholder: 'e.g. 86_china',
	description:
		'The country of the number as your Feishu People names it: 86_china, not +86. An administrator sees the names in its settings.',
};

export const externalIdField: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. ats-application-4711',
	description:
		'What makes a repeat harmless: your own key for this hire, such as the application ID of your ATS. If a pre-hire with it exists, Feishu returns that person and ignores everything else. It is written once: Feishu neither shows nor finds people by it.',
};

export interface Person {
	fullName: string;
	phoneNumber: string;
	phoneAreaCode: string;
}

/** `get` gives a parameter of the item. */
export function readPerson(get: (name: string) => unknown): Result<Person> {
	const fullName = readText(get('fullName'), FULL_NAME);
	if (!fullName.ok) return fullName;
	const phoneNumber = readPhoneNumber(get('phoneNumber'));
	if (!phoneNumber.ok) return phoneNumber;
	const phoneAreaCode = readText(get('phoneAreaCode'), PHONE_AREA_CODE);
	if (!phoneAreaCode.ok) return phoneAreaCode;
	return succeed({
		fullName: fullName.value,
		phoneNumber: phoneNumber.value,
		phoneAreaCode: phoneAreaCode.value,
	});
}

export function readExternalId(value: unknown): Result<string> {
	return readIdText(value, EXTERNAL_ID);
}

const EXTERNAL_ID: IdField = {
	label: 'External ID',
	code: 'INVALID_EXTERNAL_ID',
	wayOut:
		'Give your own key for this hire, the same whenever it is sent, such as the application ID of your ATS.',
	whyNot: (text) =>
		/\p{Cc}/u.test(text) ? 'has a line break or another control character in it' : undefined,
};

const FULL_NAME: IdField = {
	label: 'Full Name',
	code: 'INVALID_FULL_NAME',
	wayOut: 'Give the name as one text, such as Chen Jing.',
	whyNot: (text) =>
		/\p{Cc}/u.test(text) ? 'has a line break or another control character in it' : undefined,
};

const PHONE_NUMBER: IdField = {
	label: 'Phone Number',
	code: 'INVALID_PHONE_NUMBER',
	wayOut:
		'Give the digits of the number, such as 13900000000, and its country in Phone Area Code, such as 86_china.',
	whyNot: whyNoPhoneNumber,
};

const PHONE_AREA_CODE: IdField = {
	label: 'Phone Area Code',
	code: 'INVALID_PHONE_AREA_CODE',
	wayOut: 'Give it as Feishu People names it, such as 86_china or 65_singapore.',
	whyNot: (text) => {
		if (/^[+0-9]+$/.test(text)) return 'is a number only, without the name of the country';
		return /\s/.test(text) ? 'has a blank in it' : undefined;
	},
};

/** Numbers of the world have at most 15 digits. */
function whyNoPhoneNumber(text: string): string | undefined {
	if (text.startsWith('+')) return 'begins with +, so the code of the country is in it';
	if (!/^[0-9]+$/.test(text)) return 'has something other than the digits 0 to 9 in it';
	return text.length >= 5 && text.length <= 15
		? undefined
		: `has ${text.length} digits, and phone numbers have 5 to 15`;
}

function readPhoneNumber(value: unknown): Result<string> {
	return readIdText(
		typeof value === 'string' ? value.replace(/[\s()（）-]/g, '') : value,
		PHONE_NUMBER,
	);
}

/** A text as a text: a number in its place is likely to be another field. */
function readText(value: unknown, field: IdField): Result<string> {
	if (typeof value !== 'number') return readIdText(value, field);
	return refuseInput(field.code, `${field.label} is a number, not text`, field.wayOut);
}

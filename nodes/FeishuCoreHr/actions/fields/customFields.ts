/** Custom Fields: the fields that a tenant has added to people, each value in the form that its type wants. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import {
	readCustomFieldKey,
	type CustomFieldKind,
	type CustomFieldObject,
} from '../../feishu/lists/customFieldKey';
import { readDay } from './day';
import { whyNoFeishuId } from './feishuId';
import { readTextList, SEPARATORS } from './textList';
import { isObject } from './jsonObject';

export const customFieldsField: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'Fields that your tenant has added to pre-hires and to people. Those that stay empty are not sent. The list needs the scope corehr:common_data.meta_data:read.',
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: 'listCustomFields',
			mode: 'add',
			valuesLabel: 'Custom Fields',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: false,
			noFieldsError: 'This tenant has no custom fields for pre-hires or people',
		},
	},
};

/** As Feishu wants it; the value is always a text. */
export interface CustomFieldValue extends IDataObject {
	field_name: string;
	value: string;
}

export type CustomFieldValues = Readonly<Record<CustomFieldObject, CustomFieldValue[]>>;

/** `parameter` is n8n's mapping, or an object with the same keys. `timeZone` is the workflow's, an IANA name. */
export function readCustomFields(parameter: unknown, timeZone: string): Result<CustomFieldValues> {
	const found: CustomFieldValues = { pre_hire: [], person: [] };
	for (const [key, value] of Object.entries(valuesIn(parameter))) {
		if (value === undefined || value === null || value === '') continue;
		const field = readCustomFieldKey(key);
		if (field === undefined) {
			return refuse(
				`has ${key.slice(0, 100)}, which is no field of its list`,
				'Open the node, choose the field from the list under Custom Fields, then run again.',
			);
		}
		const written = FORMS[field.kind](value, `Custom Fields > ${field.name}`, timeZone);
		if (!written.ok) return written;
		found[field.object].push({ field_name: field.name, value: written.value });
	}
	return succeed(found);
}

function valuesIn(parameter: unknown): IDataObject {
	if (!isObject(parameter)) return {};
	if (!('mappingMode' in parameter)) return parameter;
	return isObject(parameter.value) ? parameter.value : {};
}

type Form = (value: unknown, label: string, timeZone: string) => Result<string>;

/** How Feishu wants the value of each kind. */
const FORMS: Readonly<Record<CustomFieldKind, Form>> = {
	text: (value, label) => {
		const isText = typeof value === 'string' || Number.isSafeInteger(value);
		return isText ? succeed(JSON.stringify([String(value)])) : wrong(label, 'not text', 'hello');
	},
	boolean: (value, label) => {
		const text = String(value);
		const isBoolean = typeof value === 'boolean' || text === 'true' || text === 'false';
		return isBoolean ? succeed(text) : wrong(label, 'neither true nor false', 'true');
	},
	number: (value, label) => {
		const text = String(value).trim();
		const isExact =
			typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value);
		const isNumber = typeof value === 'number' || typeof value === 'string';
		return isNumber && isExact && /^-?\d+(\.\d+)?$/.test(text)
			? succeed(text)
			: wrong(label, 'not a number, or one that has lost digits', '12');
	},
	option: (value, label) =>
		typeof value === 'string' && !/[\s,]/.test(value.trim())
			? succeed(value.trim())
			: wrong(label, 'not the name of one option', 'my_option__c'),
	options: (value, label) => {
		const names = readTextList(value, { label, separators: SEPARATORS });
		if (!names.ok) return names;
		return names.value.length > 0
			? succeed(JSON.stringify(names.value))
			: wrong(label, 'an empty list', 'my_option__c, other_option__c');
	},
	person: (value, label) => {
		const ids = readTextList(value, {
			label,
			separators: SEPARATORS,
			entry: {
				whyNot: whyNoFeishuId,
				wayOut: 'Give the employment ID of the employee as text, such as 6893014062142064135.',
			},
		});
		if (!ids.ok) return ids;
		const [first, ...others] = ids.value;
		if (first === undefined) return wrong(label, 'an empty list', '6893014062142064135');
		return succeed(others.length === 0 ? first : JSON.stringify(ids.value));
	},
	date: (value, label, timeZone) => readDay(value, label, timeZone),
	file: (value, label) => {
		const ids = readTextList(value, { label, separators: SEPARATORS });
		if (!ids.ok) return ids;
		return ids.value.length > 0
			? succeed(JSON.stringify(ids.value.map((file_id) => ({ file_id }))))
			: wrong(label, 'an empty list', 'the file_id that Feishu gave for the upload');
	},
};

function wrong(label: string, what: string, example: string): Result<string> {
	return refuseInput(
		'INVALID_CUSTOM_FIELD',
		`${label} is ${what}`,
		`Give a value of the type that the field has in Feishu People, such as ${example}.`,
	);
}

function refuse(reason: string, hint: string): Result<CustomFieldValues> {
	return refuseInput('INVALID_CUSTOM_FIELD', `Custom Fields ${reason}`, hint);
}

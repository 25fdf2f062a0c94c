/** More Fields of Update: whatever else Feishu's update call takes, as JSON. */
import type { INodeProperties } from 'n8n-workflow';

import { cutText } from '../../feishu/core/cleanText';
import { succeed, type Result } from '../../feishu/core/failure';
import { GROUPS, type FieldValue } from '../../feishu/preHires/updateBody';
import { isObject, readMoreFields, refuseMoreFields } from './jsonObject';
import { readFieldName } from './updateNames';

const LABEL = 'More Fields';

export const moreUpdateFieldsField: INodeProperties = {
	displayName: LABEL,
	name: 'moreFields',
	type: 'json',
	default: '{}',
	description:
		'Further fields in the form of Feishu’s update call, such as { "offer_info_update": { "work_station": "4F-12" } }. They win over Update Fields. A list such as names, phones or emails is replaced whole: give all of its entries.',
};

const WAY_OUT =
	'Give a JSON object such as { "offer_info_update": { "work_station": "4F-12" } }, IDs as text; the node itself writes the lists of what is updated.';

export function readMoreUpdateFields(value: unknown): Result<FieldValue[]> {
	const given = readMoreFields(value, WAY_OUT);
	if (!given.ok) return given;
	const values: FieldValue[] = [];
	for (const [group, fields] of Object.entries(given.value)) {
		if (!GROUPS.some((each) => each === group) || !isObject(fields))
			return refuseMoreFields(
				`has “${cutText(group, 60)}”, which is not ${GROUPS.join(' or ')} with an object behind it`,
				WAY_OUT,
			);
		for (const [name, field] of Object.entries(fields)) {
			const read =
				name === 'custom_fields' ? readCustom(group, field) : readOne(group, name, field);
			if (!read.ok) return read;
			values.push(...read.value);
		}
	}
	return succeed(values);
}

function readOne(group: string, name: string, value: unknown): Result<FieldValue[]> {
	const field = readFieldName(`${group}.${name}`, LABEL);
	if (!field.ok) return field;
	// Feishu takes a listed name without a value for one to clear.
	return isEmpty(value) ? refuseEmpty(`${group}.${name}`) : succeed([{ ...field.value, value }]);
}

function readCustom(group: string, value: unknown): Result<FieldValue[]> {
	const values: FieldValue[] = [];
	for (const entry of Array.isArray(value) ? (value as unknown[]) : [undefined]) {
		const { field_name: name, value: text } = isObject(entry) ? entry : {};
		if (typeof name !== 'string')
			return refuseMoreFields(
				`has ${group}.custom_fields that are not a list of { "field_name": …, "value": … }`,
				WAY_OUT,
			);
		const field = readFieldName(`${group}.custom_fields.${name}`, LABEL);
		if (!field.ok) return field;
		if (isEmpty(text)) return refuseEmpty(`${group}.custom_fields.${name}`);
		if (typeof text !== 'string')
			return refuseMoreFields(
				`has the custom field ${name} with a value that is not text`,
				WAY_OUT,
			);
		values.push({ ...field.value, value: text });
	}
	return succeed(values);
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

function refuseEmpty(name: string): ReturnType<typeof refuseMoreFields> {
	return refuseMoreFields(
		`has ${name} without a value, which would clear it`,
		`Give it a value, or leave it out. To empty the field, name ${name} in Fields to Clear.`,
	);
}

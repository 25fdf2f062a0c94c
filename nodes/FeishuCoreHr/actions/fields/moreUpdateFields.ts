/** More Fields of Update: whatever else Feishu's update call takes, as JSON. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Failure, type Result } from '../../feishu/core/failure';
import { GROUPS, type FieldValue } from '../../feishu/preHires/updateBody';
import { hasLostDigits, isObject, UNSAFE_NAMES } from './jsonObject';
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

export function readMoreUpdateFields(
	context: IExecuteFunctions,
	itemIndex: number,
): Result<FieldValue[]> {
	const parsed = parse(context.getNodeParameter('moreFields', itemIndex, '{}'));
	if (!parsed.ok) return parsed;
	const flaw = flawIn(parsed.value, '');
	if (flaw !== undefined) return { ok: false, failure: flaw };
	const values: FieldValue[] = [];
	for (const [group, fields] of Object.entries(parsed.value)) {
		if (!GROUPS.some((each) => each === group) || !isObject(fields))
			return refuse(
				`${LABEL} holds “${group.slice(0, 60)}”, which is not ${GROUPS.join(' or ')} with an object behind it`,
			);
		for (const [name, value] of Object.entries(fields)) {
			const read =
				name === 'custom_fields' ? readCustom(group, value) : readOne(group, name, value);
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
			return refuse(
				`${LABEL} holds ${group}.custom_fields that are not a list of { "field_name": …, "value": … }`,
			);
		const field = readFieldName(`${group}.custom_fields.${name}`, LABEL);
		if (!field.ok) return field;
		if (isEmpty(text)) return refuseEmpty(`${group}.custom_fields.${name}`);
		if (typeof text !== 'string')
			return refuse(`${LABEL} gives the custom field ${name} a value that is not text`);
		values.push({ ...field.value, value: text });
	}
	return succeed(values);
}

function parse(value: unknown): Result<Record<string, unknown>> {
	if (value === undefined || value === null || value === '') return succeed({});
	let parsed: unknown = value;
	if (typeof value === 'string') {
		try {
			parsed = JSON.parse(value) as unknown;
		} catch {
			return refuse(`${LABEL} is not JSON`);
		}
	}
	return isObject(parsed) ? succeed(parsed) : refuse(`${LABEL} is not a JSON object`);
}

/** What makes a value unfit at any depth. */
function flawIn(value: unknown, path: string): Failure | undefined {
	if (typeof value === 'number' && hasLostDigits(value))
		return flaw(`${LABEL} holds a number at ${path} that has lost digits: put it in quotes`);
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [key, inner] of Object.entries(value)) {
		if (UNSAFE_NAMES.has(key)) return flaw(`${LABEL} holds the key ${key}, which no field has`);
		const found = flawIn(inner, path === '' ? key : `${path}.${key}`);
		if (found !== undefined) return found;
	}
	return undefined;
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

function refuseEmpty(name: string): ReturnType<typeof refuse> {
	return refuseInput(
		'INVALID_MORE_FIELDS',
		`${LABEL} holds ${name} without a value, which would clear it`,
		`Give it a value, or leave it out. To empty the field, name ${name} in Fields to Clear.`,
	);
}

function refuse(message: string): ReturnType<typeof refuseInput> {
	return { ok: false, failure: flaw(message) };
}

function flaw(message: string): Failure {
	return refuseInput(
		'INVALID_MORE_FIELDS',
		message,
		'Give a JSON object such as { "offer_info_update": { "work_station": "4F-12" } }; the lists of what is updated are written by the node.',
	).failure;
}

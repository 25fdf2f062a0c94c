/** Update: changes what is named in a pre-hire's record, and nothing else. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import {
	fieldPath,
	touchedFields,
	type FieldName,
	type FieldValue,
	type RecordChanges,
} from '../../feishu/preHires/updateBody';
import { UPDATE, UPDATE_STAGES, updatePreHire } from '../../feishu/preHires/updatePreHire';
import { customFieldsField, readCustomFields } from '../fields/customFields';
import { moreUpdateFieldsField, readMoreUpdateFields } from '../fields/moreUpdateFields';
import { optionsField } from '../fields/options';
import { preHireField } from '../fields/preHire';
import { readTextList, SEPARATORS_AND_BLANKS } from '../fields/textList';
import { readUpdateFields, updateFieldsField } from '../fields/updateFields';
import { readFieldName } from '../fields/updateNames';
import type { Operation, Request } from '../operation';
import { readChange } from './change';

const CLEAR_LABEL = 'Fields to Clear';

const fieldsToClearField: INodeProperties = {
	displayName: CLEAR_LABEL,
	name: 'fieldsToClear',
	type: 'string',
	default: '',
	placeholder: 'e.g. work_station, offer_info_update.pathway',
	description:
		'Fields to empty, by Feishu’s names, separated by commas, with their group in front or without. Custom fields by their API name, such as badge__c. What is not named here is never cleared.',
};

export const updateOperation: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update pre hire',
	description:
		'Change fields of a pre-hire, such as start date, department or work email. Needs the pre_hire_id and at least one field. Fields that are not named keep their values; a list, such as phone numbers, is replaced whole. Refused once the person has joined.',
	itemsPerMinute: 1_000,
	scopes: [['corehr:pre_hire:update']],
	customAppsOnly: UPDATE.endpoint.customAppsOnly,
	fields: [
		preHireField,
		updateFieldsField,
		customFieldsField,
		fieldsToClearField,
		moreUpdateFieldsField,
		optionsField([], 1_000),
	],
	beforeRunningAgain: '',
	read: readUpdate,
};

function readUpdate(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	return readChange(context, itemIndex, () => {
		const changes = readChanges(context, itemIndex);
		if (!changes.ok) return changes;
		return succeed({
			settings: JSON.stringify(changes.value),
			stages: UPDATE_STAGES,
			send: async (caller, person) => await updatePreHire(caller, person, changes.value),
			describe: () => ({ outcome: 'updated', updated_fields: touchedFields(changes.value) }),
		});
	});
}

function readChanges(context: IExecuteFunctions, itemIndex: number): Result<RecordChanges> {
	const listed = readUpdateFields(context, itemIndex);
	if (!listed.ok) return listed;
	const custom = readCustom(context, itemIndex);
	if (!custom.ok) return custom;
	const more = readMoreUpdateFields(context.getNodeParameter('moreFields', itemIndex, '{}'));
	if (!more.ok) return more;
	const clear = readFieldsToClear(context.getNodeParameter('fieldsToClear', itemIndex, ''));
	if (!clear.ok) return clear;
	const byPath = new Map(
		[...listed.value, ...custom.value, ...more.value].map((field) => [fieldPath(field), field]),
	);
	const both = clear.value.map(fieldPath).find((path) => byPath.has(path));
	if (both !== undefined)
		return refuseInput(
			'FIELD_SET_AND_CLEARED',
			`${both} is given a value and stands in ${CLEAR_LABEL} as well`,
			`Take it out of ${CLEAR_LABEL}, or give it no value.`,
		);
	if (byPath.size === 0 && clear.value.length === 0)
		return refuseInput(
			'NOTHING_TO_UPDATE',
			'There is nothing to update: no field is set and none is to be cleared',
			'Add a field under Update Fields, Custom Fields or More Fields, or name one in Fields to Clear.',
		);
	return succeed({ set: [...byPath.values()], clear: clear.value });
}

/** Custom fields of a pre-hire stand with the offer, those of the person with the basic information. */
const GROUPS_OF_CUSTOM = { pre_hire: 'offer_info_update', person: 'basic_info_update' } as const;

function readCustom(context: IExecuteFunctions, itemIndex: number): Result<FieldValue[]> {
	const parameter = context.getNodeParameter('customFields', itemIndex, {});
	const fields = readCustomFields(parameter, context.getTimezone());
	if (!fields.ok) return fields;
	return succeed(
		(['pre_hire', 'person'] as const).flatMap((object) =>
			fields.value[object].map(({ field_name: name, value }) => ({
				group: GROUPS_OF_CUSTOM[object],
				name,
				isCustom: true,
				value,
			})),
		),
	);
}

function readFieldsToClear(value: unknown): Result<FieldName[]> {
	const names = readTextList(value, { label: CLEAR_LABEL, separators: SEPARATORS_AND_BLANKS });
	if (!names.ok) return names;
	const fields: FieldName[] = [];
	for (const text of names.value) {
		const field = readFieldName(text, CLEAR_LABEL);
		if (!field.ok) return field;
		fields.push(field.value);
	}
	return succeed(fields);
}

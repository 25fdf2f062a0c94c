/** The fields that the editor offers under Custom Fields: the tenant's own, by name and type. */
import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import {
	CUSTOM_FIELD_OBJECTS,
	writeCustomFieldKey,
	type CustomFieldKind,
	type CustomFieldObject,
} from '../feishu/lists/customFieldKey';
import {
	CUSTOM_FIELDS_SCOPE,
	listCustomFields as listFields,
	type CustomField,
} from '../feishu/lists/customFields';
import { callerOf, unwrap } from './listing';

/** For messages, as `unwrap` puts them together. */
const LISTED = {
	noun: 'custom fields',
	scope: CUSTOM_FIELDS_SCOPE,
	without: 'Use More Fields (JSON)',
};

export async function listCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const caller = await callerOf(this, LISTED.noun);
	const fields: ResourceMapperField[] = [];
	for (const object of CUSTOM_FIELD_OBJECTS) {
		const found = await listFields(caller, object);
		const own = unwrap(this, found, LISTED);
		fields.push(...own.map(describe));
	}
	return { fields };
}

/** n8n's widget for each kind. A list of options has none, so it is a text with commas. */
const WIDGETS: Readonly<Record<CustomFieldKind, FieldType>> = {
	text: 'string',
	boolean: 'boolean',
	number: 'number',
	option: 'options',
	options: 'string',
	person: 'string',
	date: 'dateTime',
	file: 'string',
};

const OF_OBJECT: Readonly<Record<CustomFieldObject, string>> = {
	pre_hire: '',
	person: ' (person)',
};

/** What to write where the widget does not tell. */
const FORMS: Partial<Record<CustomFieldKind, string>> = {
	person: 'employment ID',
	file: 'file_id of an upload',
};

function describe(field: CustomField): ResourceMapperField {
	const { object, kind, name, names, options } = field;
	const choices = options.map((option) => option.name).join(', ');
	const form = kind === 'options' ? `several of ${choices}` : FORMS[kind];
	const label = names.length > 0 ? names.join(' · ') : name;
	return {
		id: writeCustomFieldKey(field),
		displayName: `${label}${OF_OBJECT[object]}${form === undefined ? '' : `: ${form}`}`,
		defaultMatch: false,
		canBeUsedToMatch: false,
		// The tenant's setting for its own pages: whether Feishu's create call wants the field too is told nowhere.
		required: false,
		display: true,
		type: WIDGETS[kind],
		...(kind === 'option' && {
			options: options.map((option) => ({
				name: option.names.length > 0 ? option.names.join(' · ') : option.name,
				value: option.name,
			})),
		}),
	};
}

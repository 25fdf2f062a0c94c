/** The fields that a tenant has added to pre-hires and people. */
import type { IDataObject } from 'n8n-workflow';

import { call } from '../call/call';
import type { Endpoint } from '../call/endpoint';
import type { Caller } from '../caller/caller';
import { succeed, type Result } from '../core/failure';
import { readObject } from '../http/reply';
import { THOUSAND_A_MINUTE } from '../quota/window';
import { LIST_CODES } from './codes';
import type { CustomFieldKey, CustomFieldKind, CustomFieldObject } from './customFieldKey';
import { readNames } from './names';

/** The scope that opens the list and asks for least. */
export const CUSTOM_FIELDS_SCOPE = 'corehr:common_data.meta_data:read';

export interface CustomField extends CustomFieldKey {
	/** In all languages. */
	names: string[];
	/** What can be chosen, for a field with options. */
	options: Array<{ name: string; names: string[] }>;
}

const CUSTOM_FIELDS: Endpoint<CustomField[]> = {
	api: 'customFields',
	method: 'GET',
	path: '/open-apis/corehr/v1/custom_fields/query',
	quota: THOUSAND_A_MINUTE,
	codes: LIST_CODES,
	contradiction: {
		code: 'LIST_NOT_UNDERSTOOD',
		title: 'Feishu’s list of custom fields came in a form that this node does not know',
		category: 'service',
		hint: 'Open the list again later. If it stays, give the log_id to Feishu support.',
	},
	readData: ({ items }) =>
		Array.isArray(items) ? items.flatMap((item) => readField(readObject(item)) ?? []) : undefined,
};

/** The open fields of one of Feishu's objects that can be written. An object that the tenant does not have has none. */
export async function listCustomFields(
	caller: Caller,
	object: CustomFieldObject,
): Promise<Result<CustomField[]>> {
	const fields = await call(caller, CUSTOM_FIELDS, { query: { object_api_name_list: object } });
	return !fields.ok && fields.failure.category === 'not_found' ? succeed([]) : fields;
}

function readField(item: IDataObject): CustomField | undefined {
	const { custom_api_name: name, object_api_name: object, is_open: isOpen } = item;
	const kind = kindOf(item);
	if (typeof name !== 'string' || kind === undefined || isOpen === false) return undefined;
	if (object !== 'pre_hire' && object !== 'person') return undefined;
	return {
		object,
		kind,
		name,
		names: readNames(item.name),
		options: optionsOf(item),
	};
}

/** Feishu's types that can be written; 6, 9, 10 and 11 are read only. */
function kindOf(item: IDataObject): CustomFieldKind | undefined {
	switch (item.type) {
		case 1:
			return 'text';
		case 2:
			return 'boolean';
		case 3:
			return 'number';
		case 4:
			return enumSetting(item).is_multiple === true ? 'options' : 'option';
		case 5:
			return 'person';
		case 7:
			return 'date';
		case 8:
			return 'file';
		default:
			return undefined;
	}
}

function enumSetting({ common_schema_config: config }: IDataObject): IDataObject {
	return readObject(readObject(config).enum_field_setting);
}

function optionsOf(item: IDataObject): CustomField['options'] {
	const { enum_field_option_list: options } = enumSetting(item);
	return (Array.isArray(options) ? options : []).flatMap((each: unknown) => {
		const { api_name: name, name: names, is_open: isOpen } = readObject(each);
		return typeof name === 'string' && isOpen !== false ? [{ name, names: readNames(names) }] : [];
	});
}

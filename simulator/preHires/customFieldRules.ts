// Custom field values: always a string, whose form the field's type decides.
import type { CustomField, Organisation } from '../lists/organisation';
import { fieldOf, valueAt } from '../server/fields';
import type { FieldViolation } from './fieldViolations';

/** One value as create and update write it. */
export interface CustomValue {
	field_name: string;
	value: string;
}

/** The list in the body; a violation if it is no list of names and strings that fit the tenant's fields. */
export function customValuesOf(
	value: unknown,
	where: string,
	object: 'pre_hire' | 'person',
	{ customFields }: Organisation,
): CustomValue[] | FieldViolation {
	if (value === undefined) return [];
	if (!Array.isArray(value)) return { field: where, description: 'must be a list' };
	const values: CustomValue[] = [];
	for (const entry of value as unknown[]) {
		const name = fieldOf(entry, 'field_name');
		const text = fieldOf(entry, 'value');
		const field = customFields.find((one) => one.object === object && one.apiName === name);
		if (!field?.isOpen) return { field: where, description: `no field ${String(name)}` };
		if (typeof text !== 'string') {
			return { field: where, description: `the value of ${field.apiName} must be a string` };
		}
		if (!hasForm(field, text)) {
			return { field: where, value: text, description: `not a value of ${field.apiName}` };
		}
		values.push({ field_name: field.apiName, value: text });
	}
	return values;
}

function hasForm(field: CustomField, text: string): boolean {
	switch (field.type) {
		case 1: {
			// For fields of a person the pages disagree about the quoting.
			if (field.object === 'person') return true;
			const texts = listIn(text);
			return texts?.length === 1 && typeof texts[0] === 'string';
		}
		case 2:
			return text === 'true' || text === 'false';
		case 3:
			return /^-?\d+(\.\d+)?$/.test(text);
		case 4:
			return isOption(field, text);
		case 5:
			return /^\d+$/.test(text) || listIn(text) !== undefined;
		case 7:
			return /^\d{4}-\d{1,2}-\d{1,2}$/.test(text);
		case 8:
			return listIn(text)?.every((file) => typeof fieldOf(file, 'file_id') === 'string') ?? false;
		default:
			// Automatic numbers, images, computed fields and back references are read only.
			return false;
	}
}

function isOption({ config }: CustomField, text: string): boolean {
	const setting = valueAt(config, 'enum_field_setting');
	const options = fieldOf(setting, 'enum_field_option_list');
	const names = Array.isArray(options)
		? options.map((one: unknown) => fieldOf(one, 'api_name'))
		: [];
	const chosen = fieldOf(setting, 'is_multiple') === true ? listIn(text) : [text];
	return chosen?.every((name) => names.includes(name)) ?? false;
}

function listIn(text: string): unknown[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

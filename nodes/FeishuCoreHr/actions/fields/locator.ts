/** Fields that name an entry of a pick list: chosen from the list, or by its ID. */
import type { INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import { whyNoFeishuId } from './feishuId';
import { readIdText } from './idText';

/** One such field. */
export interface ListedField {
	name: string;
	/** Feishu's name of it in the offer. */
	target: string;
	displayName: string;
	description: string;
	/** The method that fills the list. */
	method: string;
	/** Stands behind `e.g.` where the ID goes. */
	example: string;
	/** Whether IDs of another form than Feishu's usual digits are right too. */
	anyText?: true;
}

export function locatorField(field: ListedField, required = false): INodeProperties {
	const { name, displayName, description, method, example } = field;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		...(required && { required }),
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: method, searchable: true },
				placeholder: 'Choose from the list',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${example}`,
				hint: 'As text: as a number an ID loses digits',
			},
		],
	};
}

/** The ID; undefined where the field stays empty. */
export function readOptionalLocator(
	parameter: unknown,
	field: ListedField,
): Result<string | undefined> {
	const value = valueOfLocator(parameter);
	const isEmpty =
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
	return isEmpty ? succeed(undefined) : readLocator(parameter, field);
}

export function readLocator(parameter: unknown, field: ListedField): Result<string> {
	const { displayName, example, anyText } = field;
	return readIdText(valueOfLocator(parameter), {
		label: displayName,
		code: 'INVALID_RECORD_ID',
		wayOut: `Choose ${displayName} from its list, or give the ID as text, such as ${example}.`,
		...(anyText !== true && { whyNot: whyNoFeishuId }),
	});
}

/** What n8n stores of a resource locator. */
interface Locator {
	__rl: true;
	mode: string;
	value?: unknown;
}

export function isLocator(parameter: unknown): parameter is Locator {
	return typeof parameter === 'object' && parameter !== null && '__rl' in parameter;
}

/** What stands in a resource locator, or the value itself where an expression gives it without one. */
export function valueOfLocator(parameter: unknown): unknown {
	return isLocator(parameter) ? parameter.value : parameter;
}

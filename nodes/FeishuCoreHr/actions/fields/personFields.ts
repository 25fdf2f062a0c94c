/** What Get and Get Many return of a person: flat or as Feishu has it, with which fields. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import type { FoundPreHire } from '../../feishu/preHires/searchPreHires';
import { SIMPLE_FIELD_PATHS, simplifier } from '../../feishu/preHires/simplePreHire';
import { readOption } from './options';
import { readStrictBoolean } from './strictBoolean';
import { readTextList, SEPARATORS_AND_BLANKS } from './textList';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Among the options. */
export const fieldsField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. person_info.legal_name, onboarding_info.withdrawn_reason',
	description:
		'More of Feishu’s fields, separated by commas. Some need a scope of their own; without it Feishu leaves the field out.',
};

export interface PersonFields {
	isFlat: boolean;
	/** What to ask search for. */
	paths: string[];
	/** Makes a person what the operation returns. */
	present(person: FoundPreHire): IDataObject;
}

export function readPersonFields(
	context: IExecuteFunctions,
	itemIndex: number,
): Result<PersonFields> {
	const flat = readStrictBoolean(
		context.getNodeParameter('simplify', itemIndex, true),
		'Simplify',
		'INVALID_SIMPLIFY',
		'{{ $json.flat === "yes" }}',
	);
	if (!flat.ok) return flat;
	const more = readTextList(readOption(context, itemIndex, 'fields', ''), {
		label: 'Fields',
		separators: SEPARATORS_AND_BLANKS,
	});
	if (!more.ok) return more;
	return succeed({
		isFlat: flat.value,
		paths: [...new Set([...SIMPLE_FIELD_PATHS, ...more.value])],
		present: flat.value ? simplifier(more.value) : (person) => person,
	});
}

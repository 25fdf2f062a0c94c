/** Get Many: the people whom search finds, one item each. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import { findPreHires } from '../../feishu/preHires/findPreHires';
import { SEARCH_SCOPES } from '../../feishu/preHires/searchPreHires';
import { SIMPLE_FIELD_PATHS, simplifier } from '../../feishu/preHires/simplePreHire';
import { filtersField, readFilters } from '../fields/filters';
import { optionsField, readIncludeInputFields, readOption } from '../fields/options';
import { readStrictBoolean } from '../fields/strictBoolean';
import { readTextList, SEPARATORS_AND_BLANKS } from '../fields/textList';
import { readWholeNumber } from '../fields/wholeNumber';
import type { Operation, Request } from '../operation';

const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const fieldsField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. person_info.legal_name, onboarding_info.withdrawn_reason',
	description:
		'More of Feishu’s fields, separated by commas. Some need a scope of their own; without it Feishu leaves the field out.',
};

export const getManyOperation: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many pre hires',
	description: 'List people by status, start date, name, department or ID',
	fields: [returnAllField, limitField, filtersField, simplifyField, optionsField([fieldsField])],
	scopes: [SEARCH_SCOPES],
	beforeRunningAgain: '',
	read: readGetMany,
};

function readGetMany(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	const limit = readLimit(context, itemIndex);
	if (!limit.ok) return limit;
	const filters = readFilters(
		context.getNodeParameter('filters', itemIndex, {}) as IDataObject,
		(context.getNode().parameters.filters ?? {}) as IDataObject,
		context.getTimezone(),
	);
	if (!filters.ok) return filters;
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
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return includeInputFields;
	const fields = [...new Set([...SIMPLE_FIELD_PATHS, ...more.value])];
	const body = { ...filters.value, fields };
	return succeed({
		kind: 'read',
		facts: {},
		key: JSON.stringify([limit.value, flat.value, body]),
		includeInputFields: includeInputFields.value,
		perform: async (caller) => {
			const found = await findPreHires(caller, { filters: body, limit: limit.value });
			if (!found.ok) return found;
			const { people } = found.value;
			return succeed(flat.value ? people.map(simplifier(more.value)) : people);
		},
	});
}

/** Infinity where all are wanted. */
function readLimit(context: IExecuteFunctions, itemIndex: number): Result<number> {
	const all = readStrictBoolean(
		context.getNodeParameter('returnAll', itemIndex, false),
		'Return All',
		'INVALID_RETURN_ALL',
		'{{ $json.all === "yes" }}',
	);
	if (!all.ok) return all;
	if (all.value) return succeed(Infinity);
	return readWholeNumber(context.getNodeParameter('limit', itemIndex, 50), limitField);
}

/** Get Many: the people whom search finds, one item each. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import { findPreHires } from '../../feishu/preHires/findPreHires';
import { SEARCH_SCOPES } from '../../feishu/preHires/searchPreHires';
import { filtersField, readFilters } from '../fields/filters';
import { optionsField, readIncludeInputFields } from '../fields/options';
import { fieldsField, readPersonFields, simplifyField } from '../fields/personFields';
import { readStrictBoolean } from '../fields/strictBoolean';
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
	const fields = readPersonFields(context, itemIndex);
	if (!fields.ok) return fields;
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return includeInputFields;
	const { isFlat, paths, present } = fields.value;
	const body = { ...filters.value, fields: paths };
	return succeed({
		kind: 'read',
		facts: {},
		key: JSON.stringify([limit.value, isFlat, body]),
		includeInputFields: includeInputFields.value,
		perform: async (caller) => {
			const found = await findPreHires(caller, { filters: body, limit: limit.value });
			return found.ok ? succeed(found.value.people.map(present)) : found;
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

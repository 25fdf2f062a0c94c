/** Get: one person by ID, whatever the stage. */
import type { IExecuteFunctions } from 'n8n-workflow';

import { about, succeed, type Result } from '../../feishu/core/failure';
import { GET_STAGES, getPreHire } from '../../feishu/preHires/getPreHire';
import { optionsField, readIncludeInputFields } from '../fields/options';
import { fieldsField, readPersonFields, simplifyField } from '../fields/personFields';
import { preHireField, readPreHire } from '../fields/preHire';
import { SEARCH_SCOPES } from '../../feishu/preHires/searchPreHires';
import type { Operation, Request } from '../operation';

export const getOperation: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get pre hire',
	description:
		'Get one pre-hire with name, worker ID, work email, department, onboarding status and start date, in any stage. Changes nothing. Needs the pre_hire_id; find it by name with Get Many. Fails with not_found if nobody has the ID or the app may not see the person: Feishu does not tell these apart.',
	itemsPerMinute: 100,
	scopes: [SEARCH_SCOPES],
	fields: [preHireField, simplifyField, optionsField([fieldsField])],
	beforeRunningAgain: '',
	read: readGet,
};

function readGet(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	const person = readPreHire(context, itemIndex, GET_STAGES);
	if (!person.ok) return person;
	const { facts, find, key } = person.value;
	const fields = readPersonFields(context, itemIndex);
	if (!fields.ok) return about(facts, fields);
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return about(facts, includeInputFields);
	const { isFlat, paths, present } = fields.value;
	return succeed({
		kind: 'read',
		facts,
		key: JSON.stringify([key, isFlat, paths]),
		includeInputFields: includeInputFields.value,
		perform: async (caller) => {
			const subject = await find(caller);
			if (!subject.ok) return subject;
			const found = await getPreHire(caller, subject.value, paths);
			return found.ok ? succeed([present(found.value)]) : about(subject.value.facts, found);
		},
	});
}

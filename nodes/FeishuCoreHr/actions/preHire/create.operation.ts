/** Create: a new pre-hire, once for each external ID. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { requireCustomApp } from '../../feishu/caller/customAppOnly';
import type { Caller } from '../../feishu/caller/caller';
import type { Subject } from '../../feishu/call/write';
import { about, succeed, type Result } from '../../feishu/core/failure';
import { checkStaffing } from '../../feishu/lists/staffing';
import { CREATE, createPreHire, externalSubject } from '../../feishu/preHires/createPreHire';
import { additionalFieldsField } from '../fields/create/additionalFields';
import { readCreateBody } from '../fields/create/body';
import { customFieldsField } from '../fields/customFields';
import { moreCreateFieldsField } from '../fields/create/moreFields';
import { offerFields } from '../fields/create/offer';
import {
	externalIdField,
	fullNameField,
	phoneAreaCodeField,
	phoneNumberField,
	readExternalId,
} from '../fields/create/person';
import { optionsField, readIncludeInputFields } from '../fields/options';
import type { Operation, Request } from '../operation';
import { successItem } from '../successItem';

const ITEMS_PER_MINUTE = 1_000;

export const createOperation: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create pre hire',
	description:
		'Create a pre-hire. Needs full name, phone, onboarding date, department and your own external ID; the same external ID again returns the person who has it and changes nothing. Get and Get Many show the person up to 5 seconds later. It cannot be undone: Withdraw only takes the person out of onboarding.',
	itemsPerMinute: ITEMS_PER_MINUTE,
	scopes: [['corehr:pre_hire:write', 'corehr:corehr']],
	customAppsOnly: CREATE.endpoint.customAppsOnly,
	fields: [
		fullNameField,
		phoneNumberField,
		phoneAreaCodeField,
		...offerFields,
		externalIdField,
		additionalFieldsField,
		customFieldsField,
		moreCreateFieldsField,
		optionsField([], ITEMS_PER_MINUTE),
	],
	beforeRunningAgain:
		'The run can be started again as it is: an external ID that has its person already creates nobody.',
	read: readCreate,
};

function readCreate(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	const externalId = readExternalId(context.getNodeParameter('externalId', itemIndex, null));
	if (!externalId.ok) return externalId;
	const subject = externalSubject(externalId.value);
	const body = readCreateBody(context, itemIndex, externalId.value);
	if (!body.ok) return about(subject.facts, body);
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return about(subject.facts, includeInputFields);
	const settings = JSON.stringify(body.value);
	return succeed({
		kind: 'change',
		key: settings,
		settings,
		includeInputFields: includeInputFields.value,
		facts: subject.facts,
		find: async (caller) => {
			const allowed = requireCustomApp(caller);
			return allowed.ok ? succeed(subject) : allowed;
		},
		perform: async (caller, found) => await perform(caller, found, body.value),
	});
}

async function perform(
	caller: Caller,
	subject: Subject,
	body: IDataObject,
): Promise<Result<IDataObject>> {
	const staffed = await checkStaffing(caller, body.offer_info);
	if (!staffed.ok) return staffed;
	const written = await createPreHire(caller, subject, body);
	if (!written.ok) return written;
	return succeed(successItem(subject, { outcome: 'created_or_existing' }, written.value));
}

/** Pre-Hire: which person an item is about, by ID, from a list, or as the ATS knows them. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Caller } from '../../feishu/caller/caller';
import { findByAtsApplication } from '../../feishu/preHires/atsApplications';
import { preHireSubject, type StagesOfChange } from '../../feishu/preHires/person';
import { succeed, type Result, type SubjectFacts } from '../../feishu/core/failure';
import type { Subject } from '../../feishu/call/write';
import { whyNoFeishuId } from './feishuId';
import { readIdText, type IdField } from './idText';
import { isLocator } from './locator';

export const preHireField: INodeProperties = {
	displayName: 'Pre-Hire',
	name: 'preHireId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The person in Feishu People > Onboarding whom each item is about',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPreHires', searchable: true },
			placeholder: 'Choose a person',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 7345005664477775407',
			hint: 'The pre_hire_id from Feishu, as text: as a number it loses digits',
		},
		{
			displayName: 'By ATS Application ID',
			name: 'atsApplicationId',
			type: 'string',
			placeholder: 'e.g. 7137809347463546412',
			hint: 'The application ID of Feishu Hire. Another ATS’s ID, which Feishu keeps as out_biz_id, cannot be searched. The person is looked up, so the app needs a search scope.',
		},
	],
};

/** One person as the parameter names them. */
export interface PersonReference {
	/** The same for the same parameter. */
	key: string;
	/** What is known of the person before anything is asked. */
	facts: SubjectFacts;
	find(caller: Caller): Promise<Result<Subject>>;
}

/** In `stages` a person is looked for whom only the ATS knows. */
export function readPreHire(
	context: IExecuteFunctions,
	itemIndex: number,
	stages: StagesOfChange,
): Result<PersonReference> {
	const parameter: unknown = context.getNodeParameter('preHireId', itemIndex, null);
	const { mode, value } = isLocator(parameter) ? parameter : { mode: 'id', value: parameter };
	if (mode === 'atsApplicationId') {
		const id = readIdText(value, ATS_APPLICATION_ID);
		if (!id.ok) return id;
		return succeed({
			key: `ats ${id.value}`,
			facts: {},
			find: async (caller) => await findByAtsApplication(caller, id.value, stages),
		});
	}
	const id = readIdText(value, PRE_HIRE_ID);
	if (!id.ok) return id;
	const subject = preHireSubject(id.value);
	return succeed({ ...subject, find: async () => succeed(subject) });
}

const PRE_HIRE_ID: IdField = {
	label: 'Pre-Hire ID',
	code: 'INVALID_PRE_HIRE_ID',
	wayOut:
		'Give the pre_hire_id that Feishu returned on creating or searching the person, such as 7345005664477775407.',
	whyNot: whyNoFeishuId,
};

const ATS_APPLICATION_ID: IdField = {
	label: 'ATS Application ID',
	code: 'INVALID_ATS_APPLICATION_ID',
	wayOut: 'Give the application ID (投递 ID) that Feishu Hire shows for this candidate, as text.',
};

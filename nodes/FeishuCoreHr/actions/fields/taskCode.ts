/** Task: which of a person's onboarding tasks an item is about, from a list or by its code. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Result } from '../../feishu/core/failure';
import { readIdText, type IdField } from './idText';
import { valueOfLocator } from './locator';

export const taskCodeField: INodeProperties = {
	displayName: 'Task',
	name: 'taskCode',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'The onboarding task to work on. The list shows those of the person chosen above; where an expression names the person, run the nodes before this one first.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOnboardingTasks', searchable: true },
			placeholder: 'Choose a task',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 2',
			hint: 'The task_code: 1 job information, 2 personal information, 3 SSO account, 4 check-in, 9 sign documents, or the UUID of a task of your own. Get with Options > Fields = onboarding_info.onboarding_task_list shows them.',
		},
	],
};

export function readTaskCode(context: IExecuteFunctions, itemIndex: number): Result<string> {
	return readIdText(
		valueOfLocator(context.getNodeParameter('taskCode', itemIndex, null)),
		TASK_CODE,
	);
}

const TASK_CODE: IdField = {
	label: 'Task',
	code: 'INVALID_TASK_CODE',
	wayOut:
		'Choose the task from the list, or give its task_code: 1, 2, 3, 4, 9 or the UUID of a task of your own.',
	whyNot: (text) =>
		/^[\w-]{1,100}$/.test(text)
			? undefined
			: 'has something other than letters, digits and hyphens in it, or more than 100 of them',
};

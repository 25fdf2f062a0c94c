/** Error codes of the call that starts, submits and reviews an onboarding task. Some mean something else on other calls. */
import type { CodeTable } from '../../answers/codeTable';
import { CHANGE_CODES, WRONG_STAGE_CODE } from './common';
import { readStage } from './stage';

/** Feishu's answers about a task whose state does not allow the step, and so to one that is sent a second time. */
export const TASK_STATE_CODES: ReadonlySet<number> = new Set([1161094, 1161096]);

export const TASK_CODES: CodeTable = new Map([
	[
		1161095,
		{
			title: 'The person has no such task, or the app may not see the person',
			category: 'not_found',
			hint: 'Check the task code and the pre-hire ID: Feishu does not say which of the two it does not find. Choose the task from the list to be sure.',
		},
	],
	[
		1161096,
		{
			title: 'The state of the task does not allow this step',
			category: 'wrong_stage',
			hint: 'Look at the task in Feishu People. Start takes a task that is not started, Submit one in progress or rejected, Approve and Reject one in review. A task that is past this step needs nothing.',
		},
	],
	[
		1161094,
		{
			title: 'The current step of the onboarding does not allow this',
			category: 'wrong_stage',
			hint: 'Look at the person’s onboarding in Feishu People and finish the step that is open there first.',
		},
	],
	[
		WRONG_STAGE_CODE,
		{
			title: 'The person’s onboarding is not under way',
			category: 'wrong_stage',
			hint: 'Look at the stage in Feishu People. Tasks can be worked on while the onboarding runs: not of people who are withdrawn or have joined.',
			readDetails: readStage,
		},
	],
	[
		1161142,
		{
			title: 'This task cannot be submitted through the API',
			category: 'wrong_stage',
			hint: 'Feishu takes no submissions of the tasks SSO account (3), check-in (4) and sign documents (9). Let the person, or HR, finish it in Feishu.',
		},
	],
	[
		1161098,
		{
			title: 'Required fields of the task’s form are empty',
			category: 'not_ready',
			hint: 'Have the person, or HR, fill in the form in Feishu People, then submit the task again.',
		},
	],
	[
		1161093,
		{
			title: 'Feishu could not carry out the step',
			category: 'unknown',
			hint: 'Ask the administrator of Feishu People to look at this task, or give the log_id to Feishu support.',
		},
	],
	...CHANGE_CODES,
]);

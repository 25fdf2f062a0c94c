/** Complete Onboarding: makes an employee of a pre-hire. There is no way back. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import { COMPLETE_STAGES, completeOnboarding } from '../../feishu/preHires/completeOnboarding';
import { optionsField, readOption } from '../fields/options';
import { preHireField } from '../fields/preHire';
import type { Operation, Request } from '../operation';
import { readChange } from './change';

const ifCompletedField: INodeProperties = {
	displayName: 'If Completed',
	name: 'ifCompleted',
	type: 'options',
	options: [
		{
			name: 'Fail',
			value: 'fail',
			description: 'The item fails as Feishu refuses it',
		},
		{
			name: 'Succeed',
			value: 'succeed',
			description:
				'Somebody whose onboarding is completed already is a success: already_completed. Asks search, so the app needs a search scope.',
		},
	],
	default: 'fail',
	description:
		'What to do about a person whose onboarding is completed already. Choose Succeed for workflows that may run twice.',
};

export const completeOnboardingOperation: Operation = {
	name: 'Complete Onboarding',
	value: 'completeOnboarding',
	action: 'Complete onboarding of pre hire',
	description:
		'Complete the onboarding of a pre-hire: the person becomes an employee, with employment and employee number. This cannot be undone: the only way back is offboarding. Needs the pre_hire_id. Refused with not_ready while tasks are open, the start date is missing or a check failed.',
	itemsPerMinute: 1_000,
	scopes: [['corehr:pre_hire:complete']],
	fields: [preHireField, optionsField([ifCompletedField], 1_000)],
	beforeRunningAgain:
		'Before running again, set Options > If Completed to Succeed: people whose onboarding is completed already then count as successes.',
	read: readComplete,
};

function readComplete(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	return readChange(context, itemIndex, () => {
		const ifCompleted = readIfCompleted(readOption(context, itemIndex, 'ifCompleted', 'fail'));
		if (!ifCompleted.ok) return ifCompleted;
		const succeedIfCompleted = ifCompleted.value;
		return succeed({
			settings: JSON.stringify([succeedIfCompleted]),
			stages: COMPLETE_STAGES,
			send: async (caller, person) => await completeOnboarding(caller, person, succeedIfCompleted),
			describe: ({ when }) => ({
				outcome: when === 'already' ? 'already_completed' : 'completed',
			}),
		});
	});
}

function readIfCompleted(value: unknown): Result<boolean> {
	if (value === 'fail' || value === 'succeed') return succeed(value === 'succeed');
	return refuseInput(
		'INVALID_IF_COMPLETED',
		'If Completed is neither fail nor succeed',
		'Choose one of the two in Options, or use an expression that gives fail or succeed.',
	);
}

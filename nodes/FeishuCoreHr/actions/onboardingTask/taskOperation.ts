/** What Start, Submit, Approve and Reject have in common: one task of one person, one step. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { about, succeed, type Result } from '../../feishu/core/failure';
import {
	taskSubject,
	TRANSFORM_TASK,
	transformTask,
	type TaskStep,
} from '../../feishu/preHires/onboardingTasksTransform';
import { WITHDRAW_STAGES } from '../../feishu/preHires/withdrawPreHire';
import { optionsField, readIncludeInputFields } from '../fields/options';
import { preHireField, readPreHire } from '../fields/preHire';
import { readTaskCode, taskCodeField } from '../fields/taskCode';
import type { Operation, Request } from '../operation';
import { successItem } from '../successItem';

/** Tasks can be worked on while the onboarding runs. */
const STAGES = { from: WITHDRAW_STAGES.from, to: [] };

/** What one step adds to the common part. */
export interface OwnPart extends Pick<Operation, 'name' | 'action' | 'description'> {
	step: TaskStep;
	/** What the success item calls it. */
	outcome: string;
	fields?: INodeProperties[];
	/** Why, where the step needs a reason. */
	readReason?(context: IExecuteFunctions, itemIndex: number): Result<string>;
}

export function taskOperation(own: OwnPart): Operation {
	const { step, name, action, description, fields = [] } = own;
	return {
		name,
		value: step,
		action,
		description,
		itemsPerMinute: 1_000,
		scopes: [['corehr:pre_hire:transform_onboarding_task']],
		customAppsOnly: TRANSFORM_TASK.customAppsOnly,
		fields: [preHireField, taskCodeField, ...fields, optionsField([], 1_000)],
		beforeRunningAgain: `Before running again, take the tasks that are finished already out of the input: Feishu refuses to ${step} them once more.`,
		read: (context, itemIndex) => readStep(own, context, itemIndex),
	};
}

function readStep(
	{ step, outcome, readReason }: OwnPart,
	context: IExecuteFunctions,
	itemIndex: number,
): Result<Request> {
	const person = readPreHire(context, itemIndex, STAGES);
	if (!person.ok) return person;
	const { key, find } = person.value;
	const code = readTaskCode(context, itemIndex);
	if (!code.ok) return about(person.value.facts, code);
	const facts = { ...person.value.facts, task_code: code.value };
	const reason = readReason?.(context, itemIndex);
	if (reason?.ok === false) return about(facts, reason);
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return about(facts, includeInputFields);
	const settings = JSON.stringify([step, reason?.value]);
	return succeed({
		kind: 'change',
		key: `${key} ${code.value} ${settings}`,
		settings,
		includeInputFields: includeInputFields.value,
		facts,
		find: async (caller) => {
			const found = await find(caller);
			return found.ok ? succeed(taskSubject(found.value, code.value)) : found;
		},
		perform: async (caller, subject) => {
			const written = await transformTask(caller, subject, step, reason?.value);
			return written.ok ? succeed(successItem(subject, { outcome }, written.value)) : written;
		},
	});
}

/** Moves one task of a person's onboarding on: start, submit, approve, reject. All four are Feishu's one call. */
import {
	readSuccess,
	SUCCESS_NOT_REPORTED,
	write,
	type States,
	type Subject,
	type Write,
	type Written,
} from '../call/write';
import type { Endpoint } from '../call/endpoint';
import type { Caller } from '../caller/caller';
import { refuseInput, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { THOUSAND_A_MINUTE } from '../quota/window';
import { TASK_CODES, TASK_STATE_CODES } from './codes/onboardingTask';
import { SEARCH_SCOPES } from './searchPreHires';
import { lookUpTaskStatus } from './stageLookup';

/** What can be done to a task. */
export type TaskStep = 'start' | 'submit' | 'approve' | 'reject';

/** One task of one person; the person as `preHireSubject` makes it. */
export function taskSubject({ key, facts, tenant }: Subject, taskCode: string): Subject {
	return { key: `${key} ${taskCode}`, facts: { ...facts, task_code: taskCode }, tenant };
}

/** `subject` as `taskSubject` makes it. `reason` is for `reject`, which needs one: under 3000 bytes of UTF-8. */
export async function transformTask(
	caller: Caller,
	subject: Subject,
	step: TaskStep,
	reason?: string,
): Promise<Result<Written>> {
	const { pre_hire_id: preHireId, task_code: taskCode } = subject.facts;
	if (preHireId === undefined || taskCode === undefined) return NO_TASK;
	const body = {
		pre_hire_id: preHireId,
		task_code: taskCode,
		...STEPS[step].body,
		...(reason !== undefined && { reason }),
	};
	return await write(caller, WRITES[step], { subject, question: { body, preHireId } });
}

const NO_TASK = refuseInput(
	'INVALID_TASK_CODE',
	'It is not known which task of whom is meant',
	'Name a person and a task.',
);

interface Step {
	body: Readonly<Record<string, string>>;
	/** Feishu's states of a task from which it is possible, and in which it has therefore not happened. */
	from: readonly string[];
	/** Where it leads. */
	to: readonly string[];
	/** The end of "It is not known whether …". */
	whether: string;
}

const STEPS: Readonly<Record<TaskStep, Step>> = {
	start: {
		body: { transform_type: 'manual_start_task' },
		from: ['not_started'],
		to: ['in_progress'],
		whether: 'this task was started',
	},
	submit: {
		body: { transform_type: 'submit_task' },
		from: ['in_progress', 'rejected'],
		to: ['in_review', 'completed'],
		whether: 'this task was submitted',
	},
	approve: {
		body: { transform_type: 'review_task', review_decision: 'approve' },
		from: ['in_review'],
		to: ['completed'],
		whether: 'this task was approved',
	},
	reject: {
		body: { transform_type: 'review_task', review_decision: 'reject' },
		from: ['in_review'],
		to: ['rejected'],
		whether: 'this task was rejected',
	},
};

/** One for all steps: the body names the step. */
export const TRANSFORM_TASK: Endpoint<Written> = {
	api: 'transformTask',
	method: 'POST',
	path: '/open-apis/corehr/v2/pre_hires/transform_onboarding_task',
	quota: THOUSAND_A_MINUTE,
	customAppsOnly: true,
	codes: TASK_CODES,
	contradiction: SUCCESS_NOT_REPORTED,
	readData: readSuccess,
};

const WRITES: Readonly<Record<TaskStep, Write>> = {
	start: writeOf('start'),
	submit: writeOf('submit'),
	approve: writeOf('approve'),
	reject: writeOf('reject'),
};

function writeOf(step: TaskStep): Write {
	return {
		endpoint: TRANSFORM_TASK,
		whether: STEPS[step].whether,
		whenUnknown: 'Open the person’s tasks in Feishu People to see where this one stands.',
		states: statesOf(STEPS[step]),
	};
}

function statesOf({ from, to }: Step): States {
	return {
		ask: async (caller, { facts: { pre_hire_id: preHireId = '', task_code: code = '' } }, doubt) =>
			await lookUpTaskStatus(caller, preHireId, code, doubt),
		after: new Set(to),
		before: new Set(from),
		refusals: TASK_STATE_CODES,
		// A task moves on: one that was started may be completed by now, and so may one that never was started by us.
		elsewhere: undefined,
		witness: 'task_list',
		lagMs: () => timing.searchLagMs,
		scope: SEARCH_SCOPES[0],
		whenLate:
			'If Feishu carries it out later all the same, the next try is refused with category wrong_stage.',
	};
}

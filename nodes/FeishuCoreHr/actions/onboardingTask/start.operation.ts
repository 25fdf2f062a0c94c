/** Start: sets a task going that is not started. */
import { taskOperation } from './taskOperation';

export const startOperation = taskOperation({
	step: 'start',
	name: 'Start',
	action: 'Start onboarding task',
	description:
		'Start an onboarding task that is not started yet. Needs the pre_hire_id and the task_code.',
	outcome: 'started',
});

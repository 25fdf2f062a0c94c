/** Approve: completes a task that is in review. */
import { taskOperation } from './taskOperation';

export const approveOperation = taskOperation({
	step: 'approve',
	name: 'Approve',
	action: 'Approve onboarding task',
	description:
		'Approve an onboarding task that is in review, for all of its approvers at once; it is then completed. Needs the pre_hire_id and the task_code.',
	outcome: 'approved',
});

/** Submit: hands in a task, which is then in review or completed. */
import { taskOperation } from './taskOperation';

export const submitOperation = taskOperation({
	step: 'submit',
	name: 'Submit',
	action: 'Submit onboarding task',
	description:
		'Submit an onboarding task that is in progress or was rejected; it is then in review or completed. Needs the pre_hire_id and the task_code; not for the tasks 3, 4 and 9.',
	outcome: 'submitted',
});

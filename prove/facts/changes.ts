// Facts about changes: restore, withdraw, complete, tasks, create, update.
import type { Facts } from './fact';

export const CHANGE_FACTS = {
	'withdraw-success': {
		claim: 'Withdraw answers code 0 with `data.success` true',
		sources: ['documented'],
		usedIn: [
			'feishu/call/write.ts#readSuccess',
			'feishu/preHires/withdrawPreHire.ts#withdrawPreHire',
		],
		ifWrong: 'Every withdrawal is settled by search, 5 seconds later.',
	},
	'restore-success': {
		claim: 'Restore answers code 0 with `data.success` true',
		sources: ['documented'],
		usedIn: [
			'feishu/call/write.ts#readSuccess',
			'feishu/preHires/restorePreHire.ts#restorePreHire',
		],
		ifWrong: 'Every restore is settled by search, 5 seconds later.',
	},
	'restore-twice': {
		claim: 'Somebody who is back is refused with 1161129, the stage in quotes in `msg`',
		sources: ['documented', 'concluded'],
		usedIn: [
			'feishu/preHires/stages.ts#stagesAsStates',
			'feishu/preHires/codes/stage.ts#readStage',
		],
		ifWrong:
			'With another code a restore whose answer got lost, and Succeed If Active, end on the error output. Without quotes `stage` is left out.',
	},
	'restore-headcount': {
		claim:
			'`confirm_workforce` true occupies headcount by force; without it a full one is refused with 1161063',
		sources: ['documented'],
		usedIn: [
			'actions/fields/confirmWorkforce.ts#readConfirmWorkforce',
			'feishu/preHires/codes/restore.ts#RESTORE_CODES',
		],
		ifWrong: 'The hint of that code advises what does not help.',
	},
	'change-key': {
		claim:
			'Restore, Withdraw, Complete and the tasks have no idempotency key; a change that is sent again is refused for the stage it finds',
		sources: ['documented', 'concluded'],
		usedIn: ['feishu/call/write.ts#write', 'feishu/preHires/stages.ts#stagesAsStates'],
		ifWrong: 'A change could happen twice: a person’s tasks would start anew.',
	},
	'change-range': {
		claim:
			'1161105 means that the person does not exist or is outside the app’s data range, which is empty at first',
		sources: ['documented'],
		usedIn: ['feishu/preHires/codes/common.ts#NOT_FOUND'],
		ifWrong: 'The hint of that code is wrong.',
	},
	'change-lock': {
		claim: '1161116 means that somebody else is changing the record: a later try can succeed',
		sources: ['documented'],
		usedIn: ['feishu/preHires/codes/common.ts#CHANGE_CODES'],
		ifWrong: 'An item is tried again in vain before it fails.',
	},
	'restore-stages': {
		claim: 'Only people whose status is `withdrawn` can be restored',
		sources: ['documented'],
		usedIn: ['feishu/preHires/restorePreHire.ts#RESTORE_STAGES'],
		ifWrong: 'A lost answer about somebody in another stage counts as the wrong stage.',
	},
	'withdraw-stages': {
		claim:
			'People in preboarding and on day one can be withdrawn; 1161094 means that the current step does not allow it',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/withdrawPreHire.ts#WITHDRAW_STAGES',
			'feishu/preHires/codes/withdraw.ts#WITHDRAW_CODES',
		],
		ifWrong: 'A lost answer about somebody in another stage counts as the wrong stage.',
	},
	'withdraw-reason': {
		claim: 'Withdraw needs a reason of 500 characters at most',
		sources: ['documented'],
		usedIn: ['actions/preHire/withdraw.operation.ts#withdrawOperation'],
		ifWrong: 'The node refuses a reason that Feishu would take, or Feishu refuses one.',
	},
	'complete-codes': {
		claim: 'Complete refuses with 1161099 to 1161104 where something has to be settled first',
		sources: ['documented'],
		usedIn: ['feishu/preHires/codes/complete.ts#COMPLETE_CODES'],
		ifWrong: 'Category and hint of that code are wrong; Feishu’s own words stand in the item.',
	},
	'task-states': {
		claim:
			'Start takes `not_started`, Submit `in_progress` and `rejected`, Approve and Reject `in_review`; 1161096 refuses every other state',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/onboardingTasksTransform.ts#transformTask',
			'feishu/preHires/codes/onboardingTask.ts#TASK_STATE_CODES',
		],
		ifWrong: 'A lost answer about a task ends as `unknown_outcome`.',
	},
	'task-codes': {
		claim:
			'Task codes are `1` job information, `2` personal information, `3` SSO account, `4` check-in, `9` documents, else a UUID; 3, 4 and 9 cannot be submitted (1161142)',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/onboardingTasks.ts#readTasks',
			'feishu/events/kinds/onboarding.ts#ONBOARDING_KINDS',
		],
		ifWrong: 'Tasks of an event have a wrong name, or none.',
	},
	'task-reason': {
		claim: 'Reject needs a reason of less than 3000 bytes',
		sources: ['documented'],
		usedIn: ['actions/onboardingTask/reject.operation.ts#rejectOperation'],
		ifWrong: 'The node refuses a reason that Feishu would take, or Feishu refuses one.',
	},
	'create-once': {
		claim:
			'Create with the `out_biz_id` of somebody who exists returns that person, changes nothing, and does not tell which of the two happened',
		sources: ['documented'],
		usedIn: ['feishu/preHires/createPreHire.ts#createPreHire'],
		ifWrong: 'A lost answer is settled by sending again: that would make a second person.',
	},
	'create-ids': {
		claim:
			'Create and Update take CoreHR IDs (departments, jobs, employments), and the name of an option as `employment_type_id`',
		sources: ['documented', 'concluded'],
		usedIn: ['feishu/lists/departments.ts#COREHR_IDS', 'actions/fields/create/offer.ts#readOffer'],
		ifWrong: 'Feishu refuses what the lists offer.',
	},
	'update-lists': {
		claim:
			'Update touches what its three lists name, and clears a name that has no value in the body; lists of values are replaced whole',
		sources: ['documented'],
		usedIn: ['feishu/preHires/updateBody.ts#updateBody'],
		ifWrong: 'Fields stay as they were, or are cleared that nobody named.',
	},
	'update-again': {
		claim: 'The same update once more leaves the same state',
		sources: ['concluded'],
		usedIn: ['feishu/preHires/updatePreHire.ts#updatePreHire'],
		ifWrong: 'Sending again after a lost answer changes something.',
	},
	'custom-only': {
		claim: 'Create, Update and the tasks are for custom apps only',
		sources: ['documented'],
		usedIn: ['feishu/caller/customAppOnly.ts#requireCustomApp'],
		ifWrong: 'Store apps are refused without need.',
	},
} as const satisfies Facts;

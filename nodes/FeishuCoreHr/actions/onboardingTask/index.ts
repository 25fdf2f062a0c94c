/** The resource Onboarding Task. */
import type { Resource } from '../operation';
import { approveOperation } from './approve.operation';
import { rejectOperation } from './reject.operation';
import { startOperation } from './start.operation';
import { submitOperation } from './submit.operation';

export const onboardingTask: Resource = {
	name: 'Onboarding Task',
	value: 'onboardingTask',
	description: 'A task of a pre-hire’s onboarding, such as filling in personal information',
	noun: 'onboarding task',
	operations: [startOperation, submitOperation, approveOperation, rejectOperation],
	defaultOperation: submitOperation.value,
};

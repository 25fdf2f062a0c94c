/** The resource Pre-Hire. */
import type { Resource } from '../operation';
import { completeOnboardingOperation } from './completeOnboarding.operation';
import { createOperation } from './create.operation';
import { getOperation } from './get.operation';
import { getManyOperation } from './getMany.operation';
import { restoreOperation } from './restore.operation';
import { updateOperation } from './update.operation';
import { withdrawOperation } from './withdraw.operation';

export const preHire: Resource = {
	name: 'Pre-Hire',
	value: 'preHire',
	description: 'A person who is about to join, before the first day',
	noun: 'pre-hire',
	operations: [
		restoreOperation,
		getManyOperation,
		getOperation,
		createOperation,
		withdrawOperation,
		updateOperation,
		completeOnboardingOperation,
	],
	defaultOperation: restoreOperation.value,
};

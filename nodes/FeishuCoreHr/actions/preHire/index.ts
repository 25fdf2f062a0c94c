/** The resource Pre-Hire. */
import type { Resource } from '../operation';
import { createOperation } from './create.operation';
import { getManyOperation } from './getMany.operation';
import { restoreOperation } from './restore.operation';
import { withdrawOperation } from './withdraw.operation';

export const preHire: Resource = {
	name: 'Pre-Hire',
	value: 'preHire',
	description: 'A person who is about to join, before the first day',
	noun: 'pre-hire',
	operations: [restoreOperation, getManyOperation, withdrawOperation, createOperation],
	defaultOperation: restoreOperation.value,
};

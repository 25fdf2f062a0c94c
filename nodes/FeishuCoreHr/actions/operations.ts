/** All operations, by resource and by the value of the Operation field. */
import type { INodeProperties } from 'n8n-workflow';

import { getManyOperation } from './preHire/getMany.operation';
import type { Operation } from './operation';
import { restoreOperation } from './preHire/restore.operation';
import { withdrawOperation } from './preHire/withdraw.operation';

const PRE_HIRE_OPERATIONS: Readonly<Record<string, Operation>> = {
	getMany: getManyOperation,
	restore: restoreOperation,
	withdraw: withdrawOperation,
};

/** The operation that a node is set to. Undefined for a value that no version of this node has had. */
export function findOperation(resource: unknown, operation: unknown): Operation | undefined {
	if (resource !== 'preHire' || typeof operation !== 'string') return undefined;
	return Object.hasOwn(PRE_HIRE_OPERATIONS, operation) ? PRE_HIRE_OPERATIONS[operation] : undefined;
}

/** Every operation's fields, each shown for its own operation only. */
export const operationFields: INodeProperties[] = Object.entries(PRE_HIRE_OPERATIONS).flatMap(
	([operation, { fields }]) =>
		fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: { ...field.displayOptions?.show, resource: ['preHire'], operation: [operation] },
			},
		})),
);

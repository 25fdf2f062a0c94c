/** All resources with their operations: the lists that n8n shows, and which operation a node is set to. */
import type { INodeProperties } from 'n8n-workflow';

import { appResource } from './app';
import { onboardingTask } from './onboardingTask';
import type { Operation, Resource } from './operation';
import { preHire } from './preHire';

/** What works on Feishu People, in the order of the Resource list. */
const WORKING: readonly Resource[] = [preHire, onboardingTask];

/** All of them, with the one that checks what the app may do with the others. */
const RESOURCES: readonly Resource[] = [...WORKING, appResource(WORKING)];

/** The operation that a node is set to. Undefined for a value that no version of this node has had. */
export function findOperation(resource: unknown, operation: unknown): Operation | undefined {
	return RESOURCES.find(({ value }) => value === resource)?.operations.find(
		({ value }) => value === operation,
	);
}

/** Every operation, with the resource that it belongs to. */
export const allOperations: ReadonlyArray<{ resource: Resource; operation: Operation }> =
	RESOURCES.flatMap((resource) =>
		resource.operations.map((operation) => ({ resource, operation })),
	);

/** `restore: pre-hire`, for every resource and operation. */
const SUBTITLES = Object.fromEntries(
	allOperations.map(({ resource, operation }) => [
		`${resource.value} ${operation.value}`,
		`${operation.name.toLowerCase()}: ${resource.noun}`,
	]),
);

export const subtitle = `={{ ${JSON.stringify(SUBTITLES)}[$parameter["resource"] + " " + $parameter["operation"]] }}`;

const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: RESOURCES.map(({ name, value, description }) => ({ name, value, description })),
	default: 'preHire',
	description: 'What to work on in Feishu People',
};

/** The Resource list, and for each resource its Operation list and the fields of its operations, each shown for its own operation only. */
export const properties: INodeProperties[] = [
	resourceField,
	...RESOURCES.flatMap(operationField),
	...allOperations.flatMap(({ resource, operation }) =>
		operation.fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: {
					...field.displayOptions?.show,
					resource: [resource.value],
					operation: [operation.value],
				},
			},
		})),
	),
];

function operationField({
	value: resource,
	operations,
	defaultOperation,
}: Resource): INodeProperties {
	const options = operations.map(({ name, value, action, description }) => ({
		name,
		value,
		action,
		description,
	}));
	options.sort((a, b) => a.name.localeCompare(b.name));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: defaultOperation,
		description: 'What to do for each item',
	};
}

/** Options: how a run behaves. Those about the whole run are read once, from the first item. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import { readStrictBoolean } from './strictBoolean';
import { readWholeNumber } from './wholeNumber';

export interface RunOptions {
	maxConcurrency: number;
	/** Repeats after a failure that passes by itself; 0 = a request is sent once. */
	maxRetries: number;
	/** At most so many calls to one API within any 60 seconds; undefined = as many as Feishu allows. */
	requestsPerMinute: number | undefined;
	/** Milliseconds for one request. */
	timeout: number;
}

/** Every one is a whole number; its bounds are those that n8n shows, and so is its default, save that of Requests per Minute. */
const runOptionFields: Array<INodeProperties & { name: keyof RunOptions }> = [
	{
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: 5,
		description:
			'How many items are worked on at the same time, 1 to 50. Read from the first item.',
	},
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 3,
		description:
			'How often a request is repeated after a failure that passes by itself, such as a broken connection, 0 to 10. Refusals by Feishu’s rules are never repeated. Read from the first item.',
	},
	{
		displayName: 'Requests per Minute',
		name: 'requestsPerMinute',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: 100,
		description:
			'How many calls to one Feishu API this n8n process makes within any 60 seconds. Without this option: as many as Feishu allows. Set 80 for a big run to leave room for single people and other programs that use the same app. Read from the first item.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1_000, maxValue: 300_000 },
		default: 30_000,
		description:
			'How long to wait for Feishu’s answer to one request, in milliseconds, 1000 to 300000. Read from the first item.',
	},
];

const includeInputFieldsField: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description:
		'Whether the fields of the input item stand beside the result, and its binary data goes along. Items on the error output have the fields in any case.',
};

/**
 * The collection with an operation's own options and the common ones, sorted as they appear on screen.
 * `callsPerMinute` is what Feishu allows the operation: what Requests per Minute begins with once it is added.
 */
export function optionsField(own: INodeProperties[], callsPerMinute = 100): INodeProperties {
	const common = runOptionFields.map((field) =>
		field.name === 'requestsPerMinute' ? { ...field, default: callsPerMinute } : field,
	);
	const options = [...own, includeInputFieldsField, ...common];
	options.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		description: 'How the run behaves: what counts as success, retries, speed and time limits',
		options,
	};
}

/**
 * One option as n8n evaluates it for one item, alone: an expression in another option that cannot be evaluated does no
 * harm. Throws what n8n throws where this one cannot.
 */
export function readOption(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	whenUnset: string | number | boolean | null,
): unknown {
	return context.getNodeParameter(`options.${name}`, itemIndex, whenUnset) ?? whenUnset;
}

/** Reads them from the first item. */
export function readRunOptions(context: IExecuteFunctions): Result<RunOptions> {
	const read: Partial<RunOptions> = {};
	for (const field of runOptionFields) {
		const whenUnset = field.name === 'requestsPerMinute' ? null : Number(field.default);
		const option = readOption(context, 0, field.name, whenUnset);
		if (option === null) continue;
		const value = readWholeNumber(option, field);
		if (!value.ok) return value;
		read[field.name] = value.value;
	}
	return succeed(read as RunOptions);
}

export function readIncludeInputFields(
	context: IExecuteFunctions,
	itemIndex: number,
): Result<boolean> {
	return readStrictBoolean(
		readOption(context, itemIndex, 'includeInputFields', false),
		'Include Input Fields',
		'INVALID_INCLUDE_INPUT_FIELDS',
		'{{ $json.keep === "yes" }}',
	);
}

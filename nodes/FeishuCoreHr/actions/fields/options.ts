/** Options: how a run behaves. Those about the whole run are read once, from the first item. */
import type { INodeProperties } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/failure';
import { readStrictBoolean } from './strictBoolean';
import { readWholeNumber } from './wholeNumber';

export interface RunOptions {
	maxConcurrency: number;
	/** Repeats after a failure that passes by itself; 0 = a request is sent once. */
	maxRetries: number;
	/** Calls to one API within any 60 seconds. */
	requestsPerMinute: number;
	/** Milliseconds for one request. */
	timeout: number;
}

interface RunOption {
	label: string;
	min: number;
	max: number;
	default: number;
	/** The failure's code when the value is out of bounds. */
	code: string;
	description: string;
}

const RUN_OPTIONS: Readonly<Record<keyof RunOptions, RunOption>> = {
	maxConcurrency: {
		label: 'Max Concurrency',
		min: 1,
		max: 50,
		default: 5,
		code: 'INVALID_MAX_CONCURRENCY',
		description: 'How many items are worked on at the same time',
	},
	maxRetries: {
		label: 'Max Retries',
		min: 0,
		max: 10,
		default: 3,
		code: 'INVALID_MAX_RETRIES',
		description:
			'How often a request is repeated after a failure that passes by itself, such as a broken connection. Refusals by Feishu’s rules are never repeated',
	},
	requestsPerMinute: {
		label: 'Requests per Minute',
		min: 1,
		max: 10_000,
		default: 100,
		code: 'INVALID_REQUESTS_PER_MINUTE',
		description:
			'How many calls to one Feishu API this n8n makes within any 60 seconds. Feishu allows 100 for each app and tenant; set less if other programs use the same app',
	},
	timeout: {
		label: 'Timeout',
		min: 1_000,
		max: 300_000,
		default: 30_000,
		code: 'INVALID_TIMEOUT',
		description: 'How long to wait for the answer to one request, in milliseconds',
	},
};

const runOptionFields: INodeProperties[] = Object.entries(RUN_OPTIONS).map(([name, option]) => ({
	displayName: option.label,
	name,
	type: 'number',
	typeOptions: { minValue: option.min, maxValue: option.max },
	default: option.default,
	description: `${option.description}. ${option.min} to ${option.max}, read from the first item.`,
}));

const includeInputFieldsField: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description:
		'Whether the fields of the input item stand beside the result. Items on the error output have them in any case.',
};

/** The collection with an operation's own options and the common ones, sorted as they appear on screen. */
export function optionsField(own: INodeProperties[]): INodeProperties {
	const options = [...own, includeInputFieldsField, ...runOptionFields];
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

export function readRunOptions(options: Record<string, unknown>): Result<RunOptions> {
	const run: Partial<RunOptions> = {};
	for (const name of Object.keys(RUN_OPTIONS) as Array<keyof RunOptions>) {
		const option = RUN_OPTIONS[name];
		const value = readWholeNumber(options[name] ?? option.default, option);
		if (!value.ok) return value;
		run[name] = value.value;
	}
	return succeed(run as RunOptions);
}

export function readIncludeInputFields(options: Record<string, unknown>): Result<boolean> {
	return readStrictBoolean(
		options.includeInputFields ?? false,
		'Include Input Fields',
		'INVALID_INCLUDE_INPUT_FIELDS',
		'{{ $json.keep === "yes" }}',
	);
}

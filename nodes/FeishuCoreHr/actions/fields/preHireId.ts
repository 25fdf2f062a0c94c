/** Pre-Hire: which person an item is about. */
import type { INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/failure';

export const preHireIdField: INodeProperties = {
	displayName: 'Pre-Hire',
	name: 'preHireId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '' },
	description: 'The person in Feishu People > Onboarding whom each item is about',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 7345005664477775407',
			hint: 'The pre_hire_id from Feishu, as text: as a number it loses digits',
		},
	],
};

const GIVE_ID =
	'Give the pre_hire_id that Feishu returned on creating or searching the person, such as 7345005664477775407.';

/** An ID is a string of digits. Takes the locator whole or its bare value. */
export function readPreHireId(parameter: unknown): Result<string> {
	const value = isLocator(parameter) ? parameter.value : parameter;
	if (value === undefined || value === null) return refuse('is missing', GIVE_ID);
	if (typeof value === 'number') return readNumber(value);
	if (typeof value === 'bigint') return succeed(value.toString());
	if (typeof value !== 'string') {
		return refuse('is a list, an object or a boolean, not text', GIVE_ID);
	}
	const text = value.trim();
	if (text === '') return refuse('is empty', GIVE_ID);
	if (!/^\d+$/.test(text)) return refuse('has something other than digits in it', GIVE_ID);
	return succeed(text);
}

/** Beyond the safe range the last digits are already wrong: the ID would be somebody else's. */
function readNumber(value: number): Result<string> {
	if (Number.isSafeInteger(value) && value >= 0) return succeed(String(value));
	if (Number.isInteger(value) && value > 0) {
		return refuse(
			'is a number too large for JavaScript, so it has lost digits',
			'Quote it in the source: the program before this node has to pass the ID as text, such as "7345005664477775407".',
		);
	}
	return refuse('is not a whole number', GIVE_ID);
}

function refuse(reason: string, hint: string): Result<string> {
	return refuseInput('INVALID_PRE_HIRE_ID', `Pre-Hire ID ${reason}`, hint);
}

interface Locator {
	__rl: true;
	mode: string;
	value?: unknown;
}

function isLocator(parameter: unknown): parameter is Locator {
	return typeof parameter === 'object' && parameter !== null && '__rl' in parameter;
}

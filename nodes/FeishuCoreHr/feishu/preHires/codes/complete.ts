/** The error codes of the complete call's own page, and those to be expected of every call. */
import type { CodeTable } from '../../answers/codeTable';
import { CHANGE_CODES, WRONG_STAGE_CODE } from './common';
import { EXISTING_RECORD_CODES, EXISTING_RECORD_HINTS } from './existingRecord';
import { REGION_PROBLEM, rowsOf, type Problem } from './record';
import { readStage } from './stage';

const NOT_READY: Problem = {
	category: 'not_ready',
	titles: {
		1161099: 'Not all onboarding tasks are finished',
		1161100: 'Somebody has to decide first whether this is a rehire',
		1161101: 'The onboarding date is missing',
		1161102: 'The check of the employment failed',
		1161103: 'The check of the contract failed',
		1161104: 'The person is on the blocklist',
	},
};

/** Which of the values Feishu does not say. */
const SOME_VALUE_TAKEN: Problem = {
	category: 'duplicate',
	titles: {
		1161058: 'Another pre-hire has a value that only one person can have',
		1161059: 'An employee has a value that only one person can have',
	},
};

export const COMPLETE_CODES: CodeTable = new Map([
	...rowsOf(
		{ notReady: NOT_READY, someValueTaken: SOME_VALUE_TAKEN },
		{
			notReady: 'Have it settled in Feishu People > Onboarding, then run this item again.',
			someValueTaken:
				'Ask HR whether this is the same person twice: phone, email, ID number, bank account, worker ID and work email belong to one person only. If not, correct what is taken in Feishu People, then run this item again.',
		},
	),
	[
		WRONG_STAGE_CODE,
		{
			title: 'The pre-hire is in a stage in which the onboarding cannot be completed',
			category: 'wrong_stage',
			hint: 'Look at the stage in Feishu People. If people whose onboarding is completed already are fine, set Options > If Completed to Succeed.',
			readDetails: readStage,
		},
	],
	...EXISTING_RECORD_CODES,
	...rowsOf(REGION_PROBLEM, EXISTING_RECORD_HINTS),
	...CHANGE_CODES,
]);

/** The error codes of the complete call's own page, and those to be expected of every call. */
import type { CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import { CONFLICT, NO_PERMISSION, NOT_FOUND, NOT_FOUND_CODE, WRONG_STAGE_CODE } from './common';
import { RECORD_CODES, sameWayOut } from './recordData';
import { readStage } from './stage';

export const COMPLETE_CODES: CodeTable = new Map([
	...sameWayOut(
		'not_ready',
		'Have it settled in Feishu People > Onboarding, then run this item again.',
		{
			1161099: 'Not all onboarding tasks are finished',
			1161100: 'Somebody has to decide first whether this is a rehire',
			1161101: 'The onboarding date is missing',
			1161102: 'The check of the employment failed',
			1161103: 'The check of the contract failed',
			1161104: 'The person is on the blocklist',
		},
	),
	...sameWayOut(
		'duplicate',
		'Ask HR whether this is the same person twice: phone, email, ID number, bank account, worker ID and work email belong to one person only. If not, correct what is taken in Feishu People, then run this item again.',
		{
			1161058: 'Another pre-hire has a value that only one person can have',
			1161059: 'An employee has a value that only one person can have',
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
	...RECORD_CODES,
	...sameWayOut(
		'invalid_input',
		'Correct the field in the person’s record in Feishu People, then run this item again.',
		{ 1161081: 'Feishu does not know the region of the user' },
	),
	[1161097, NO_PERMISSION],
	[1161116, CONFLICT],
	[NOT_FOUND_CODE, NOT_FOUND],
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
]);

/** The error codes of the update call's own page, and those to be expected of every call. */
import type { CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import { CONFLICT, NO_PERMISSION, NOT_FOUND, NOT_FOUND_CODE } from './common';
import { RECORD_CODES, SENT_DATA_CODES } from './recordData';

export const UPDATE_CODES: CodeTable = new Map([
	...RECORD_CODES,
	...SENT_DATA_CODES,
	[
		1161108,
		{
			title: 'The person has joined already',
			category: 'wrong_stage',
			hint: 'Change the data of the employee in Feishu People: the record of the pre-hire is closed.',
		},
	],
	[1161097, NO_PERMISSION],
	[1161116, CONFLICT],
	[NOT_FOUND_CODE, NOT_FOUND],
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
]);

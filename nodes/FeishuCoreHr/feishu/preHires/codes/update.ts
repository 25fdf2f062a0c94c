/** The error codes of the update call's own page, and those to be expected of every call. */
import type { CodeTable } from '../../answers/codeTable';
import { CHANGE_CODES } from './common';
import { EXISTING_RECORD_CODES, EXISTING_RECORD_HINTS } from './existingRecord';
import { rowsOf, SENT_DATA_PROBLEMS } from './record';

export const UPDATE_CODES: CodeTable = new Map([
	...EXISTING_RECORD_CODES,
	...rowsOf(SENT_DATA_PROBLEMS, EXISTING_RECORD_HINTS),
	[
		1161108,
		{
			title: 'The person has joined already',
			category: 'wrong_stage',
			hint: 'Change the data of the employee in Feishu People: the record of the pre-hire is closed.',
		},
	],
	...CHANGE_CODES,
]);

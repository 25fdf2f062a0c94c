/** The error codes that are known of the withdraw call. */
import type { CodeEntry, CodeTable } from '../../answers/codeTable';
import { CONFLICT, NO_PERMISSION, NOT_FOUND } from './common';
import { readStage } from './stage';

export const WITHDRAW_CODES: CodeTable = new Map<number, CodeEntry>([
	[1161116, CONFLICT],
	[1161097, NO_PERMISSION],
	[1161105, NOT_FOUND],
	[
		1161129,
		{
			title: 'The pre-hire is in a stage in which nobody can be withdrawn',
			category: 'wrong_stage',
			hint: 'Look at the stage in Feishu People. Somebody who is withdrawn already needs nothing; for anybody else Feishu does not say which stages allow it.',
			readDetails: readStage,
		},
	],
	[
		1161094,
		{
			title: 'Feishu refused to withdraw this pre-hire',
			category: 'unknown',
			hint: 'Feishu does not document what this code means here. Read feishu_message, look at the person in Feishu People, or give the log_id to Feishu support.',
		},
	],
]);

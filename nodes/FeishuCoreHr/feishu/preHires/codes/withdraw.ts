/** The error codes of the withdraw call's own page, and what else is known of it. */
import type { CodeEntry, CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import { CONFLICT, NO_PERMISSION, NOT_FOUND } from './common';
import { readStage } from './stage';

export const WITHDRAW_CODES: CodeTable = new Map<number, CodeEntry>([
	[
		1161001,
		{
			title: 'Feishu does not accept the parameters',
			category: 'invalid_input',
			hint: 'Check the pre-hire ID and the reason, then run again.',
		},
	],
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
	[1161116, CONFLICT],
	[1161097, NO_PERMISSION],
	[1161105, NOT_FOUND],
	[
		1161129,
		{
			title: 'The pre-hire is in a stage in which nobody can be withdrawn',
			category: 'wrong_stage',
			hint: 'Look at the stage in Feishu People. Only people in preboarding or on day one can be withdrawn; somebody who is withdrawn already needs nothing.',
			readDetails: readStage,
		},
	],
	[
		1161094,
		{
			title: 'The current step of the onboarding does not allow a withdrawal',
			category: 'wrong_stage',
			hint: 'Look at the person in Feishu People. Only people in preboarding or on day one can be withdrawn.',
		},
	],
]);

/** The error codes of the withdraw call's own page, and what else is known of it. */
import type { CodeTable } from '../../answers/codeTable';
import { CHANGE_CODES, parametersNotAccepted, WRONG_STAGE_CODE } from './common';
import { readStage } from './stage';

export const WITHDRAW_CODES: CodeTable = new Map([
	parametersNotAccepted('Check the pre-hire ID and the reason, then run again.'),
	...CHANGE_CODES,
	[
		WRONG_STAGE_CODE,
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

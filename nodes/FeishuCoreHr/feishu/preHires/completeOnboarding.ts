/** Completes a pre-hire's onboarding, as the button 完成入职 does: the person becomes an employee. There is no way back. */
import {
	readSuccess,
	SUCCESS_NOT_REPORTED,
	write,
	type Subject,
	type Write,
	type Written,
} from '../call/write';
import type { Caller } from '../caller/caller';
import type { Result } from '../core/failure';
import { THOUSAND_A_MINUTE } from '../quota/window';
import type { StagesOfChange } from './person';
import { NOT_FOUND_CODE } from './codes/common';
import { COMPLETE_CODES } from './codes/complete';
import { stagesAsStates } from './stages';

/** Feishu does not say whether it completes people before day one; both stages lead to completed and nowhere else. */
export const COMPLETE_STAGES: StagesOfChange = {
	from: ['preboarding', 'day_one'],
	to: ['completed'],
};

const COMPLETE: Write = {
	endpoint: {
		api: 'complete',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/:id/complete',
		quota: THOUSAND_A_MINUTE,
		codes: COMPLETE_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readSuccess,
	},
	whether: 'the onboarding of this pre-hire was completed',
	whenUnknown:
		'Open the person in Feishu People, or run this item again with Options > If Completed set to Succeed.',
	states: stagesAsStates(COMPLETE_STAGES, {
		codes: COMPLETE_CODES,
		// Feishu does not say with which code it refuses somebody who has joined; these two are likely.
		furtherRefusals: [NOT_FOUND_CODE],
		whenLate:
			'If Feishu completes the onboarding later all the same, the next run with Options > If Completed set to Succeed finds that out.',
	}),
};

/** `subject` as `preHireSubject` makes it; with `succeedIfCompleted` somebody whose onboarding is completed already is a success. */
export async function completeOnboarding(
	caller: Caller,
	subject: Subject,
	succeedIfCompleted: boolean,
): Promise<Result<Written>> {
	return await write(caller, COMPLETE, {
		subject,
		question: { pathId: subject.key, preHireId: subject.key },
		acceptAlready: succeedIfCompleted,
	});
}

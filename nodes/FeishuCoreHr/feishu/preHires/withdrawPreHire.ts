/** Withdraws one pre-hire from onboarding: the mirror of restore. */
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
import { HUNDRED_A_MINUTE } from '../quota/window';
import type { StagesOfChange } from './person';
import { WITHDRAW_CODES } from './codes/withdraw';
import { stagesAsStates } from './stages';

/** Lets an app withdraw. */
export const WITHDRAW_SCOPE = 'corehr:pre_hire:withdraw_onboarding';

export const WITHDRAW_STAGES: StagesOfChange = {
	from: ['preboarding', 'day_one'],
	to: ['withdrawn'],
};

const WITHDRAW: Write = {
	endpoint: {
		api: 'withdraw',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/withdraw_onboarding',
		quota: HUNDRED_A_MINUTE,
		codes: WITHDRAW_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readSuccess,
	},
	whether: 'this pre-hire was withdrawn',
	whenUnknown: 'Open the person in Feishu People to see the current stage.',
	states: stagesAsStates(WITHDRAW_STAGES, {
		codes: WITHDRAW_CODES,
		whenLate:
			'If Feishu withdraws the person later all the same, the next try is refused with category wrong_stage.',
	}),
};

/** `subject` as `preHireSubject` makes it; `reason` is 1 to 500 characters. */
export async function withdrawPreHire(
	caller: Caller,
	subject: Subject,
	reason: string,
): Promise<Result<Written>> {
	const body = { pre_hire_id: subject.key, withdraw_reason: reason };
	return await write(caller, WITHDRAW, { subject, question: { body, preHireId: subject.key } });
}

/** Withdraws one pre-hire from onboarding: the mirror of restore. */
import type { StagesOfChange } from './atsApplications';
import { WITHDRAW_CODES } from './codes/withdraw';
import type { Result } from '../core/failure';
import { HUNDRED_A_MINUTE } from '../quota/window';
import type { OnboardingStatus } from './searchPreHires';
import type { Caller } from '../caller/caller';
import {
	changeStage,
	readWritten,
	SUCCESS_NOT_REPORTED,
	type PreHireInTenant,
	type StageChange,
	type Written,
} from './stageChange';

/** Stages from which somebody can be withdrawn. */
export const WITHDRAWABLE: readonly OnboardingStatus[] = ['preboarding', 'day_one'];

export const WITHDRAW_STAGES: StagesOfChange = { from: WITHDRAWABLE, to: ['withdrawn'] };

const WITHDRAW: StageChange = {
	endpoint: {
		api: 'withdraw',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/withdraw_onboarding',
		quota: HUNDRED_A_MINUTE,
		codes: WITHDRAW_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readWritten,
	},
	after: new Set(WITHDRAW_STAGES.to),
	before: new Set(WITHDRAW_STAGES.from),
	participle: 'withdrawn',
	whenUnknown: 'Open the person in Feishu People to see the current stage.',
	whenLate:
		'If Feishu withdraws the person later all the same, the next try is refused with category wrong_stage.',
};

/** `reason` is 1 to 500 characters. */
export async function withdrawPreHire(
	caller: Caller,
	person: PreHireInTenant,
	reason: string,
): Promise<Result<Written>> {
	const body = { pre_hire_id: person.preHireId, withdraw_reason: reason };
	return await changeStage(caller, WITHDRAW, person, body, false);
}

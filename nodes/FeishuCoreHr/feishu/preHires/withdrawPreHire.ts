/** Withdraws one pre-hire from onboarding: the mirror of restore. */
import { WITHDRAW_CODES } from './codes/withdraw';
import type { Result } from '../core/failure';
import type { OnboardingStatus } from './searchPreHires';
import type { Identity, Session } from '../caller/session';
import {
	changeStage,
	readWritten,
	SUCCESS_NOT_REPORTED,
	type StageChange,
	type Written,
} from './stageChange';

/** Stages from which somebody can be withdrawn. */
export const WITHDRAWABLE: readonly OnboardingStatus[] = ['preboarding', 'day_one'];

const WITHDRAW: StageChange = {
	endpoint: {
		api: 'withdraw',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/withdraw_onboarding',
		codes: WITHDRAW_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readWritten,
	},
	after: new Set<OnboardingStatus>(['withdrawn']),
	before: new Set(WITHDRAWABLE),
	participle: 'withdrawn',
	whenUnknown: 'Open the person in Feishu People to see the current stage.',
};

/** `reason` is 1 to 500 characters. */
export async function withdrawPreHire(
	session: Session,
	identity: Identity,
	preHireId: string,
	reason: string,
): Promise<Result<Written>> {
	const body = { pre_hire_id: preHireId, withdraw_reason: reason };
	return await changeStage(session, identity, WITHDRAW, preHireId, body, false);
}

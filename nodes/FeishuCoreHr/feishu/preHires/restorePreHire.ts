/** Restores one withdrawn pre-hire, as the button 恢复入职 does. */
import type { StagesOfChange } from './atsApplications';
import { RESTORE_CODES } from './codes/restore';
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

/** Stages in which somebody is on the way in, or has arrived. */
const ACTIVE: readonly OnboardingStatus[] = ['preboarding', 'day_one', 'completed'];

export const RESTORE_STAGES: StagesOfChange = { from: ['withdrawn'], to: ACTIVE };

const RESTORE: StageChange = {
	endpoint: {
		api: 'restore',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/restore_flow_instance',
		quota: HUNDRED_A_MINUTE,
		codes: RESTORE_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readWritten,
	},
	after: new Set(RESTORE_STAGES.to),
	before: new Set(RESTORE_STAGES.from),
	participle: 'restored',
	whenUnknown:
		'Open the person in Feishu People, or run this item again with Options > If Not Withdrawn set to Succeed If Active.',
	whenLate:
		'If Feishu restores the person later all the same, the next run with Options > If Not Withdrawn set to Succeed If Active finds that out.',
};

export interface RestoreRequest {
	/** Whether to occupy headcount by force. */
	confirmWorkforce: boolean;
	/** Whether somebody who is active already counts as a success. */
	succeedIfActive: boolean;
}

export async function restorePreHire(
	caller: Caller,
	person: PreHireInTenant,
	{ confirmWorkforce, succeedIfActive }: RestoreRequest,
): Promise<Result<Written>> {
	const body = { pre_hire_id: person.preHireId, confirm_workforce: confirmWorkforce };
	return await changeStage(caller, RESTORE, person, body, succeedIfActive);
}

/** Restores one withdrawn pre-hire, as the button 恢复入职 does. */
import { RESTORE_CODES } from './codes/restore';
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

/** Stages in which somebody is on the way in, or has arrived. */
const ACTIVE: ReadonlySet<OnboardingStatus> = new Set(['preboarding', 'day_one', 'completed']);

const RESTORE: StageChange = {
	endpoint: {
		api: 'restore',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/restore_flow_instance',
		codes: RESTORE_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readWritten,
	},
	after: ACTIVE,
	before: new Set<OnboardingStatus>(['withdrawn']),
	participle: 'restored',
	whenUnknown:
		'Open the person in Feishu People, or run this item again with Options > If Not Withdrawn set to Succeed If Active.',
};

export interface RestoreRequest {
	/** Digits. */
	preHireId: string;
	/** Whether to occupy headcount by force. */
	confirmWorkforce: boolean;
	/** Whether somebody who is active already counts as a success. */
	succeedIfActive: boolean;
}

export async function restorePreHire(
	session: Session,
	identity: Identity,
	request: RestoreRequest,
): Promise<Result<Written>> {
	const { preHireId, confirmWorkforce, succeedIfActive } = request;
	const body = { pre_hire_id: preHireId, confirm_workforce: confirmWorkforce };
	return await changeStage(session, identity, RESTORE, preHireId, body, succeedIfActive);
}

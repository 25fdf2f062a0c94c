/** Restores one withdrawn pre-hire, as the button 恢复入职 does. */
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
import { RESTORE_CODES } from './codes/restore';
import { stagesAsStates } from './stages';

/** Lets an app restore. */
export const RESTORE_SCOPE = 'corehr:pre_hire:restore_flow_instance';

/** Only withdrawn people can be restored; they come back on the way in, and may have arrived since. */
export const RESTORE_STAGES: StagesOfChange = {
	from: ['withdrawn'],
	to: ['preboarding', 'day_one', 'completed'],
};

const RESTORE: Write = {
	endpoint: {
		api: 'restore',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires/restore_flow_instance',
		quota: HUNDRED_A_MINUTE,
		codes: RESTORE_CODES,
		contradiction: SUCCESS_NOT_REPORTED,
		readData: readSuccess,
	},
	whether: 'this pre-hire was restored',
	whenUnknown:
		'Open the person in Feishu People, or run this item again with Options > If Not Withdrawn set to Succeed If Active.',
	states: stagesAsStates(RESTORE_STAGES, {
		codes: RESTORE_CODES,
		whenLate:
			'If Feishu restores the person later all the same, the next run with Options > If Not Withdrawn set to Succeed If Active finds that out.',
	}),
};

export interface RestoreRequest {
	/** Whether to occupy headcount by force. */
	confirmWorkforce: boolean;
	/** Whether somebody who is active already counts as a success. */
	succeedIfActive: boolean;
}

/** `subject` as `preHireSubject` makes it. */
export async function restorePreHire(
	caller: Caller,
	subject: Subject,
	{ confirmWorkforce, succeedIfActive }: RestoreRequest,
): Promise<Result<Written>> {
	const body = { pre_hire_id: subject.key, confirm_workforce: confirmWorkforce };
	return await write(caller, RESTORE, {
		subject,
		question: { body, preHireId: subject.key },
		acceptAlready: succeedIfActive,
	});
}

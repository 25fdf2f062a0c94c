/** Withdraw: takes a pre-hire out of onboarding, the mirror of restore. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import {
	WITHDRAW_SCOPE,
	WITHDRAW_STAGES,
	withdrawPreHire,
} from '../../feishu/preHires/withdrawPreHire';
import { readChange } from './change';
import { optionsField } from '../fields/options';
import { preHireField } from '../fields/preHire';
import type { Operation, Request } from '../operation';

/** Longest reason that Feishu takes, in characters. */
const MAX_REASON_LENGTH = 500;

const withdrawReasonField: INodeProperties = {
	displayName: 'Reason',
	name: 'withdrawReason',
	type: 'string',
	required: true,
	default: '',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. The candidate took another offer',
	description:
		'Why this person will not join, at most 500 characters. It stands in Feishu People beside the person.',
};

export const withdrawOperation: Operation = {
	name: 'Withdraw',
	value: 'withdraw',
	action: 'Withdraw pre hire',
	description: 'Take a pre-hire out of onboarding',
	itemsPerMinute: 100,
	scopes: [[WITHDRAW_SCOPE]],
	fields: [preHireField, withdrawReasonField, optionsField([])],
	beforeRunningAgain:
		'Before running again, take the people who are withdrawn already out of the input: withdrawing them once more is refused.',
	read: readWithdraw,
};

function readWithdraw(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	return readChange(context, itemIndex, () => {
		const reason = readReason(context.getNodeParameter('withdrawReason', itemIndex, null));
		if (!reason.ok) return reason;
		return succeed({
			settings: JSON.stringify([reason.value]),
			stages: WITHDRAW_STAGES,
			send: async (caller, person) => await withdrawPreHire(caller, person, reason.value),
			describe: () => ({ outcome: 'withdrawn' }),
		});
	});
}

function readReason(value: unknown): Result<string> {
	const text = typeof value === 'string' ? value.trim() : '';
	const length = countCharacters(text);
	if (text !== '' && length <= MAX_REASON_LENGTH) return succeed(text);
	return refuseInput(
		'INVALID_WITHDRAW_REASON',
		text === ''
			? 'Reason is empty or not text'
			: `Reason has ${length} characters, more than ${MAX_REASON_LENGTH}`,
		`Give a reason of 1 to ${MAX_REASON_LENGTH} characters.`,
	);
}

/** Characters as people count them: 𠮷 and 🎉 are one each, although JavaScript gives them a length of two. */
function countCharacters(text: string): number {
	return [...text].length;
}

/** Reject: sends a task in review back, with a reason. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import { taskOperation } from './taskOperation';

/** Feishu takes a reason of fewer bytes, as UTF-8. */
const REASON_BYTES = 3_000;

const reasonField: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	required: true,
	default: '',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. The scan of the ID card cannot be read',
	description:
		'Why the task is sent back, less than 3000 bytes: some 990 Chinese characters or 2990 Latin letters. The person sees it in Feishu.',
};

export const rejectOperation = taskOperation({
	step: 'reject',
	name: 'Reject',
	action: 'Reject onboarding task',
	description:
		'Reject an onboarding task that is in review, for all of its approvers at once; the person has to submit it again. Needs the pre_hire_id, the task_code and a reason.',
	outcome: 'rejected',
	fields: [reasonField],
	readReason,
});

function readReason(context: IExecuteFunctions, itemIndex: number): Result<string> {
	const value: unknown = context.getNodeParameter('reason', itemIndex, null);
	const text = typeof value === 'string' ? value.trim() : '';
	const bytes = Buffer.byteLength(text, 'utf8');
	if (text !== '' && bytes < REASON_BYTES) return succeed(text);
	return refuseInput(
		'INVALID_REASON',
		text === ''
			? 'Reason is empty or not text'
			: `Reason has ${bytes} bytes, and Feishu takes fewer than ${REASON_BYTES}`,
		'Give a reason of less than 3000 bytes: some 990 Chinese characters or 2990 Latin letters.',
	);
}

/** Check Access: what the credential's app may do with this node, what is missing, and where to apply for it. */
import type { IExecuteFunctions } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import { optionsField, readIncludeInputFields } from '../fields/options';
import type { Operation, Request } from '../operation';
import { checkAccess } from './checkAccess';

/** `checked` are the operations that it tells about. */
export function checkAccessOperation(checked: readonly Operation[]): Operation {
	return {
		name: 'Check Access',
		value: 'checkAccess',
		action: 'Check access of the app',
		description:
			'See which operations the app may use, what is missing and where to apply for it. Reads only, changes nothing.',
		fields: [optionsField([])],
		scopes: [],
		beforeRunningAgain: '',
		read: (context, itemIndex) => readCheckAccess(context, itemIndex, checked),
	};
}

function readCheckAccess(
	context: IExecuteFunctions,
	itemIndex: number,
	checked: readonly Operation[],
): Result<Request> {
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return includeInputFields;
	return succeed({
		kind: 'read',
		outcome: 'checked',
		facts: {},
		key: 'checkAccess',
		includeInputFields: includeInputFields.value,
		perform: async (caller) => {
			const report = await checkAccess(caller, checked);
			return report.ok ? succeed([report.value]) : report;
		},
	});
}

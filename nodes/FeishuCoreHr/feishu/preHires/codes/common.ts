/** What several pre-hire calls mean by the same code. Each call's own table says which codes it uses. */
import type { CodeEntry } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';

/** One code of a table. */
export type CodeRow = [number, CodeEntry];

/** Feishu's answer to a change that the person's stage does not allow, and so to one sent a second time. Its message names the stage. */
export const WRONG_STAGE_CODE = 1161129;

/** Feishu's answer about somebody who does not exist or is outside the app's data range: it does not say which. */
export const NOT_FOUND_CODE = 1161105;

export const NOT_FOUND: CodeEntry = {
	title: 'The pre-hire does not exist or the app may not see it',
	category: 'not_found',
	hint: 'Check the ID. If it is right, widen the data permission for pre-hires (待入职人员) in the developer console: Feishu does not say which of the two it is.',
};

export const NO_PERMISSION: CodeEntry = {
	title: 'The app has no permission for this action',
	category: 'permission',
	hint: 'Ask a Feishu People administrator to give the app the permission for pre-hires (待入职人员), also under data permissions in the developer console, then run again.',
};

/** Feishu People cannot serve the call now. */
export const SERVICE_CODES: readonly CodeRow[] = [
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
];

/** What every write about a person who is known already may be answered. */
export const CHANGE_CODES: readonly CodeRow[] = [
	...SERVICE_CODES,
	[
		1161116,
		{
			title: 'Somebody else is changing this pre-hire right now',
			category: 'conflict',
			hint: 'Wait a minute until the other change is saved, then run this item again.',
		},
	],
	[1161097, NO_PERMISSION],
	[NOT_FOUND_CODE, NOT_FOUND],
];

/** 1161001 on calls that take little else than an ID. On those that take a record it is the job level. */
export function parametersNotAccepted(hint: string): CodeRow {
	return [
		1161001,
		{ title: 'Feishu does not accept the parameters', category: 'invalid_input', hint },
	];
}

export function headcountExceeded(hint: string): CodeRow {
	return [1161063, { title: 'Headcount is exceeded', category: 'headcount', hint }];
}

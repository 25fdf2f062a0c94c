/** What several pre-hire calls mean by the same thing. Each call's own table says which codes it uses. */
import type { CodeEntry } from '../../answers/codeTable';

/** Feishu's answer to a change that the person's stage does not allow, and so to one sent a second time. Its message names the stage. */
export const WRONG_STAGE_CODE = 1161129;

/** Feishu's answer about somebody who does not exist or is outside the app's data range: it does not say which. */
export const NOT_FOUND_CODE = 1161105;

export const CONFLICT: CodeEntry = {
	title: 'Somebody else is changing this pre-hire right now',
	category: 'conflict',
	hint: 'Wait a minute until the other change is saved, then run this item again.',
};

export const NO_PERMISSION: CodeEntry = {
	title: 'The app has no permission for this action',
	category: 'permission',
	hint: 'Ask a Feishu People administrator to give the app the permission for pre-hires (待入职人员), also under data permissions in the developer console, then run again.',
};

export const NOT_FOUND: CodeEntry = {
	title: 'The pre-hire does not exist or the app may not see it',
	category: 'not_found',
	hint: 'Check the ID. If it is right, widen the data permission for pre-hires (待入职人员) in the developer console: Feishu does not say which of the two it is.',
};

/** The 22 error codes of the restore call's own page. */
import type { CodeTable } from '../../answers/codeTable';
import { CHANGE_CODES, headcountExceeded, parametersNotAccepted, WRONG_STAGE_CODE } from './common';
import { readStage } from './stage';
import { workEmailCodes, workEmailNotEditable } from './workEmail';

const TAKEN = 'Change the work email of the pre-hire in Feishu People, then restore again.';

export const RESTORE_CODES: CodeTable = new Map([
	parametersNotAccepted(
		'Check that the pre-hire ID is complete and comes from this tenant, then run again.',
	),
	...CHANGE_CODES,
	[
		WRONG_STAGE_CODE,
		{
			title: 'The pre-hire is not withdrawn, so there is nothing to restore',
			category: 'wrong_stage',
			hint: 'Only a withdrawn pre-hire can be restored. If people who are back already are fine, set Options > If Not Withdrawn to Succeed If Active.',
			readDetails: readStage,
		},
	],
	headcountExceeded(
		'Ask whoever owns the headcount. If they agree to go over it, restore again with Confirm Workforce switched on.',
	),
	...workEmailCodes(
		[1161034, 1161123],
		'Correct the work email of the pre-hire in Feishu People, then restore again.',
	),
	...workEmailCodes(
		[1161035],
		'Use a mail domain that your tenant has set up, then restore again.',
	),
	...workEmailCodes([1161036, 1161127], TAKEN),
	...workEmailCodes(
		[1161118],
		`Free the mailbox in the Feishu admin console or pick another address. ${TAKEN}`,
	),
	...workEmailCodes(
		[1161119],
		`Find the mailbox in the recycle bin of Feishu Mail and remove it there, or pick another address. ${TAKEN}`,
	),
	workEmailNotEditable(
		'In the Feishu admin console open Feishu People > app permissions, change the contacts settings so that work emails can be edited, then restore again.',
	),
	...workEmailCodes(
		[1161121],
		'Write the work email of the pre-hire in lower case in Feishu People, then restore again.',
	),
	...workEmailCodes(
		[1161122],
		'Remove special characters from the work email of the pre-hire in Feishu People, then restore again.',
	),
	...workEmailCodes(
		[1161124],
		'Shorten the work email of the pre-hire to 20 characters or fewer in Feishu People, then restore again.',
	),
	...workEmailCodes([1161125], `Free the address in LDAP or pick another one. ${TAKEN}`),
	...workEmailCodes(
		[1161126],
		'Change the part before the @ of the work email in Feishu People, then restore again.',
	),
]);

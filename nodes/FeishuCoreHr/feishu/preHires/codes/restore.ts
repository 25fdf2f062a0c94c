/** The 22 error codes of the restore call's own page. */
import type { CodeEntry, CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import { CONFLICT, NO_PERMISSION, NOT_FOUND } from './common';
import { readStage } from './stage';

const EMAIL_TAKEN = 'Change the work email of the pre-hire in Feishu People, then restore again.';

export const RESTORE_CODES: CodeTable = new Map<number, CodeEntry>([
	[
		1161001,
		{
			title: 'Feishu does not accept the parameters',
			category: 'invalid_input',
			hint: 'Check that the pre-hire ID is complete and comes from this tenant, then run again.',
		},
	],
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
	[1161116, CONFLICT],
	[1161097, NO_PERMISSION],
	[1161105, NOT_FOUND],
	[
		1161129,
		{
			title: 'The pre-hire is not withdrawn, so there is nothing to restore',
			category: 'wrong_stage',
			hint: 'Only a withdrawn pre-hire can be restored. If people who are back already are fine, set Options > If Not Withdrawn to Succeed If Active.',
			readDetails: readStage,
		},
	],
	[
		1161063,
		{
			title: 'Headcount is exceeded',
			category: 'headcount',
			hint: 'Ask whoever owns the headcount. If they agree to go over it, restore again with Confirm Workforce switched on.',
		},
	],
	[
		1161034,
		{
			title: 'The work email is not a valid address',
			category: 'work_email',
			hint: 'Correct the work email of the pre-hire in Feishu People, then restore again.',
		},
	],
	[
		1161035,
		{
			title: 'The work email has the wrong domain',
			category: 'work_email',
			hint: 'Use a mail domain that your tenant has set up, then restore again.',
		},
	],
	[
		1161036,
		{
			title: 'The work email belongs to an active employee',
			category: 'work_email',
			hint: EMAIL_TAKEN,
		},
	],
	[
		1161118,
		{
			title: 'The work email is taken in Feishu Mail',
			category: 'work_email',
			hint: `Free the mailbox in the Feishu admin console or pick another address. ${EMAIL_TAKEN}`,
		},
	],
	[
		1161119,
		{
			title: 'The work email belongs to somebody who has left',
			category: 'work_email',
			hint: `Find the mailbox in the recycle bin of Feishu Mail and remove it there, or pick another address. ${EMAIL_TAKEN}`,
		},
	],
	[
		1161120,
		{
			title: 'The app may not edit the work email of this person',
			category: 'permission',
			hint: 'In the Feishu admin console open Feishu People > app permissions, change the contacts settings so that work emails can be edited, then restore again.',
		},
	],
	[
		1161121,
		{
			title: 'The work email has capital letters',
			category: 'work_email',
			hint: 'Write the work email of the pre-hire in lower case in Feishu People, then restore again.',
		},
	],
	[
		1161122,
		{
			title: 'The work email has a special character',
			category: 'work_email',
			hint: 'Remove special characters from the work email of the pre-hire in Feishu People, then restore again.',
		},
	],
	[
		1161123,
		{
			title: 'The work email has the wrong format',
			category: 'work_email',
			hint: 'Correct the work email of the pre-hire in Feishu People, then restore again.',
		},
	],
	[
		1161124,
		{
			title: 'The work email is longer than 20 characters',
			category: 'work_email',
			hint: 'Shorten the work email of the pre-hire to 20 characters or fewer in Feishu People, then restore again.',
		},
	],
	[
		1161125,
		{
			title: 'The work email is taken in your LDAP directory',
			category: 'work_email',
			hint: `Free the address in LDAP or pick another one. ${EMAIL_TAKEN}`,
		},
	],
	[
		1161126,
		{
			title: 'The work email contains a blocked word',
			category: 'work_email',
			hint: 'Change the part before the @ of the work email in Feishu People, then restore again.',
		},
	],
	[
		1161127,
		{
			title: 'The work email is the same as an existing mailbox',
			category: 'work_email',
			hint: EMAIL_TAKEN,
		},
	],
]);

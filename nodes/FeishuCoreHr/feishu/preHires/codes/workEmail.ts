/** What Feishu finds wrong with a work email. What to do about it differs between calls. */
import type { CodeRow } from './common';

const TITLES = {
	1161034: 'The work email is not a valid address',
	1161035: 'The work email has the wrong domain',
	1161036: 'The work email belongs to an active employee',
	1161037: 'The work email belongs to another pre-hire',
	1161038: 'The work email belongs to somebody who has left',
	1161118: 'The work email is taken in Feishu Mail',
	1161119: 'The work email of somebody who has left is in the recycle bin of Feishu Mail',
	1161121: 'The work email has capital letters',
	1161122: 'The work email has a special character',
	1161123: 'The work email has the wrong format',
	1161124: 'The work email is longer than 20 characters',
	1161125: 'The work email is taken in your LDAP directory',
	1161126: 'The work email contains a blocked word',
	1161127: 'The work email is the same as an existing mailbox',
} as const;

/** These codes, all with the same way out. */
export function workEmailCodes(codes: ReadonlyArray<keyof typeof TITLES>, hint: string): CodeRow[] {
	return codes.map((code) => [code, { title: TITLES[code], category: 'work_email', hint }]);
}

export function workEmailNotEditable(hint: string): CodeRow {
	const title = 'The app may not edit the work email of this person';
	return [1161120, { title, category: 'permission', hint }];
}

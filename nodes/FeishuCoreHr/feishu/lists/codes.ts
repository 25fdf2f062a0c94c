/** Error codes of the calls that fill pick lists. */
import type { CodeEntry, CodeTable } from '../answers/codeTable';
import { SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../answers/commonCodes';

export const LIST_CODES: CodeTable = new Map<number, CodeEntry>([
	[
		1160102,
		{
			title: 'Feishu does not accept the question for this list',
			category: 'invalid_input',
			hint: 'Choose By ID and give the ID by hand. Report this at the package’s issue page.',
		},
	],
	[
		1160103,
		{
			title: 'The app has no permission for this list',
			category: 'permission',
			hint: 'In the developer console widen the app’s data permission for these records under Permissions & Scopes > data permissions, publish a new app version, then open the list again.',
		},
	],
	[
		1162010,
		{
			title: 'This tenant has no fields of that kind',
			category: 'not_found',
			hint: 'Leave Custom Fields empty, or ask an administrator to look at the field settings of Feishu People.',
		},
	],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
]);

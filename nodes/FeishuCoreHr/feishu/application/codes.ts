/** Error codes of the call that lists an app's scopes. */
import type { CodeEntry, CodeTable } from '../answers/codeTable';

export const APPLICATION_CODES: CodeTable = new Map<number, CodeEntry>([
	[
		212100,
		{
			title: 'The Feishu app is not installed in this tenant',
			category: 'authentication',
			hint: 'Publish a version of the app and have it approved, or have the tenant install the app if it is a store app, then run again.',
		},
	],
]);

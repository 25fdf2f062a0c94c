/** Error codes of the pre-hire search call. */
import type { CodeEntry, CodeTable } from '../../answers/codeTable';
import { SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import { NO_PERMISSION } from './common';

export const SEARCH_CODES: CodeTable = new Map<number, CodeEntry>([
	[
		1160102,
		{
			title: 'Feishu does not accept the search parameters',
			category: 'invalid_input',
			hint: 'Check the filters: dates as YYYY-MM-DD, at most 100 values in a list. Then run again.',
		},
	],
	[1160103, NO_PERMISSION],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
]);

/** Feishu's passing internal errors: under any HTTP status, on any endpoint, sometimes although the work was done. */
import { SERVER_ERROR } from './commonCodes';
import type { CodeEntry, CodeTable } from './codeTable';

export const INTERNAL_ERROR_CODES: CodeTable = new Map<number, CodeEntry>([
	[1500, SERVER_ERROR],
	[1663, SERVER_ERROR],
	[2200, SERVER_ERROR],
	[300000, SERVER_ERROR],
]);

/** The success item of a write. */
import type { IDataObject } from 'n8n-workflow';

import type { Subject, Written } from '../feishu/call/write';

/** Whom it is about, that it succeeded, the operation's own facts, and where the success is known from. */
export function successItem(
	{ facts }: Subject,
	own: IDataObject,
	{ logId, confirmedBy, facts: told }: Written,
): IDataObject {
	return {
		...facts,
		...told,
		success: true,
		...own,
		...(logId !== undefined && { log_id: logId }),
		...(confirmedBy !== undefined && { confirmed_by: confirmedBy }),
	};
}

/** Creates one pre-hire. Its external ID makes that happen once, however often it is sent. */
import type { IDataObject } from 'n8n-workflow';

import { write, writtenNow, type Subject, type Write, type Written } from '../call/write';
import type { Caller } from '../caller/caller';
import type { Result } from '../core/failure';
import type { Reply } from '../http/reply';
import { THOUSAND_A_MINUTE } from '../quota/window';
import { CREATE_CODES } from './codes/create';

/** The call. */
export const CREATE: Write = {
	endpoint: {
		api: 'create',
		method: 'POST',
		path: '/open-apis/corehr/v2/pre_hires',
		customAppsOnly: true,
		quota: THOUSAND_A_MINUTE,
		codes: CREATE_CODES,
		contradiction: {
			code: 'PRE_HIRE_ID_MISSING',
			title: 'Feishu accepted the request but named no pre-hire',
			category: 'service',
			hint: 'Run this item again later: with the same external ID that is harmless. If it stays, give the log_id to Feishu support.',
		},
		readData: readCreated,
	},
	whether: 'this pre-hire was created',
	whenUnknown:
		'Run this item again with the same external ID: that is harmless, because Feishu then returns the person who has it and creates nobody twice.',
};

/** By external ID, which Feishu calls out_biz_id. The person may not exist yet. */
export function externalSubject(externalId: string): Subject {
	return { key: externalId, facts: { external_id: externalId } };
}

/** `subject` as `externalSubject` makes it; `body` is Feishu's, with the external ID as `out_biz_id`. */
export async function createPreHire(
	caller: Caller,
	subject: Subject,
	body: IDataObject,
): Promise<Result<Written>> {
	return await write(caller, CREATE, { subject, question: { body } });
}

/** Feishu does not say whether this call made the person, or an earlier one with the same external ID. */
function readCreated({ pre_hire_id: id }: IDataObject, reply: Reply): Written | undefined {
	if (typeof id !== 'string' || id.trim() === '') return undefined;
	return writtenNow(reply, { pre_hire_id: id });
}

/** Updates a pre-hire's record: what is named is set or cleared, nothing else is touched. */
import {
	SUCCESS_NOT_REPORTED,
	write,
	writtenNow,
	type Subject,
	type Write,
	type Written,
} from '../call/write';
import type { Caller } from '../caller/caller';
import type { Result } from '../core/failure';
import { THOUSAND_A_MINUTE } from '../quota/window';
import type { StagesOfChange } from './person';
import { UPDATE_CODES } from './codes/update';
import { updateBody, type RecordChanges } from './updateBody';

/** Where somebody is looked for whom only the ATS knows: Feishu refuses people who have joined, and says nothing of other stages. */
export const UPDATE_STAGES: StagesOfChange = {
	from: ['preboarding', 'day_one', 'withdrawn'],
	to: [],
};

/** The call. The same body again gives the same state, so sending again settles every doubt. */
export const UPDATE: Write = {
	endpoint: {
		api: 'update',
		method: 'PATCH',
		path: '/open-apis/corehr/v2/pre_hires/:id',
		quota: THOUSAND_A_MINUTE,
		customAppsOnly: true,
		codes: UPDATE_CODES,
		contradiction: { ...SUCCESS_NOT_REPORTED, category: 'service' },
		readData: ({ pre_hire_id: id }, reply) =>
			typeof id === 'string' && id !== '' ? writtenNow(reply) : undefined,
	},
	whether: 'this pre-hire was updated',
	whenUnknown:
		'Run this item again: the same update once more does no harm. If somebody has changed the person since, look at the person in Feishu People first.',
};

/** `subject` as `preHireSubject` makes it. `changes` must not be empty. */
export async function updatePreHire(
	caller: Caller,
	subject: Subject,
	changes: RecordChanges,
): Promise<Result<Written>> {
	return await write(caller, UPDATE, {
		subject,
		question: { pathId: subject.key, body: updateBody(changes), preHireId: subject.key },
	});
}

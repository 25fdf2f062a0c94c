/** What restore and withdraw have in common: one person, one change, one success item. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { succeed, type Result } from '../../feishu/core/failure';
import type { Caller } from '../../feishu/caller/caller';
import type { StagesOfChange } from '../../feishu/preHires/atsApplications';
import type { PreHireInTenant, Written } from '../../feishu/preHires/stageChange';
import { readIncludeInputFields } from '../fields/options';
import { aboutPerson, readPreHire, type PersonReference } from '../fields/preHire';
import type { Change } from '../operation';

/** What one operation adds to the common part. */
export interface ChangeOfPerson {
	/** Everything but the person, in one text. */
	settings: string;
	/** Where to look for a person whom only the ATS knows. */
	stages: StagesOfChange;
	send(caller: Caller, person: PreHireInTenant): Promise<Result<Written>>;
	/** The operation's own part of the success item. */
	describe(written: Written): IDataObject;
}

/** Reads the fields that every change has, and `readOwn` those of the operation. */
export function readChange(
	context: IExecuteFunctions,
	itemIndex: number,
	readOwn: () => Result<ChangeOfPerson>,
): Result<Change> {
	const own = readOwn();
	const person = readPreHire(context, itemIndex, own.ok ? own.value.stages : { from: [], to: [] });
	if (!person.ok) return person;
	if (!own.ok) return aboutPerson(person.value, own);
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return aboutPerson(person.value, includeInputFields);
	return succeed(build(person.value, own.value, includeInputFields.value));
}

function build(person: PersonReference, own: ChangeOfPerson, includeInputFields: boolean): Change {
	return {
		kind: 'change',
		key: `${person.key} ${own.settings}`,
		settings: own.settings,
		includeInputFields,
		...(person.preHireId !== undefined && { preHireId: person.preHireId }),
		find: person.find,
		perform: async (caller, found) => {
			const written = await own.send(caller, found);
			if (!written.ok) return written;
			return succeed({
				pre_hire_id: found.preHireId,
				success: true,
				...own.describe(written.value),
				...evidence(written.value),
			});
		},
	};
}

/** Where a success is known from. */
function evidence({ logId, confirmedBySearch }: Written): IDataObject {
	return {
		...(logId !== undefined && { log_id: logId }),
		...(confirmedBySearch && { confirmed_by: 'search' }),
	};
}

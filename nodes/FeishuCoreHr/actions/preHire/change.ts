/** What all changes of a known person have in common: one person, one change, one success item. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Subject, Written } from '../../feishu/call/write';
import type { Caller } from '../../feishu/caller/caller';
import { about, succeed, type Result } from '../../feishu/core/failure';
import type { StagesOfChange } from '../../feishu/preHires/person';
import { readIncludeInputFields } from '../fields/options';
import { readPreHire, type PersonReference } from '../fields/preHire';
import type { Change } from '../operation';
import { successItem } from '../successItem';

/** What one operation adds to the common part. */
export interface OwnPart {
	/** Everything but the person, in one text. */
	settings: string;
	/** Where to look for a person whom only the ATS knows. */
	stages: StagesOfChange;
	send(caller: Caller, person: Subject): Promise<Result<Written>>;
	/** The operation's own part of the success item. */
	describe(written: Written): IDataObject;
}

/** Reads the fields that every change has, and `readOwn` those of the operation. */
export function readChange(
	context: IExecuteFunctions,
	itemIndex: number,
	readOwn: () => Result<OwnPart>,
): Result<Change> {
	const own = readOwn();
	const person = readPreHire(context, itemIndex, own.ok ? own.value.stages : { from: [], to: [] });
	if (!person.ok) return person;
	if (!own.ok) return about(person.value.facts, own);
	const includeInputFields = readIncludeInputFields(context, itemIndex);
	if (!includeInputFields.ok) return about(person.value.facts, includeInputFields);
	return succeed(build(person.value, own.value, includeInputFields.value));
}

function build(person: PersonReference, own: OwnPart, includeInputFields: boolean): Change {
	return {
		kind: 'change',
		key: `${person.key} ${own.settings}`,
		settings: own.settings,
		includeInputFields,
		facts: person.facts,
		find: person.find,
		perform: async (caller, subject) => {
			const written = await own.send(caller, subject);
			if (!written.ok) return written;
			return succeed(successItem(subject, own.describe(written.value), written.value));
		},
	};
}

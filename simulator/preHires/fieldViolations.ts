// 99992402: the gateway's refusal of a field, naming it. Create, update and tasks name no code of their own for these (infer).
import type { RecordedCall } from '../server/api';
import { refusal, type Reply } from '../server/replies';

/** What is wrong with which field of a body. */
export interface FieldViolation {
	field: string;
	description: string;
	value?: string;
}

/** What keeps a write from being done: a code of the call, or a field of the wrong form. */
export type Objection = number | FieldViolation;

/** The objection as an answer. */
export function refuseFor(call: RecordedCall, objection: Objection): Reply {
	if (typeof objection === 'number') return refusal(call, objection);
	const { field, description, value = '' } = objection;
	return refusal(call, 99992402, { error: { field_violations: [{ field, value, description }] } });
}

/** The first objection that one of the checks raises. */
export function firstObjection(
	...checks: ReadonlyArray<() => Objection | undefined>
): Objection | undefined {
	for (const check of checks) {
		const objection = check();
		if (objection !== undefined) return objection;
	}
	return undefined;
}

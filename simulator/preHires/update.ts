// Update: three lists say what is touched; a name without a value in the body is cleared.
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject, textsOf, valueAt } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { COMPOSITE_UPDATES } from './compositeUpdates';
import { duplicateObjection, uniqueValuesOf, workEmailObjection } from './contactRules';
import { customValuesOf, type CustomValue } from './customFieldRules';
import { firstObjection, refuseFor, type FieldViolation } from './fieldViolations';
import { offerObjection } from './offerRules';
import type { PersonRecord } from './people';
import { PRE_HIRE_FIELDS, valueOf } from './preHireFields';
import { reportUpdated } from './reports';
import { isRefusedBy, visiblePerson } from './visiblePeople';

/** New values under search's names; undefined clears. */
type Changes = Map<string, unknown>;

/** Updates the person of the path. */
export function update(call: RecordedCall, world: TenantWorld): Reply {
	const { body } = call;
	if (!isJsonObject(body)) return refuseFor(call, { field: 'body', description: 'must be JSON' });
	const person = visiblePerson(call, world);
	if (!person) return refusal(call, 1161105);
	if (isRefusedBy(person, 'update')) return refusal(call, person.refuse ?? 0);
	if (person.onboardingStatus === 'completed') return refusal(call, 1161108);

	const changes = changesIn(body, world);
	if (!(changes instanceof Map)) return refuseFor(call, changes);
	const organisation = world.organisation(call.tenant);
	for (const [list, group, object] of CUSTOM_LISTS) {
		const named = textsOf(body, list);
		if (named === undefined) continue;
		const values = customValuesOf(valueAt(body, group), group, object, organisation);
		if (!Array.isArray(values)) return refuseFor(call, values);
		const path =
			object === 'person' ? 'person_info.custom_fields' : 'employment_info.custom_fields';
		changes.set(path, replaced(person.fields?.[path], named, values));
	}

	const after = changed(person, changes);
	const touched = new Set(changes.keys());
	const objection = firstObjection(
		() => workEmailObjection(changes.get('employment_info.work_email')),
		() => offerObjection(offerOf(after), touched, organisation),
		() =>
			duplicateObjection(
				uniqueValuesOf(after),
				world.people.all(call.tenant).filter(({ preHireId }) => preHireId !== person.preHireId),
				organisation,
			),
	);
	if (objection !== undefined) return refuseFor(call, objection);
	reportUpdated(world, person, world.people.update(after));
	call.applied = true;
	return success({ pre_hire_id: person.preHireId });
}

const CUSTOM_LISTS = [
	['custom_update_fields', 'offer_info_update.custom_fields', 'pre_hire'],
	['person_custom_update_fields', 'basic_info_update.custom_fields', 'person'],
] as const;

/** What `standard_update_fields` touches. A name of another form, or one update does not know, is refused (infer). */
function changesIn(body: unknown, world: TenantWorld): Changes | FieldViolation {
	const listed = fieldOf(body, 'standard_update_fields') ?? [];
	if (!Array.isArray(listed)) {
		return { field: 'standard_update_fields', description: 'must be a list of texts' };
	}
	const changes: Changes = new Map();
	const names =
		world.openQuestions.unlistedValues === 'applied' ? withUnlisted(listed, body) : listed;
	for (const name of names as unknown[]) {
		const value = typeof name === 'string' ? valueAt(body, name) : undefined;
		const composite = COMPOSITE_UPDATES[String(name)];
		if (composite) {
			for (const [path, part] of Object.entries(composite(value))) changes.set(path, part);
			continue;
		}
		const field = PRE_HIRE_FIELDS.find((one) => one.update === name);
		if (!field) {
			return {
				field: 'standard_update_fields',
				value: String(name),
				description: 'is not a field that can be updated',
			};
		}
		// A list replaces the whole list; a value that is missing clears.
		changes.set(field.path, value === null || value === '' ? undefined : value);
	}
	return changes;
}

function withUnlisted(listed: readonly unknown[], body: unknown): unknown[] {
	const present = ['basic_info_update', 'offer_info_update'].flatMap((group) =>
		Object.keys((fieldOf(body, group) as object | undefined) ?? {}).map(
			(name) => `${group}.${name}`,
		),
	);
	const known = present.filter(
		(name) =>
			Object.hasOwn(COMPOSITE_UPDATES, name) ||
			PRE_HIRE_FIELDS.some((field) => field.update === name),
	);
	return [...new Set([...listed, ...known])];
}

function replaced(
	before: unknown,
	named: readonly string[],
	values: readonly CustomValue[],
): CustomValue[] {
	const kept = (Array.isArray(before) ? (before as CustomValue[]) : []).filter(
		({ field_name }) => !named.includes(field_name),
	);
	return [...kept, ...values.filter(({ field_name }) => named.includes(field_name))];
}

/** Fields that the record keeps as properties of their own. */
const PROPERTIES = {
	'person_info.preferred_name': 'preferredName',
	'employment_info.department_id': 'departmentId',
	'employment_info.work_email': 'workEmail',
	'employment_info.worker_id': 'workerId',
	'onboarding_info.onboarding_date': 'onboardingDate',
} as const satisfies Record<string, keyof PersonRecord>;

function changed(person: PersonRecord, changes: Changes): PersonRecord {
	const after = new Map<string, unknown>(Object.entries(person));
	for (const [path, property] of Object.entries(PROPERTIES)) {
		if (!changes.has(path)) continue;
		after.delete(property);
		const value = changes.get(path);
		if (value !== undefined) after.set(property, value);
	}
	const fields = new Map<string, unknown>(Object.entries(person.fields ?? {}));
	for (const [path, value] of changes) {
		if (value === undefined) fields.delete(path);
		else fields.set(path, value);
	}
	after.set('fields', Object.fromEntries(fields));
	if (!after.has('preferredName')) after.set('preferredName', '');
	return Object.fromEntries(after) as unknown as PersonRecord;
}

/** The person's offer under search's names. */
function offerOf(person: PersonRecord): Record<string, unknown> {
	return Object.fromEntries(PRE_HIRE_FIELDS.map((field) => [field.path, valueOf(person, field)]));
}

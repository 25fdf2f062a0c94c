// Create: a new pre-hire from basic_info and offer_info, once for each out_biz_id.
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject, textOf, valueAt } from '../server/fields';
import { success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { duplicateObjection, phoneObjection, workEmailObjection } from './contactRules';
import { customValuesOf } from './customFieldRules';
import { firstObjection, refuseFor, type Objection } from './fieldViolations';
import { offerObjection } from './offerRules';
import type { PersonRecord, PersonSeed, Task } from './people';
import { displayName } from './personNames';
import { PRE_HIRE_FIELDS } from './preHireFields';
import { reportCreated } from './reports';

/** Creates the pre-hire of the body, or answers with the one that has its `out_biz_id`. */
export function create(call: RecordedCall, world: TenantWorld): Reply {
	const { body } = call;
	if (!isJsonObject(body)) return refuseFor(call, { field: 'body', description: 'must be JSON' });
	const key = textOf(body, 'out_biz_id');
	const known = key === undefined ? undefined : holderOf(key, call, world);
	// Nothing tells "created" from "found", and nothing of the person found is changed.
	const found = known && success({ pre_hire_id: known.preHireId });
	if (found && !world.openQuestions.duplicatesBeforeKey) return found;

	const organisation = world.organisation(call.tenant);
	const fields = fieldsIn(body);
	const offerFields = customValuesOf(
		valueAt(body, 'offer_info.custom_fields'),
		'offer_info.custom_fields',
		'pre_hire',
		organisation,
	);
	const personFields = customValuesOf(
		valueAt(body, 'basic_info.custom_fields'),
		'basic_info.custom_fields',
		'person',
		organisation,
	);
	const flow = flowIn(call, world);
	const objection = firstObjection(
		() => objectionToShape(body),
		() => objectionToPerson(call, world),
		() => (flow ? undefined : 1161111),
		() => objectionToHireLinks(body),
		() => offerObjection(fields, new Set(Object.keys(fields)), organisation),
		() => objectionToNumber(call, world),
		() => (Array.isArray(offerFields) ? undefined : offerFields),
		() => (Array.isArray(personFields) ? undefined : personFields),
		() =>
			duplicateObjection(
				{
					phone: textOf(valueAt(body, 'basic_info'), 'phone_number'),
					email: textOf(valueAt(body, 'basic_info'), 'email'),
					workEmail: textOf(valueAt(body, 'offer_info'), 'work_email'),
					workerId: textOf(valueAt(body, 'basic_info'), 'worker_id'),
					nationalIds: nationalIdsIn(body),
				},
				world.people.all(call.tenant),
				organisation,
			),
	);
	if (objection !== undefined) return refuseFor(call, objection);
	if (found) return found;

	const person = world.people.create({
		...seedFrom(body, fields, world),
		...(call.tenant === undefined ? {} : { tenant: call.tenant }),
		...(key === undefined ? {} : { outBizId: key }),
		flowId: flow?.id ?? '',
		tasks: (flow?.tasks ?? []).map(
			(task, place): Task => ({ ...task, status: place === 0 ? 'in_progress' : 'not_started' }),
		),
		fields: withoutAbsent({
			...fields,
			'person_info.phone_number': valueAt(body, 'basic_info.phone_number'),
			'person_info.phone_list': [
				{
					phone_number: valueAt(body, 'basic_info.phone_number'),
					international_area_code: valueAt(body, 'basic_info.international_area_code'),
					is_primary: true,
				},
			],
			'person_info.email_address': valueAt(body, 'basic_info.email'),
			'person_info.legal_name': displayName(valueAt(body, 'basic_info.legal_name')),
			'employment_info.custom_fields': offerFields,
			'person_info.custom_fields': personFields,
		}),
	});
	reportCreated(world, person);
	call.applied = true;
	call.preHireId = person.preHireId;
	return success({ pre_hire_id: person.preHireId });
}

/** Who has the key. Whether it stays taken after a withdrawal is not known; a delete frees it here. */
function holderOf(
	key: string,
	call: RecordedCall,
	{ people, openQuestions }: TenantWorld,
): PersonRecord | undefined {
	return people
		.all(call.tenant)
		.find(
			({ outBizId, onboardingStatus }) =>
				outBizId === key &&
				(openQuestions.keyKeptAfterWithdraw || onboardingStatus !== 'withdrawn'),
		);
}

/** What the body sets one to one, under search's names. */
function fieldsIn(body: unknown): Record<string, unknown> {
	return withoutAbsent(
		Object.fromEntries(
			PRE_HIRE_FIELDS.map(({ path, create: where }) => [
				path,
				where === undefined ? undefined : valueAt(body, where),
			]),
		),
	);
}

/** The two objects, and what is "required in words" or needed in practice. */
function objectionToShape(body: unknown): Objection | undefined {
	for (const group of ['basic_info', 'offer_info']) {
		if (!isJsonObject(fieldOf(body, group))) return { field: group, description: 'is required' };
	}
	const type = valueAt(body, 'offer_info.employment_type_id');
	if (type === undefined || type === '') {
		return { field: 'offer_info.employment_type_id', description: 'is required' };
	}
	if (displayName(valueAt(body, 'basic_info.name')) === undefined) {
		return { field: 'basic_info.name', description: 'is required' };
	}
	return undefined;
}

function objectionToPerson(call: RecordedCall, world: TenantWorld): Objection | undefined {
	const info = fieldOf(call.body, 'basic_info');
	return (
		phoneObjection(
			fieldOf(info, 'phone_number'),
			fieldOf(info, 'international_area_code'),
			world.organisation(call.tenant).optionFields,
		) ?? workEmailObjection(valueAt(call.body, 'offer_info.work_email'))
	);
}

/** With automatic numbering none may be sent, and company and employee type must tell the rule. */
function objectionToNumber(call: RecordedCall, world: TenantWorld): Objection | undefined {
	if (!world.automaticNumbers) return undefined;
	if (valueAt(call.body, 'basic_info.worker_id') !== undefined) return 1161050;
	const needed = ['offer_info.company', 'offer_info.employee_type_id'];
	return needed.every((path) => valueAt(call.body, path) !== undefined) ? undefined : 1161066;
}

/** Links to Feishu Hire: the lookup-typed partner must have its text partner, and match it. */
function objectionToHireLinks(body: unknown): Objection | undefined {
	const pairs = [
		['offer_info.offer', 'offer_info.offer_id', 1161152, 1161150],
		['application', 'ats_application_id', 1161153, 1161151],
	] as const;
	for (const [lookup, text, missing, differs] of pairs) {
		const given = valueAt(body, lookup);
		if (given === undefined) continue;
		if (valueAt(body, text) === undefined) return missing;
		if (valueAt(body, text) !== (textOf(given, 'id') ?? given)) return differs;
	}
	return undefined;
}

/** The flow named, else the first; undefined for one that does not exist. */
function flowIn(call: RecordedCall, world: TenantWorld) {
	const { flows } = world.organisation(call.tenant);
	const wanted = valueAt(call.body, 'offer_info.flow_id');
	if (wanted === undefined) return flows[0] ?? { id: '', tasks: [] };
	return flows.find(({ id }) => id === wanted);
}

function nationalIdsIn(body: unknown): string[] {
	const list = valueAt(body, 'basic_info.national_id_list');
	return Array.isArray(list)
		? list.flatMap((id: unknown) => textOf(id, 'national_id_number') ?? [])
		: [];
}

function seedFrom(
	body: unknown,
	fields: Readonly<Record<string, unknown>>,
	world: TenantWorld,
): Omit<PersonSeed, 'preHireId'> {
	const text = (name: keyof PersonSeed, path: string) => {
		const value = textOf(fields, path);
		return value === undefined ? {} : { [name]: value };
	};
	return {
		preferredName: displayName(valueAt(body, 'basic_info.name')) ?? '',
		// What stage a new pre-hire is in is told nowhere; the onboarding page calls it 待入职.
		onboardingStatus: 'preboarding',
		...text('workEmail', 'employment_info.work_email'),
		...text('departmentId', 'employment_info.department_id'),
		...text('onboardingDate', 'onboarding_info.onboarding_date'),
		...text('atsApplicationId', 'onboarding_info.ats_application_id'),
		...(world.automaticNumbers
			? { workerId: world.nextWorkerId() }
			: text('workerId', 'employment_info.worker_id')),
	};
}

function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// Which events a change of a pre-hire makes, at every app of its tenant that has an address.
import { flowChange } from '../events';
import { inventedId } from '../lists/inventedIds';
import type { TenantWorld } from '../tenantWorld';
import { isDone, type OnboardingStatus, type PersonRecord, type Task } from './people';
import { PRE_HIRE_FIELDS, valueOf } from './preHireFields';

type FlowStatus = 'in_progress' | 'withdrawn' | 'expired' | 'completed';

/** Created by API: the record, and most likely the flow, which starts. */
export function reportCreated(world: TenantWorld, person: PersonRecord): void {
	reportUpdated(world, undefined, person);
	if (!world.openQuestions.flowEventOnCreate) return;
	const started = (person.tasks ?? []).filter(({ status }) => status === 'in_progress');
	reportFlow(world, person, 'in_progress', started);
}

/** Changed by API, as the change log of the database shows it. */
export function reportUpdated(
	world: TenantWorld,
	before: PersonRecord | undefined,
	after: PersonRecord,
): void {
	push(world, after, 'corehr.pre_hire.updated_v1', {
		pre_hire_id: after.preHireId,
		field_changes: [...changedFields(before, after), 'wk_updated_at'],
	});
}

/** A task moved, by call or at Feishu's own pages. With the last one the flow is completed: nobody has joined by that. */
export function reportTask(world: TenantWorld, person: PersonRecord, moved: Task): void {
	const isOver = (person.tasks ?? []).every(isDone);
	reportFlow(world, person, isOver ? 'completed' : undefined, [moved]);
}

/**
 * Another stage, by call or at Feishu's own pages. A restored person's flow is most likely in
 * progress. Of day one and of a delete by API no page says that they make an event: none here.
 */
export function reportStage(world: TenantWorld, person: PersonRecord): void {
	STAGE_REPORTS[person.onboardingStatus]?.(world, person);
}

type Report = (world: TenantWorld, person: PersonRecord) => void;

const STAGE_REPORTS: Readonly<Partial<Record<OnboardingStatus, Report>>> = {
	preboarding: (world, person) => {
		if (world.openQuestions.flowEventOnRestore) reportFlow(world, person, 'in_progress');
	},
	withdrawn: (world, person) => {
		const open = (person.tasks ?? []).filter((task) => !isDone(task));
		const ended = open.map((task): Task => ({ ...task, status: 'terminated' }));
		reportFlow(world, person, 'withdrawn', ended);
	},
	// What search calls deleted was sent back to the offer.
	deleted: (world, person) => reportFlow(world, person, 'expired'),
	completed: reportJoined,
};

/** An employee: neither the pre-hire's ID nor the account, which is opened later. */
function reportJoined(world: TenantWorld, person: PersonRecord): void {
	const number = world.nextEmployment();
	push(world, person, 'corehr.job_data.employed_v1', {
		job_data_id: inventedId('jobData', number),
		employment_id: inventedId('newEmployment', number),
		target_user_id: {},
	});
}

function reportFlow(
	world: TenantWorld,
	person: PersonRecord,
	status: FlowStatus | undefined,
	moved: readonly Task[] = [],
): void {
	const flow = world.organisation(person.tenant).flows.find(({ id }) => id === person.flowId);
	const event = flowChange(
		person.preHireId,
		status,
		moved.map((task) => ({ task_code: task.code, after_status: task.status })),
		flow,
	);
	const { stillFlow } = world.openQuestions;
	if (status === undefined && stillFlow === 'null') event.onboarding_flow_change = null;
	if (status === undefined && stillFlow === 'absent') delete event.onboarding_flow_change;
	push(world, person, 'corehr.pre_hire.onboarding_task_changed_v2', event);
}

/** Names of the fields of the offer. Personal data shows up as a new time of the last change alone. */
function changedFields(before: PersonRecord | undefined, after: PersonRecord): string[] {
	return PRE_HIRE_FIELDS.filter(
		(field) =>
			(field.create ?? field.update) !== undefined &&
			!field.path.startsWith('person_info.') &&
			JSON.stringify(before && valueOf(before, field)) !== JSON.stringify(valueOf(after, field)),
	).map(({ path }) => path.split('.')[1] ?? path);
}

function push(
	world: TenantWorld,
	{ tenant }: PersonRecord,
	type: string,
	event: Record<string, unknown>,
): void {
	for (const { appId, tenants } of world.apps.all()) {
		if (tenants.includes(tenant)) world.events.push({ type, event, appId, tenant });
	}
}

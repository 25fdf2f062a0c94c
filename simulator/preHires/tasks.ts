// Onboarding tasks: transform, which starts, submits and reviews them, and the older transit.
import type { RecordedCall } from '../server/api';
import { textOf } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { refuseFor } from './fieldViolations';
import type { OnboardingStatus, PersonRecord, Task, TaskStatus } from './people';
import { reportTask } from './reports';
import { isRefusedBy, visiblePerson } from './visiblePeople';

/** Single sign-on, check-in and documents are not submitted by call. */
const NOT_SUBMITTED: ReadonlySet<string> = new Set(['3', '4', '9']);

/** `reason` must be shorter, counted in bytes. */
const REASON_BYTES = 3000;

/** What a transform does: from which states, and to which. */
interface Transition {
	from: readonly TaskStatus[];
	to: (task: Task) => TaskStatus;
}

const afterSubmit = ({ reviewed }: Task): TaskStatus => (reviewed ? 'in_review' : 'completed');

const TRANSITIONS: Readonly<Record<string, Transition>> = {
	manual_start_task: { from: ['not_started'], to: () => 'in_progress' },
	submit_task: { from: ['in_progress', 'rejected'], to: afterSubmit },
	// Reviews for everybody: several approvers are ignored.
	'review_task approve': { from: ['in_review'], to: () => 'completed' },
	'review_task reject': { from: ['in_review'], to: () => 'rejected' },
};

/** Starts, submits or reviews a task of the person in the body. */
export function transformTask(call: RecordedCall, world: TenantWorld): Reply {
	const { body } = call;
	const code = textOf(body, 'task_code');
	const type = textOf(body, 'transform_type');
	const decision = textOf(body, 'review_decision');
	const reason = textOf(body, 'reason');
	const name = type === 'review_task' ? `${type} ${decision ?? ''}` : (type ?? '');
	const transition = Object.hasOwn(TRANSITIONS, name) ? TRANSITIONS[name] : undefined;
	// The code for a body of the wrong form is not told.
	if (call.preHireId === undefined) return missing(call, 'pre_hire_id');
	if (code === undefined) return missing(call, 'task_code');
	if (!transition)
		return missing(call, type === 'review_task' ? 'review_decision' : 'transform_type');
	if (decision === 'reject' && type === 'review_task') {
		if (reason === undefined) return missing(call, 'reason');
		if (Buffer.byteLength(reason) >= REASON_BYTES) {
			return refuseFor(call, { field: 'reason', description: 'must be under 3000 bytes' });
		}
	}
	const person = visiblePerson(call, world);
	const task = taskOf(person, code);
	if (!person || !task) return refusal(call, 1161095);
	if (!isRunning(person)) return refusal(call, 1161129);
	if (isRefusedBy(person, 'transformTask')) return refusal(call, person.refuse ?? 0);
	if (type === 'submit_task' && NOT_SUBMITTED.has(code)) return refusal(call, 1161142);
	if (!transition.from.includes(task.status)) return refusal(call, 1161096);
	if (type === 'submit_task' && task.formIncomplete) return refusal(call, 1161098);
	const rejected = decision === 'reject' && reason !== undefined ? { reason } : {};
	return move(call, world, person, { ...task, status: transition.to(task), ...rejected });
}

/** Moves on a task that is in progress, of the person in the path. Feishu files this call under its historic versions. */
export function transitTask(call: RecordedCall, world: TenantWorld): Reply {
	const code = textOf(call.body, 'task_id');
	if (code === undefined) return missing(call, 'task_id');
	const person = visiblePerson(call, world);
	const task = taskOf(person, code);
	if (!person || !task) return refusal(call, 1161095);
	if (!isRunning(person)) return refusal(call, 1161094);
	if (isRefusedBy(person, 'transitTask')) return refusal(call, person.refuse ?? 0);
	if (task.status !== 'in_progress') return refusal(call, 1161096);
	if (task.formIncomplete) return refusal(call, 1161098);
	return move(call, world, person, { ...task, status: afterSubmit(task) });
}

function move(call: RecordedCall, world: TenantWorld, person: PersonRecord, moved: Task): Reply {
	const tasks = (person.tasks ?? []).map((task) => (task.code === moved.code ? moved : task));
	reportTask(world, world.people.changeTasks(person, tasks), moved);
	call.applied = true;
	return success({ success: true });
}

function taskOf(person: PersonRecord | undefined, code: string): Task | undefined {
	return person?.tasks?.find((task) => task.code === code);
}

/** The flow runs until the person has joined, was withdrawn, or was sent back to the offer. */
function isRunning({ onboardingStatus }: PersonRecord): boolean {
	const running: OnboardingStatus[] = ['preboarding', 'day_one'];
	return running.includes(onboardingStatus);
}

function missing(call: RecordedCall, field: string): Reply {
	return refuseFor(call, { field, description: 'is required' });
}

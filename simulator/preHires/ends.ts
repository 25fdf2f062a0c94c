// How a pre-hire ends: complete makes an employee of them, delete leaves nothing. Neither has a way back.
import type { RecordedCall } from '../server/api';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { duplicateObjection, uniqueValuesOf } from './contactRules';
import { isDone, type OnboardingStatus, type PersonRecord } from './people';
import { reportStage } from './reports';
import { stageSentence } from './stageChanges';
import { isRefusedBy, visiblePerson } from './visiblePeople';

/** Completes the onboarding of the person in the path. */
export function complete(call: RecordedCall, world: TenantWorld): Reply {
	const person = visiblePerson(call, world);
	if (!person) return refusal(call, 1161105);
	// No page lists a code for a wrong stage or for "already completed"; restore's is likely.
	const open: OnboardingStatus[] = world.openQuestions.completeInPreboarding
		? ['preboarding', 'day_one']
		: ['day_one'];
	if (!open.includes(person.onboardingStatus)) return wrongStage(call, person);
	if (isRefusedBy(person, 'complete')) return refusal(call, person.refuse ?? 0);
	const code = notReady(person) ?? takenMeanwhile(person, world);
	if (code !== undefined) return refusal(call, code);
	reportStage(world, world.people.complete(person));
	call.applied = true;
	return success({ success: true });
}

/** Deletes the person in the path. A second delete: the code is not known, 1161105 is likely. */
export function deletePerson(call: RecordedCall, world: TenantWorld): Reply {
	if (!/^\d+$/.test(call.preHireId ?? '')) return refusal(call, 1160001);
	const person = visiblePerson(call, world);
	if (!person) return refusal(call, 1161105);
	// Which stages allow it is not known; somebody who has joined is no pre-hire any more.
	if (person.onboardingStatus === 'completed') return wrongStage(call, person);
	world.people.delete(person);
	call.applied = true;
	return success({});
}

function notReady({ onboardingDate, tasks, fields }: PersonRecord): number | undefined {
	if (fields?.['employment_info.rehire'] === 'to_be_confirmed') return 1161100;
	if (onboardingDate === undefined) return 1161101;
	return (tasks ?? []).every(isDone) ? undefined : 1161099;
}

/** 1161059 if an employee has one of the person's unique values, 1161058 if another pre-hire has. */
function takenMeanwhile(person: PersonRecord, world: TenantWorld): number | undefined {
	const others = world.people
		.all(person.tenant)
		.filter(({ preHireId }) => preHireId !== person.preHireId);
	const organisation = world.organisation(person.tenant);
	const values = uniqueValuesOf(person);
	const joined = others.filter(({ onboardingStatus }) => onboardingStatus === 'completed');
	if (duplicateObjection(values, joined, organisation) !== undefined) return 1161059;
	return duplicateObjection(values, others, organisation) === undefined ? undefined : 1161058;
}

function wrongStage(call: RecordedCall, person: PersonRecord): Reply {
	return refusal(call, 1161129, { msg: stageSentence(person.onboardingStatus) });
}

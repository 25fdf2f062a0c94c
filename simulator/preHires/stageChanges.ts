// Restore and withdraw: the state machine of a pre-hire, and who is refused.
import type { RecordedCall } from '../server/api';
import { factsOf } from '../gateway/codes';
import { fieldOf, isJsonObject } from '../server/fields';
import { STAGE_LABELS, type OnboardingStatus, type PersonRecord } from './people';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { reportStage } from './reports';
import { visiblePerson } from './visiblePeople';

const HEADCOUNT = 1161063;
const LONGEST_REASON = 500;

/** Codes that withdraw shares with restore or has for itself. */
const WITHDRAW_KNOWS: ReadonlySet<number> = new Set([
	1161000, 1161001, 1161094, 1161097, 1161105, 1161116, 1161129, 1161204, 1161604,
]);

/** Restores the person the body names. */
export function restore(call: RecordedCall, world: TenantWorld): Reply {
	const preHireId = idIn(call);
	const flag = fieldOf(call.body, 'confirm_workforce');
	if (preHireId === undefined || (flag !== undefined && typeof flag !== 'boolean')) {
		return refusal(call, 1161001);
	}
	const person = visiblePerson(call, world);
	if (!person) return refusal(call, 1161105);
	if (person.refuse !== undefined && person.refuse !== HEADCOUNT) return refuseFor(call, person);
	if (person.onboardingStatus !== 'withdrawn') return wrongStage(call, person);
	if (person.refuse === HEADCOUNT && flag !== true) return refuseFor(call, person);
	reportStage(world, world.people.restore(person, flag === true));
	call.applied = true;
	return success({ success: true });
}

/** Withdraws the person the body names. */
export function withdraw(call: RecordedCall, world: TenantWorld): Reply {
	const preHireId = idIn(call);
	const reason = fieldOf(call.body, 'withdraw_reason');
	if (preHireId === undefined || typeof reason !== 'string' || reason.trim() === '') {
		return refusal(call, 1161001);
	}
	if ([...reason].length > LONGEST_REASON) return refusal(call, 1161001);
	const person = visiblePerson(call, world);
	if (!person) return refusal(call, 1161105);
	if (person.refuse !== undefined && WITHDRAW_KNOWS.has(person.refuse)) {
		return refuseFor(call, person);
	}
	const open: OnboardingStatus[] = ['preboarding', 'day_one'];
	if (!open.includes(person.onboardingStatus)) return wrongStage(call, person);
	reportStage(world, world.people.withdraw(person, reason));
	call.applied = true;
	return success({ success: true });
}

/** The `msg` of 1161129 for somebody in that stage. */
export function stageSentence(stage: OnboardingStatus): string {
	return factsOf(1161129).msg.replace('{{label}}', STAGE_LABELS[stage]);
}

function idIn(call: RecordedCall): string | undefined {
	const isJson = /^application\/json\b/i.test(call.headers['content-type'] ?? '');
	if (!isJson || !isJsonObject(call.body)) return undefined;
	const id = fieldOf(call.body, 'pre_hire_id');
	return typeof id === 'string' && /^\d+$/.test(id) ? id : undefined;
}

function wrongStage(call: RecordedCall, person: PersonRecord): Reply {
	return refusal(call, 1161129, { msg: stageSentence(person.onboardingStatus) });
}

function refuseFor(call: RecordedCall, person: PersonRecord): Reply {
	const code = person.refuse ?? 1161000;
	if (code === 1161129) return wrongStage(call, person);
	// Whether CoreHR's own limit sends the header is not known; one second keeps demos short.
	if (code === 1161604) return refusal(call, code, { headers: { 'x-ogw-ratelimit-reset': '1' } });
	return refusal(call, code);
}

// What a code means on create, update, complete and the task calls, where that is not what it means elsewhere.
import type { Api } from '../server/api';

/** What a code looks like on the wire. */
export interface CodeFacts {
	/** HTTP status of the reply. */
	status: number;
	/** The `msg`; `{{label}}` stands for the person's stage. */
	msg: string;
}

/**
 * Codes that create, update and complete share: number after 1161, and the meaning in our words.
 * Feishu's own sentences were not at hand; nobody may decide by them anyway.
 */
const SHARED: Readonly<Record<number, string>> = {
	...invalid({
		1: 'job level',
		2: 'job family',
		3: 'job',
		4: 'offer HR',
		5: 'direct leader',
		6: 'onboarding location',
		7: 'office location',
		8: 'recruitment type',
		9: 'employee type',
		10: 'employment type',
		11: 'duration type',
		12: 'signing type',
		13: 'social security city',
		14: 'company',
		15: 'department',
		18: 'contract type',
		109: 'job grade',
		111: 'onboarding flow',
	}),
	16: 'The ID number is used by an active employee',
	26: 'The email is used by an active employee',
	27: 'The email is used by a pre-hire',
	28: 'The phone number is used by an active employee',
	29: 'The phone number is used by a pre-hire',
	31: 'The ID number is used by a pre-hire',
	32: 'Invalid area code',
	33: 'Invalid phone number',
	37: 'The work email is used by a pre-hire',
	38: 'The work email belonged to somebody who has left',
	39: 'The purpose of a location is wrong',
	41: 'The onboarding location has another purpose',
	43: 'The office location has another purpose',
	44: 'The work location has another purpose',
	45: 'The social security city has another purpose',
	48: 'The employee number is taken',
	49: 'The employee number has a wrong format',
	50: 'Employee numbers are given automatically',
	51: 'The onboarding address does not belong to the onboarding location',
	54: 'The office location does not belong to the work location',
	56: 'The department requires a job',
	57: 'The department allows no job',
	58: 'A unique value is used by a pre-hire',
	59: 'A unique value is used by an employment',
	66: 'Company and employee type are needed for an employee number',
	68: 'The job is out of date',
	69: 'The job family is out of date',
	70: 'The job level is out of date',
	71: 'Job and job family do not fit',
	72: 'Job and job level do not fit',
	92: 'The check for abnormal information failed',
	99: 'Not all tasks are complete',
	100: 'Whether this is a rehire is undecided',
	101: 'The onboarding date is missing',
	102: 'The employment check failed',
	103: 'The contract check failed',
	104: 'The person is on the blocklist',
	108: 'The person has joined already',
	112: 'The department requires a position',
	113: 'The position does not fit',
	114: 'The position does not exist from that date',
	115: 'The position is disabled from that date',
	131: 'The phone number is empty',
	142: 'Invalid notice period',
	150: 'offer_id and offer differ',
	151: 'ats_application_id and application differ',
	152: 'offer needs offer_id',
	153: 'application needs ats_application_id',
	160: 'The department is not valid on the onboarding date',
	161: 'The position is not valid on the onboarding date',
};

const WRITE_CODES: Readonly<Record<number, CodeFacts>> = {
	...facts(1161000, SHARED),
	1167037: { status: 400, msg: 'The phone number is used by an active employee' },
};

/** Codes of the task calls; 1161129 is worded differently here, how is not known. */
const TASK_CODES: Readonly<Record<number, CodeFacts>> = facts(1161000, {
	93: 'Failed, contact the administrator',
	94: 'Invalid workflow operation',
	95: 'The task does not exist',
	96: 'The state of the task does not allow it',
	98: 'Required fields of the form are empty',
	129: 'The onboarding flow is not running',
	142: 'This task can not be submitted',
});

/** Per call, the codes with a meaning of their own; a code without a row means what it means everywhere. */
export const CODES_OF_CALL: Readonly<Partial<Record<Api, Readonly<Record<number, CodeFacts>>>>> = {
	create: WRITE_CODES,
	update: WRITE_CODES,
	complete: WRITE_CODES,
	delete: { 1160001: { status: 400, msg: 'Parameter error' } },
	transitTask: TASK_CODES,
	transformTask: TASK_CODES,
	withdraw: { 1161094: { status: 400, msg: 'Invalid workflow operation' } },
};

function invalid(names: Readonly<Record<number, string>>): Record<number, string> {
	return Object.fromEntries(Object.entries(names).map(([code, name]) => [code, `Invalid ${name}`]));
}

function facts(
	base: number,
	sentences: Readonly<Record<number, string>>,
): Record<number, CodeFacts> {
	return Object.fromEntries(
		Object.entries(sentences).map(([code, msg]) => [base + Number(code), { status: 400, msg }]),
	);
}

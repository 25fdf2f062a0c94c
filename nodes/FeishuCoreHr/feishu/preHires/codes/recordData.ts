/** Codes about what stands in a pre-hire’s record: Create and Update check what they are sent, Complete what is there. */
import type { CodeEntry } from '../../answers/codeTable';
import type { Category } from '../../core/failure';

type Row = [number, CodeEntry];

/** Codes with the same category and the same way out, by their titles. */
export function sameWayOut(
	category: Category,
	hint: string,
	titles: Readonly<Record<number, string>>,
): Row[] {
	return Object.entries(titles).map(([code, title]) => [Number(code), { title, category, hint }]);
}

const NOT_KNOWN =
	'Copy the ID or name from Feishu People, where it has to be in use in this tenant, correct it in this node or in the person’s record, then run this item again.';

const NOT_FITTING =
	'Correct one of the two in this node or in the person’s record in Feishu People, then run this item again.';

const CORRECT_VALUE =
	'Correct the value in this node or in the person’s record in Feishu People, then run this item again.';

const TAKEN =
	'Ask HR whether this is the same person twice. If not, correct the value that is taken, then run this item again.';

/** Create, Update and Complete have them. */
export const RECORD_CODES: readonly Row[] = [
	...sameWayOut('invalid_input', NOT_KNOWN, {
		1161001: 'Feishu does not know the job level',
		1161002: 'Feishu does not know the job family',
		1161003: 'Feishu does not know the job',
		1161004: 'Feishu does not know the HR contact of the offer',
		1161005: 'Feishu does not know the direct leader',
		1161006: 'Feishu does not know the onboarding location',
		1161007: 'Feishu does not know the office location',
		1161008: 'Feishu does not know the recruitment type',
		1161009: 'Feishu does not know the employee type',
		1161010: 'Feishu does not know the employment type',
		1161011: 'Feishu does not know the duration type',
		1161012: 'Feishu does not know the signing type',
		1161013: 'Feishu does not know the social security city',
		1161014: 'Feishu does not know the company',
		1161015: 'Feishu does not know the department',
		1161018: 'Feishu does not know the contract type',
		1161030: 'The offer does not exist',
		1161068: 'The job is no longer in use',
		1161069: 'The job family is no longer in use',
		1161070: 'The job level is no longer in use',
		1161079: 'Feishu does not know the additional nationality',
		1161080: 'Feishu does not know the citizenship',
	}),
	...sameWayOut('invalid_input', NOT_FITTING, {
		1161071: 'Job and job family do not fit together',
		1161072: 'Job and job level do not fit together',
		1161073: 'Job, job family and job level do not fit together',
		1161074: 'Job family and job level do not fit together',
		1161051: 'The onboarding address is not in the onboarding location',
		1161052: 'The office address is not in the office location',
		1161053: 'The office address is not in the work location',
		1161054: 'The office location is not in the work location',
		1161055: 'Office address, office location and work location are not within one another',
		1161075: 'The end of the contract does not fit its start and term',
		1161076: 'The additional nationality is the same as the main one',
	}),
	...sameWayOut('invalid_input', CORRECT_VALUE, {
		1161056: 'The department requires a job',
		1161057: 'The department allows no job',
		1161032: 'The area code of the phone number is not one that Feishu knows',
		1161033: 'The phone number has the wrong form',
		1161049: 'The employee number has the wrong form',
		1161050: 'Employee numbers are given automatically, so none may be sent',
		1161066: 'The employee number needs a company and an employee type',
		1161077: 'An additional nationality stands there twice',
		1161078: 'A citizenship stands there twice',
	}),
	...sameWayOut(
		'invalid_input',
		'Choose a location that has this purpose in the settings of Feishu People, or add the purpose there, then run this item again.',
		{
			1161039: 'A location is not meant for this purpose',
			1161040: 'The onboarding address is not a location for that purpose',
			1161041: 'The onboarding location is not a location for that purpose',
			1161042: 'The office address is not a location for that purpose',
			1161043: 'The office location is not a location for that purpose',
			1161044: 'The work location is not a location for that purpose',
			1161045: 'The social security city is not a location for that purpose',
			1161046: 'The city is not one for social security',
			1161047: 'The provident fund city is not a location for that purpose',
		},
	),
	...sameWayOut('duplicate', TAKEN, {
		1161016: 'The ID number belongs to an active employee',
		1161026: 'The email belongs to an active employee',
		1161027: 'The email belongs to another pre-hire',
		1161028: 'The phone number belongs to an active employee',
		1161029: 'The phone number belongs to another pre-hire',
		1161031: 'The ID number belongs to another pre-hire',
		1161048: 'The employee number is taken',
		1167037: 'The phone number is in use by an active employee',
	}),
	...sameWayOut('work_email', CORRECT_VALUE, {
		1161034: 'The work email is not a valid address',
		1161035: 'The work email has the wrong domain',
		1161036: 'The work email belongs to an active employee',
		1161037: 'The work email belongs to another pre-hire',
		1161038: 'The work email belongs to somebody who has left',
	}),
	...sameWayOut(
		'invalid_input',
		'Ask HR to correct the rule for employee numbers in Feishu People, then run this item again.',
		{ 1161064: 'The rule for employee numbers gives none' },
	),
	...sameWayOut(
		'service',
		'Run this item again later. If it stays, give the log_id to Feishu support.',
		{ 1161065: 'Feishu could not make an employee number' },
	),
	...sameWayOut(
		'headcount',
		'Ask whoever owns the headcount for more, then run this item again. Unlike Restore, this call cannot go over it by force.',
		{ 1161063: 'Headcount is exceeded' },
	),
	...sameWayOut(
		'unknown',
		'Ask HR to look at the person in Feishu People, where abnormal information is marked, then run this item again.',
		{ 1161092: 'Feishu’s check for abnormal information failed' },
	),
];

/** Create and Update have them. */
export const SENT_DATA_CODES: readonly Row[] = [
	...sameWayOut('invalid_input', NOT_KNOWN, {
		1161109: 'Feishu does not know the job grade',
		1161114: 'The position does not exist yet on that day',
		1161115: 'The position is disabled from that day on',
		1161160: 'The department is not in use on the onboarding date',
		1161161: 'The position is not in use on the onboarding date',
	}),
	...sameWayOut('invalid_input', NOT_FITTING, {
		1161113: 'The position does not fit the department, the job or another field',
		1161144: 'The notice period does not fit its rule',
	}),
	...sameWayOut('invalid_input', CORRECT_VALUE, {
		1161112: 'The department requires a position',
		1161142: 'The notice period has the wrong form',
		1161143: 'The notice period cannot be edited',
	}),
	...sameWayOut(
		'invalid_input',
		'Correct the cost centers in this node’s JSON, then run this item again. Shares are whole percents and add up to 100.',
		{
			1161019: 'A cost center stands there twice',
			1161020: 'The share of a cost center is not between 1 and 100',
			1161021: 'A cost center is incomplete',
			1161022: 'Feishu does not know a cost center',
			1161023: 'The shares of the cost centers do not add up to 100 percent',
			1161024: 'A cost center is disabled',
			1161025: 'A cost center is about to be disabled',
			1161145: 'A cost center is given, so it cannot be inherited as well',
			1161146: 'The cost center is not inherited, so one has to be given',
			1161147: 'A cost center needs an onboarding date',
			1161148: 'There is no cost center to inherit',
			1161149: 'The cost allocation is incomplete',
		},
	),
];

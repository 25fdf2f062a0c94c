/** What Feishu finds wrong in a pre-hire’s record: Create and Update check what they are sent, Complete what is there. */
import type { Category } from '../../core/failure';
import type { CodeRow } from './common';

/** Codes with the same category and the same way out, by their titles. */
export interface Problem {
	category: Category;
	titles: Readonly<Record<number, string>>;
}

export const badInput = (titles: Problem['titles']): Problem => ({
	category: 'invalid_input',
	titles,
});

/** On Create, Update and Complete. */
export const RECORD_PROBLEMS = {
	noSuchEntry: badInput({
		1161001: 'The job level does not exist',
		1161002: 'The job family does not exist',
		1161003: 'The job does not exist',
		1161004: 'The offer HR does not exist',
		1161005: 'The direct leader does not exist',
		1161006: 'The onboarding location does not exist',
		1161007: 'The office location does not exist',
		1161009: 'The employee type does not exist',
		1161013: 'The social security city does not exist',
		1161014: 'The company does not exist',
		1161015: 'The department does not exist',
		1161030: 'The offer ID does not exist',
		1161079: 'The additional nationality does not exist',
		1161080: 'The citizenship status does not exist',
	}),
	noSuchOption: badInput({
		1161008: 'The recruitment type is no option of this tenant',
		1161010: 'The employment type is no option of this tenant',
		1161011: 'The duration type is no option of this tenant',
		1161012: 'The signing type is no option of this tenant',
		1161018: 'The contract type is no option of this tenant',
	}),
	outOfDate: badInput({
		1161068: 'The job is out of date on the first day',
		1161069: 'The job family is out of date on the first day',
		1161070: 'The job level is out of date on the first day',
	}),
	notFitting: badInput({
		1161071: 'The job and the job family do not fit together',
		1161072: 'The job and the job level do not fit together',
		1161073: 'The job, the job family and the job level do not fit together',
		1161074: 'The job family and the job level do not fit together',
		1161051: 'The onboarding address does not belong to the onboarding location',
		1161052: 'The office address does not belong to the office location',
		1161053: 'The office address does not belong to the work location',
		1161054: 'The office location does not belong to the work location',
		1161055: 'The office address, the office location and the work location do not fit together',
	}),
	jobOrPosition: badInput({
		1161056: 'This department needs a job',
		1161057: 'This department takes people without a job only',
	}),
	taken: {
		category: 'duplicate' as Category,
		titles: {
			1161016: 'The ID number belongs to an active employee',
			1161031: 'The ID number belongs to another pre-hire',
			1161026: 'The email belongs to an active employee',
			1161027: 'The email belongs to another pre-hire',
			1161028: 'The phone number belongs to an active employee',
			1161029: 'The phone number belongs to another pre-hire',
			1161048: 'The employee number is taken',
			1167037: 'The phone number is already used by an active employee',
		},
	},
	phone: badInput({
		1161032: 'Feishu does not accept the area code of the phone',
		1161033: 'Feishu does not accept the phone number',
	}),
	wrongPurpose: badInput({
		1161039: 'A location has the wrong purpose',
		1161040: 'The onboarding address has the wrong purpose',
		1161041: 'The onboarding location has the wrong purpose',
		1161042: 'The office address has the wrong purpose',
		1161043: 'The office location has the wrong purpose',
		1161044: 'The work location has the wrong purpose',
		1161045: 'The social security city has the wrong purpose',
		1161046: 'The place of social security has the wrong purpose',
		1161047: 'The provident fund city has the wrong purpose',
	}),
	employeeNumber: badInput({
		1161049: 'The employee number has the wrong format',
		1161050: 'This tenant numbers employees by itself, so none may be given',
		1161066: 'The company and the employee type are empty, so no employee number can be made',
	}),
	numberRule: badInput({ 1161064: 'The rule for employee numbers gives none' }),
	numberNotMade: {
		category: 'service' as Category,
		titles: { 1161065: 'Feishu could not make an employee number' },
	},
	wrongValue: badInput({
		1161075: 'The end of the contract does not fit its start and term',
		1161076: 'An additional nationality is the same as the main one',
		1161077: 'An additional nationality stands twice in the list',
		1161078: 'A citizenship status stands twice in the list',
	}),
	abnormal: {
		category: 'unknown' as Category,
		titles: { 1161092: 'Feishu could not check the person for abnormal information' },
	},
} satisfies Record<string, Problem>;

/** On Create and Update alone. */
export const SENT_DATA_PROBLEMS = {
	noSuchEntry: badInput({ 1161109: 'The job grade does not exist' }),
	outOfDate: badInput({
		1161114: 'The position does not exist on the first day',
		1161115: 'The position is disabled on the first day',
		1161160: 'The department is not in force on the first day',
		1161161: 'The position is not in force on the first day',
	}),
	notFitting: badInput({
		1161113: 'The position does not fit the department, the job or another field of the offer',
	}),
	jobOrPosition: badInput({ 1161112: 'This department needs a position' }),
	costCenter: badInput({
		1161019: 'A cost center stands twice in the list',
		1161020: 'The share of a cost center is not from 1 to 100',
		1161021: 'A cost center is incomplete',
		1161022: 'A cost center does not exist',
		1161023: 'The shares of the cost centers do not add up to 100',
		1161024: 'A cost center is disabled',
		1161025: 'A cost center is about to be disabled',
		1161145: 'A cost center is given by hand and inherited at the same time',
		1161146: 'The cost center is not inherited and none is given',
		1161147: 'The cost center needs the first day',
		1161148: 'There is no cost center to inherit',
		1161149: 'The allocation of costs is incomplete',
	}),
	noticePeriod: badInput({
		1161142: 'Feishu does not accept a notice period',
		1161143: 'A notice period may not be edited',
		1161144: 'A notice period does not fit the rule of the tenant',
	}),
} satisfies Record<string, Problem>;

/** On Create and Complete alone. */
export const REGION_PROBLEM = {
	noSuchOption: badInput({
		1161081: 'The region of the user data (user_geo) is no option of this tenant',
	}),
};

/** The rows of a call that has all these problems. The ways out are the call's own. */
export function rowsOf<Kind extends string>(
	problems: Readonly<Record<Kind, Problem>>,
	hints: Readonly<Record<NoInfer<Kind>, string>>,
): CodeRow[] {
	return (Object.keys(problems) as Kind[]).flatMap((kind) => {
		const { category, titles } = problems[kind];
		const hint = hints[kind];
		return Object.entries(titles).map(
			([code, title]): CodeRow => [Number(code), { title, category, hint }],
		);
	});
}

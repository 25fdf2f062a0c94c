/** The error codes of the create call's own page, in groups that have the same way out. */
import type { CodeEntry, CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR, SERVER_TIMEOUT, TOO_MANY_REQUESTS } from '../../answers/commonCodes';
import type { Category } from '../../core/failure';
import { NO_PERMISSION } from './common';

/** Codes that differ in what happened, and not in what to do. */
interface Group {
	category: Category;
	hint: string;
	titles: Readonly<Record<number, string>>;
}

const GROUPS: readonly Group[] = [
	{
		category: 'invalid_input',
		hint: 'Choose an entry from the list of that field, or give the ID of one that exists in this tenant, then run again.',
		titles: {
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
			1161109: 'The job grade does not exist',
			1161111: 'The onboarding flow does not exist',
		},
	},
	{
		category: 'invalid_input',
		hint: 'This field takes the name of an option, such as employee, and no ID. Look the options up in the settings of Feishu People, then run again.',
		titles: {
			1161008: 'The recruitment type is no option of this tenant',
			1161010: 'The employment type is no option of this tenant',
			1161011: 'The duration type is no option of this tenant',
			1161012: 'The signing type is no option of this tenant',
			1161018: 'The contract type is no option of this tenant',
			1161081: 'The region of the user data (user_geo) is no option of this tenant',
		},
	},
	{
		category: 'invalid_input',
		hint: 'Choose another one, or ask HR to put it in force for the first day in Feishu People, then run again.',
		titles: {
			1161068: 'The job is out of date on the first day',
			1161069: 'The job family is out of date on the first day',
			1161070: 'The job level is out of date on the first day',
			1161114: 'The position does not exist on the first day',
			1161115: 'The position is disabled on the first day',
			1161160: 'The department is not in force on the first day',
			1161161: 'The position is not in force on the first day',
		},
	},
	{
		category: 'invalid_input',
		hint: 'Give values that belong together as they are set up in Feishu People, or leave one of them out, then run again.',
		titles: {
			1161071: 'The job and the job family do not fit together',
			1161072: 'The job and the job level do not fit together',
			1161073: 'The job, the job family and the job level do not fit together',
			1161074: 'The job family and the job level do not fit together',
			1161110: 'The job grade and the job level do not fit together',
			1161113: 'The position does not fit the department, the job or another field of the offer',
			1161051: 'The onboarding address does not belong to the onboarding location',
			1161052: 'The office address does not belong to the office location',
			1161053: 'The office address does not belong to the work location',
			1161054: 'The office location does not belong to the work location',
			1161055: 'The office address, the office location and the work location do not fit together',
		},
	},
	{
		category: 'invalid_input',
		hint: 'The settings of the department decide between job and position. Set or remove Additional Fields > Job or Position as the message says, then run again.',
		titles: {
			1161056: 'This department needs a job',
			1161057: 'This department takes people without a job only',
			1161112: 'This department needs a position',
		},
	},
	{
		category: 'duplicate',
		hint: 'Search Feishu People for this person. If it is somebody who was created before with another external ID, there is nothing to do; else correct the value, then run again.',
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
	{
		category: 'invalid_input',
		hint: 'Give the number without its country code in Phone Number, and the country in Phone Area Code as Feishu names it, such as 86_china, then run again.',
		titles: {
			1161032: 'Feishu does not accept the area code of the phone',
			1161033: 'Feishu does not accept the phone number',
			1161131: 'The phone number is empty',
		},
	},
	{
		category: 'work_email',
		hint: 'Correct Additional Fields > Work Email or leave it out, then run again.',
		titles: {
			1161034: 'The work email is not a valid address',
			1161035: 'The work email has the wrong domain',
			1161121: 'The work email has capital letters',
			1161122: 'The work email has a special character',
			1161123: 'The work email has the wrong format',
			1161124: 'The work email is longer than 20 characters',
			1161126: 'The work email contains a blocked word',
		},
	},
	{
		category: 'work_email',
		hint: 'Give another address in Additional Fields > Work Email, or ask an administrator to free this one, then run again.',
		titles: {
			1161036: 'The work email belongs to an active employee',
			1161037: 'The work email belongs to another pre-hire',
			1161038: 'The work email belongs to somebody who has left',
			1161118: 'The work email is taken in Feishu Mail',
			1161119: 'The work email is in the recycle bin of Feishu Mail',
			1161125: 'The work email is taken in your LDAP directory',
			1161127: 'The work email is the same as an existing mailbox',
		},
	},
	{
		category: 'permission',
		hint: 'In the Feishu admin console open Feishu People > app permissions and let work emails be edited, or leave the work email out, then run again.',
		titles: { 1161120: 'The app may not edit work emails' },
	},
	{
		category: 'invalid_input',
		hint: 'Choose a location or address that is set up for this purpose in Feishu People (its usage stands in the list), then run again.',
		titles: {
			1161039: 'A location has the wrong purpose',
			1161040: 'The onboarding address has the wrong purpose',
			1161041: 'The onboarding location has the wrong purpose',
			1161042: 'The office address has the wrong purpose',
			1161043: 'The office location has the wrong purpose',
			1161044: 'The work location has the wrong purpose',
			1161045: 'The social security city has the wrong purpose',
			1161046: 'The place of social security has the wrong purpose',
			1161047: 'The provident fund city has the wrong purpose',
		},
	},
	{
		category: 'invalid_input',
		hint: 'Look at the rule for employee numbers in Feishu People. With automatic numbers leave Worker ID out and set Company and Employee Type, then run again.',
		titles: {
			1161049: 'The employee number has the wrong format',
			1161050: 'This tenant numbers employees by itself, so none may be given',
			1161064: 'The rule for employee numbers gives none',
			1161066: 'The company and the employee type are empty, so no employee number can be made',
		},
	},
	{
		category: 'service',
		hint: 'Run this item again later. If it stays, give the log_id to Feishu support.',
		titles: { 1161065: 'Feishu could not make an employee number' },
	},
	{
		category: 'invalid_input',
		hint: 'Correct the cost centers in More Fields: each once, in force, with shares from 1 to 100 that add up to 100. Then run again.',
		titles: {
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
		},
	},
	{
		category: 'invalid_input',
		hint: 'Correct the notice periods in More Fields or leave them out, so that the rules of the tenant apply. Then run again.',
		titles: {
			1161142: 'Feishu does not accept a notice period',
			1161143: 'A notice period may not be edited',
			1161144: 'A notice period does not fit the rule of the tenant',
		},
	},
	{
		category: 'invalid_input',
		hint: 'Correct these values in More Fields, then run again.',
		titles: {
			1161075: 'The end of the contract does not fit its start and term',
			1161076: 'An additional nationality is the same as the main one',
			1161077: 'An additional nationality stands twice in the list',
			1161078: 'A citizenship status stands twice in the list',
			1161150: 'The offer ID and the offer are not the same',
			1161151: 'The ATS application ID and the application are not the same',
			1161152: 'An offer needs its offer ID beside it',
			1161153: 'An application needs its ATS application ID beside it',
		},
	},
	{
		category: 'headcount',
		hint: 'Ask whoever owns the headcount to raise it, or choose another department or position, then run again. Create has no way around the headcount.',
		titles: { 1161063: 'Headcount is exceeded' },
	},
	{
		category: 'unknown',
		hint: 'Ask HR to look at the warnings about this person in Feishu People, then run again.',
		titles: { 1161092: 'Feishu could not check the person for abnormal information' },
	},
	{
		category: 'invalid_input',
		hint: 'Compare the fields with what Feishu’s own words name, correct them, then run again.',
		titles: { 1160102: 'Feishu does not accept the parameters' },
	},
];

export const CREATE_CODES: CodeTable = new Map<number, CodeEntry>([
	[1161000, SERVER_ERROR],
	[1161204, SERVER_TIMEOUT],
	[1161604, TOO_MANY_REQUESTS],
	[1160103, NO_PERMISSION],
	...GROUPS.flatMap(({ category, hint, titles }) =>
		Object.entries(titles).map(([code, title]): [number, CodeEntry] => [
			Number(code),
			{ title, category, hint },
		]),
	),
]);

/** The error codes of the create call's own page, and those to be expected of every call. */
import type { CodeTable } from '../../answers/codeTable';
import { SERVER_ERROR } from '../../answers/commonCodes';
import { headcountExceeded, NO_PERMISSION, SERVICE_CODES } from './common';
import {
	badInput,
	RECORD_PROBLEMS,
	REGION_PROBLEM,
	rowsOf,
	SENT_DATA_PROBLEMS,
	type Problem,
} from './record';
import { workEmailCodes, workEmailNotEditable } from './workEmail';

/** Of this call alone. */
const CREATE_PROBLEMS = {
	noSuchEntry: badInput({ 1161111: 'The onboarding flow does not exist' }),
	notFitting: badInput({ 1161110: 'The job grade and the job level do not fit together' }),
	phone: badInput({ 1161131: 'The phone number is empty' }),
	wrongValue: badInput({
		1161150: 'The offer ID and the offer are not the same',
		1161151: 'The ATS application ID and the application are not the same',
		1161152: 'An offer needs its offer ID beside it',
		1161153: 'An application needs its ATS application ID beside it',
	}),
	parameters: badInput({ 1160102: 'Feishu does not accept the parameters' }),
} satisfies Record<string, Problem>;

const NUMBER_RULE =
	'Look at the rule for employee numbers in Feishu People. With automatic numbers leave Worker ID out and set Company and Employee Type, then run again.';

/** By the kinds of `record.ts` and of this call. */
const HINTS = {
	noSuchEntry:
		'Choose an entry from the list of that field, or give the ID of one that exists in this tenant, then run again.',
	noSuchOption:
		'This field takes the name of an option, such as employee, and no ID. Look the options up in the settings of Feishu People, then run again.',
	outOfDate:
		'Choose another one, or ask HR to put it in force for the first day in Feishu People, then run again.',
	notFitting:
		'Give values that belong together as they are set up in Feishu People, or leave one of them out, then run again.',
	jobOrPosition:
		'The settings of the department decide between job and position. Set or remove Additional Fields > Job or Position as the message says, then run again.',
	taken:
		'Search Feishu People for this person. If it is somebody who was created before with another external ID, there is nothing to do; else correct the value, then run again.',
	phone:
		'Give the number without its country code in Phone Number, and the country in Phone Area Code as Feishu names it, such as 86_china, then run again.',
	wrongPurpose:
		'Choose a location or address that is set up for this purpose in Feishu People (its usage stands in the list), then run again.',
	employeeNumber: NUMBER_RULE,
	numberRule: NUMBER_RULE,
	numberNotMade: SERVER_ERROR.hint,
	costCenter:
		'Correct the cost centers in More Fields: each once, in force, with shares from 1 to 100 that add up to 100. Then run again.',
	noticePeriod:
		'Correct the notice periods in More Fields or leave them out, so that the rules of the tenant apply. Then run again.',
	wrongValue: 'Correct these values in More Fields, then run again.',
	abnormal: 'Ask HR to look at the warnings about this person in Feishu People, then run again.',
	parameters: 'Compare the fields with what Feishu’s own words name, correct them, then run again.',
};

export const CREATE_CODES: CodeTable = new Map([
	...SERVICE_CODES,
	[1160103, NO_PERMISSION],
	...rowsOf(RECORD_PROBLEMS, HINTS),
	...rowsOf(SENT_DATA_PROBLEMS, HINTS),
	...rowsOf(REGION_PROBLEM, HINTS),
	...rowsOf(CREATE_PROBLEMS, HINTS),
	...workEmailCodes(
		[1161034, 1161035, 1161121, 1161122, 1161123, 1161124, 1161126],
		'Correct Additional Fields > Work Email or leave it out, then run again.',
	),
	...workEmailCodes(
		[1161036, 1161037, 1161038, 1161118, 1161119, 1161125, 1161127],
		'Give another address in Additional Fields > Work Email, or ask an administrator to free this one, then run again.',
	),
	workEmailNotEditable(
		'In the Feishu admin console open Feishu People > app permissions and let work emails be edited, or leave the work email out, then run again.',
	),
	headcountExceeded(
		'Ask whoever owns the headcount to raise it, or choose another department or position, then run again. Create has no way around the headcount.',
	),
]);

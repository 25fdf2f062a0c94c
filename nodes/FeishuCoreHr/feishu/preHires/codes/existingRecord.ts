/** What helps against problems of a record that exists already, as on Update and Complete Onboarding. */
import { SERVER_ERROR } from '../../answers/commonCodes';
import { headcountExceeded, type CodeRow } from './common';
import { RECORD_PROBLEMS, rowsOf } from './record';
import { workEmailCodes } from './workEmail';

const NOT_KNOWN =
	'Copy the ID or name from Feishu People, where it has to be in use in this tenant, correct it in this node or in the person’s record, then run this item again.';

const NOT_FITTING =
	'Correct one of the two in this node or in the person’s record in Feishu People, then run this item again.';

const WRONG =
	'Correct the value in this node or in the person’s record in Feishu People, then run this item again.';

/** By the kinds of `record.ts`. */
export const EXISTING_RECORD_HINTS = {
	noSuchEntry: NOT_KNOWN,
	noSuchOption: NOT_KNOWN,
	outOfDate: NOT_KNOWN,
	notFitting: NOT_FITTING,
	jobOrPosition: WRONG,
	taken:
		'Ask HR whether this is the same person twice. If not, correct the value that is taken, then run this item again.',
	phone: WRONG,
	wrongPurpose:
		'Choose a location that has this purpose in the settings of Feishu People, or add the purpose there, then run this item again.',
	employeeNumber: WRONG,
	numberRule:
		'Ask HR to correct the rule for employee numbers in Feishu People, then run this item again.',
	numberNotMade: SERVER_ERROR.hint,
	wrongValue: WRONG,
	costCenter:
		'Correct the cost centers in this node’s JSON, then run this item again. Shares are whole percents and add up to 100.',
	noticePeriod: WRONG,
	abnormal:
		'Ask HR to look at the person in Feishu People, where abnormal information is marked, then run this item again.',
};

/** Update and Complete have them. */
export const EXISTING_RECORD_CODES: readonly CodeRow[] = [
	...rowsOf(RECORD_PROBLEMS, EXISTING_RECORD_HINTS),
	...workEmailCodes([1161034, 1161035, 1161036, 1161037, 1161038], WRONG),
	headcountExceeded(
		'Ask whoever owns the headcount for more, then run this item again. Unlike Restore, this call cannot go over it by force.',
	),
];

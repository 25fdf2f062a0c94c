/** Filters of Get Many: read from n8n's fields, written as Feishu's search wants them. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import { readDay } from './day';
import { whyNoFeishuId } from './feishuId';
import { readTextList, SEPARATORS, SEPARATORS_AND_BLANKS, type ListField } from './textList';

/** Which day a date is. */
const WHICH_DAY =
	'The time of day is ignored. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone';

const STATUSES = ['any', 'completed', 'day_one', 'deleted', 'preboarding', 'withdrawn'] as const;

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	description: 'Which people to return. A person has to pass every filter that is set.',
	options: [
		{
			displayName: 'Department IDs',
			name: 'departmentIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7063072995761456670',
			description:
				'People of these departments: at most 100 CoreHR IDs, as Get Many returns them, separated by commas or as a list. An ID that begins with od- is of another kind.',
		},
		{
			displayName: 'Name or Worker ID',
			name: 'keyWord',
			type: 'string',
			default: '',
			placeholder: 'e.g. Li Na',
			description:
				'People whose preferred name contains this text, or whose worker ID is exactly this',
		},
		{
			displayName: 'Onboarding Status',
			name: 'onboardingStatus',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any', description: 'Everybody, whatever the status' },
				{ name: 'Completed', value: 'completed', description: 'The person has joined' },
				{ name: 'Day One', value: 'day_one', description: 'The person is ready for the first day' },
				{ name: 'Deleted', value: 'deleted', description: 'The person cannot be restored' },
				{ name: 'Preboarding', value: 'preboarding', description: 'The person is about to join' },
				{ name: 'Withdrawn', value: 'withdrawn', description: 'The person can be restored' },
			],
			default: 'withdrawn',
			description: 'Where the people stand in onboarding. Without this filter: withdrawn.',
		},
		{
			displayName: 'Pre-Hire IDs',
			name: 'preHireIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7345005664477775407',
			description:
				'Only these people: at most 100 IDs, separated by commas, blanks or new lines, or a list of texts. Onboarding Status still counts: Any brings them whatever their stage.',
		},
		{
			displayName: 'Start Date From',
			name: 'startDateFrom',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `People who start on this day or later. ${WHICH_DAY}.`,
		},
		{
			displayName: 'Start Date To',
			name: 'startDateTo',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `People who start on this day or earlier. ${WHICH_DAY}.`,
		},
		{
			displayName: 'Updated From',
			name: 'updatedFrom',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `People whose record was changed on this day or later. ${WHICH_DAY}.`,
		},
		{
			displayName: 'Updated To',
			name: 'updatedTo',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `People whose record was changed on this day or earlier. ${WHICH_DAY}.`,
		},
		{
			displayName: 'Worker IDs',
			name: 'workerIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. A0001',
			description: 'People with these worker IDs: at most 100, separated by commas, or a list',
		},
	],
};

/** Filters that are lists, and their names in Feishu's search. */
const LISTS: ReadonlyArray<ListField & { name: string; target: string }> = [
	{
		name: 'departmentIds',
		target: 'department_ids',
		label: 'Department IDs',
		separators: SEPARATORS_AND_BLANKS,
		entry: {
			whyNot: whyNoFeishuId,
			wayOut:
				'Give the CoreHR IDs of the departments, such as 7063072995761456670: the department_id that Get Many returns. An ID that begins with od- is of another kind.',
		},
	},
	{
		name: 'preHireIds',
		target: 'pre_hire_ids',
		label: 'Pre-Hire IDs',
		separators: SEPARATORS_AND_BLANKS,
		entry: {
			whyNot: whyNoFeishuId,
			wayOut:
				'Give the pre_hire_id of each person, such as 7345005664477775407, separated by commas or as a list of texts.',
		},
	},
	{ name: 'workerIds', target: 'worker_ids', label: 'Worker IDs', separators: SEPARATORS },
];

/** Filters that are days. Feishu takes them in pairs. */
const DAYS = [
	['startDate', 'Start Date', 'onboarding_date'],
	['updated', 'Updated', 'updated_date'],
] as const;

/** Stand for "no limit" where only one end of a pair is set. */
const FIRST_DAY = '1970-01-01';

const LAST_DAY = '2099-12-31';

/** Get Many's filters as n8n evaluated them, and as they stand in the node: only there is an expression still one. */
interface Given {
	filters: IDataObject;
	written: IDataObject;
	timeZone: string;
}

/**
 * The body of Feishu's search, without `fields`. `written` is the node's own parameter, expressions not evaluated;
 * `timeZone` is the workflow's, an IANA name.
 */
export function readFilters(
	filters: IDataObject,
	written: IDataObject,
	timeZone: string,
): Result<Record<string, unknown>> {
	const given = { filters, written, timeZone };
	const body: Record<string, unknown> = {};
	const status = readStatus(given);
	if (!status.ok) return status;
	if (status.value !== 'any') body.onboarding_status = status.value;
	const keyWord = readKeyWord(given);
	if (!keyWord.ok) return keyWord;
	if (keyWord.value !== undefined) body.key_word = keyWord.value;
	for (const { name, target, ...field } of LISTS) {
		if (isUnset(given, name)) continue;
		const list = readTextList(filters[name], field);
		if (!list.ok) return list;
		if (list.value.length === 0) return refuseEmptyList(field.label);
		body[target] = list.value;
	}
	for (const [name, label, target] of DAYS) {
		const days = readDays(given, name, label);
		if (!days.ok) return days;
		if (days.value === undefined) continue;
		[body[`${target}_start`], body[`${target}_end`]] = days.value;
	}
	return succeed(body);
}

/** Whether a filter is absent, or was added and left blank. One whose expression gives nothing is neither. */
function isUnset({ filters, written }: Given, name: string): boolean {
	if (!(name in filters)) return true;
	const field = written[name];
	const isExpression = typeof field === 'string' && field.startsWith('=');
	return !isExpression && isBlankText(filters[name]);
}

function isBlankText(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === '';
}

/** Whether an expression gave nothing. */
function isNothing(value: unknown): boolean {
	return value === undefined || value === null || isBlankText(value);
}

function readStatus(given: Given): Result<string> {
	const value = isUnset(given, 'onboardingStatus') ? 'withdrawn' : given.filters.onboardingStatus;
	const status = STATUSES.find((known) => known === value);
	if (status !== undefined) return succeed(status);
	return refuseInput(
		'INVALID_ONBOARDING_STATUS',
		`Onboarding Status is none of ${STATUSES.join(', ')}`,
		'Choose one from the list, or use an expression that gives one of these words.',
	);
}

function readKeyWord(given: Given): Result<string | undefined> {
	if (isUnset(given, 'keyWord')) return succeed(undefined);
	const { keyWord } = given.filters;
	if (isNothing(keyWord)) return refuseNothing(KEY_WORD);
	if (typeof keyWord === 'string') return succeed(keyWord.trim());
	if (Number.isSafeInteger(keyWord)) return succeed(String(keyWord));
	return refuseInput(
		'INVALID_FILTER',
		`${KEY_WORD} is not text`,
		'Give a part of a name or a whole worker ID as text.',
	);
}

const KEY_WORD = 'Name or Worker ID';

/** Without the filter more people would be found, and perhaps restored next. */
function refuseNothing(label: string): Result<never> {
	return refuseInput(
		'INVALID_FILTER',
		`${label} has an expression that gives nothing, which would mean everybody`,
		`Correct the expression, or remove the filter ${label} if everybody is meant.`,
	);
}

/** An expression gave an empty list. Without the filter everybody would be found, and perhaps restored next. */
function refuseEmptyList(label: string): Result<Record<string, unknown>> {
	return refuseInput(
		'INVALID_LIST',
		`${label} is an empty list, which would mean everybody`,
		`Give at least one ID, or remove the filter ${label} if everybody is meant.`,
	);
}

/** Both ends of a range, undefined where neither is set. */
function readDays(given: Given, name: string, label: string): Result<[string, string] | undefined> {
	if (isUnset(given, `${name}From`) && isUnset(given, `${name}To`)) return succeed(undefined);
	const start = readEnd(given, `${name}From`, `${label} From`, FIRST_DAY);
	if (!start.ok) return start;
	const end = readEnd(given, `${name}To`, `${label} To`, LAST_DAY);
	if (!end.ok) return end;
	if (start.value <= end.value) return succeed([start.value, end.value]);
	return refuseInput(
		'INVALID_DATE_RANGE',
		`${label} From (${start.value}) is after ${label} To (${end.value})`,
		`Swap ${label} From and ${label} To, or clear one of them.`,
	);
}

function readEnd(given: Given, name: string, label: string, whenUnset: string): Result<string> {
	if (isUnset(given, name)) return succeed(whenUnset);
	const value = given.filters[name];
	return isNothing(value) ? refuseNothing(label) : readDay(value, label, given.timeZone);
}

/** Reads a day from what n8n's date fields and expressions give. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/**
 * Returns `YYYY-MM-DD`. A moment (a Date, a luxon DateTime, a text with `Z` or an offset) is on the day that it is in
 * `timeZone`, an IANA name such as `Asia/Shanghai`. A text without a zone is on the day that stands in it.
 */
export function readDay(value: unknown, label: string, timeZone: string): Result<string> {
	const text = typeof value === 'string' ? value.trim() : undefined;
	const written = text === undefined ? undefined : WRITTEN.exec(text)?.groups;
	const day = written === undefined ? undefined : dayOf(written);
	if (day !== undefined && written?.zone === undefined) return succeed(day);
	const moment = day === undefined ? momentOf(value) : Date.parse(inFull(day, written ?? {}));
	if (!Number.isNaN(moment)) return dayIn(timeZone, moment, label);
	return refuseInput('INVALID_DATE', `${label} is not a date`, wayOut(label));
}

/** A day, perhaps with a time, perhaps with a zone behind it: ISO 8601, also with a blank for the T. */
const WRITTEN =
	/^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

type Written = Readonly<Record<string, string | undefined>>;

/** Undefined where the calendar has no such day, or the day no such time. */
function dayOf(written: Written): string | undefined {
	const { day = '' } = written;
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return undefined;
	return Number.isNaN(Date.parse(inFull(day, { ...written, zone: 'Z' }))) ? undefined : day;
}

/** The moment in the one form of ISO 8601 that every JavaScript engine reads. */
function inFull(
	day: string,
	{ hour = '00', minute = '00', second = '00', zone = 'Z' }: Written,
): string {
	const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${sign}${hours}:${minutes}`;
}

/** Epoch ms of a Date or a luxon DateTime, from whichever realm: both give it as their value. */
function momentOf(value: unknown): number {
	const moment: unknown =
		typeof value === 'object' && value !== null && !Array.isArray(value) ? value.valueOf() : NaN;
	return typeof moment === 'number' ? moment : NaN;
}

function dayIn(timeZone: string, moment: number, label: string): Result<string> {
	try {
		const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		}).formatToParts(moment);
		const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
		return succeed(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
	} catch {
		return refuseInput(
			'INVALID_DATE',
			`${label} has no day in the workflow’s time zone (${timeZone})`,
			`Choose a time zone in the settings of the workflow. ${wayOut(label)}`,
		);
	}
}

function wayOut(label: string): string {
	return `Choose a day for ${label}, or give it as YYYY-MM-DD, such as 2026-12-01.`;
}

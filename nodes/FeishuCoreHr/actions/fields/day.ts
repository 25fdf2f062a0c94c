/** Reads a day from what n8n's date fields and expressions give. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/**
 * Returns `YYYY-MM-DD`. A moment (a Date, a luxon DateTime, a text with `Z` or an offset) is on the day that it is in
 * `timeZone`, an IANA name such as `Asia/Shanghai`. A text without a zone is on the day that stands in it.
 */
export function readDay(value: unknown, label: string, timeZone: string): Result<string> {
	if (typeof value !== 'string') return dayIn(timeZone, momentOf(value), label);
	const written = WRITTEN.exec(value.trim())?.groups;
	if (written === undefined || !isReal(written)) return refuse(label);
	if (written.zone === undefined) return succeed(String(written.day));
	return dayIn(timeZone, Date.parse(inFull(written, written.zone)), label);
}

/** A day, perhaps with a time, perhaps with a zone behind it: ISO 8601, also with a blank for the T. */
const WRITTEN =
	/^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

type Written = Readonly<Record<string, string | undefined>>;

/** Whether the calendar has such a day, and the day such a time. */
function isReal(written: Written): boolean {
	const day = String(written.day);
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return false;
	return !Number.isNaN(Date.parse(inFull(written, 'Z')));
}

/** The moment in the one form of ISO 8601 that every JavaScript engine reads. */
function inFull(written: Written, zone: string): string {
	const { day, hour = '00', minute = '00', second = '00' } = written;
	const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${sign}${hours}:${minutes}`;
}

/** Epoch ms of a Date or a luxon DateTime, from whichever realm: both give it as their value. NaN = neither. */
function momentOf(value: unknown): number {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return NaN;
	const moment: unknown = value.valueOf?.();
	return typeof moment === 'number' ? moment : NaN;
}

function dayIn(timeZone: string, moment: number, label: string): Result<string> {
	if (Number.isNaN(new Date(moment).getTime())) return refuse(label);
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

function refuse(label: string): Result<string> {
	return refuseInput('INVALID_DATE', `${label} is not a date`, wayOut(label));
}

function wayOut(label: string): string {
	return `Choose a day for ${label}, or give it as YYYY-MM-DD, such as 2026-12-01.`;
}

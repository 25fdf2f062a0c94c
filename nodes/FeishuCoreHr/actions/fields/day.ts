/** Reads a day from what n8n's date fields and expressions give. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/** Returns `YYYY-MM-DD`, the day as it is written: no time zone moves it. Takes texts and the dates of expressions such as `$now`. */
export function readDay(value: unknown, label: string): Result<string> {
	const text = writeOut(value);
	const day = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text.trim())?.[1];
	if (day !== undefined && isOnCalendar(day)) return succeed(day);
	return refuseInput(
		'INVALID_DATE',
		`${label} is not a date`,
		`Choose a day for ${label}, or give it as YYYY-MM-DD, such as 2026-12-01.`,
	);
}

function writeOut(value: unknown): string {
	if (typeof value === 'string') return value;
	if (hasToISODate(value)) return value.toISODate() ?? '';
	return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : '';
}

/** The dates of n8n's expressions, made by luxon. */
function hasToISODate(value: unknown): value is { toISODate(): string | null } {
	return typeof value === 'object' && value !== null && 'toISODate' in value;
}

function isOnCalendar(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

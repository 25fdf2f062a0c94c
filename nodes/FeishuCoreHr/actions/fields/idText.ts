/** Reads an ID as text. A number that JavaScript cannot hold exactly is refused: it would be somebody else's ID. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

export interface IdField {
	/** The name in messages. */
	label: string;
	/** The failure's code. */
	code: string;
	/** How to give it rightly: the hint of every refusal. */
	wayOut: string;
	/** What the text must look like, and how a message says that it does not. Without it every text is right. */
	form?: { pattern: RegExp; violation: string };
}

export function readIdText(value: unknown, field: IdField): Result<string> {
	if (value === undefined || value === null) return refuse(field, 'is missing');
	if (typeof value === 'number') return readNumber(value, field);
	if (typeof value !== 'string')
		return refuse(field, 'is a list, an object or a boolean, not text');
	const text = value.trim();
	if (text === '') return refuse(field, 'is empty');
	if (field.form !== undefined && !field.form.pattern.test(text)) {
		return refuse(field, field.form.violation);
	}
	return succeed(text);
}

function readNumber(value: number, field: IdField): Result<string> {
	if (Number.isSafeInteger(value) && value >= 0) return succeed(String(value));
	if (!Number.isInteger(value) || value < 0) return refuse(field, 'is not a whole number');
	return refuseInput(
		field.code,
		`${field.label} is a number too large for JavaScript, so it has lost digits`,
		'Quote it in the source: the program before this node has to pass the ID as text, such as "7345005664477775407".',
	);
}

function refuse({ code, label, wayOut }: IdField, reason: string): Result<string> {
	return refuseInput(code, `${label} ${reason}`, wayOut);
}

/** Reads an ID as text. A number that JavaScript cannot hold exactly is refused: it would be somebody else's ID. */
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

export interface IdField {
	/** The name in messages. */
	label: string;
	/** The failure's code. */
	code: string;
	/** How to give it rightly: the hint of every refusal. */
	wayOut: string;
	/** Says what is wrong with a text, as the end of a sentence. Without it every text is right. */
	whyNot?: (text: string) => string | undefined;
}

export function readIdText(value: unknown, field: IdField): Result<string> {
	if (value === undefined || value === null) return refuse(field, 'is missing');
	if (typeof value === 'number') return readNumber(value, field);
	if (typeof value !== 'string')
		return refuse(field, 'is a list, an object or a boolean, not text');
	return readText(value.trim(), field);
}

function readText(text: string, field: IdField): Result<string> {
	if (text === '') return refuse(field, 'is empty');
	const reason = field.whyNot?.(text);
	return reason === undefined ? succeed(text) : refuse(field, reason);
}

function readNumber(value: number, field: IdField): Result<string> {
	if (Number.isSafeInteger(value) && value >= 0) return readText(String(value), field);
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

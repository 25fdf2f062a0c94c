/** Reads a whole number within bounds. */
import { refuseInput, succeed, type Result } from '../../feishu/failure';

export interface NumberField {
	/** The field's name on screen. */
	label: string;
	min: number;
	max: number;
	/** The failure's code. */
	code: string;
}

/** Accepts numbers, and digits as text, which expressions give. */
export function readWholeNumber(value: unknown, field: NumberField): Result<number> {
	const isText = typeof value === 'string' && /^\s*\d+\s*$/.test(value);
	const number = typeof value === 'number' || isText ? Number(value) : NaN;
	if (Number.isInteger(number) && number >= field.min && number <= field.max) {
		return succeed(number);
	}
	return refuseInput(
		field.code,
		`${field.label} is not a whole number from ${field.min} to ${field.max}`,
		`Set ${field.label} to a whole number from ${field.min} to ${field.max}.`,
	);
}

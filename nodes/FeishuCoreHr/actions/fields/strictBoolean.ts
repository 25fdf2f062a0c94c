/** Reads true and false, and nothing that merely looks like one of them: `Boolean("false")` is true. */
import { cutText } from '../../feishu/core/cleanText';
import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/** Accepts true, false and the words "true" and "false" in lower case. `label` is the field's name on screen. */
export function readStrictBoolean(
	value: unknown,
	label: string,
	code: string,
	example: string,
): Result<boolean> {
	if (value === true || value === 'true') return succeed(true);
	if (value === false || value === 'false') return succeed(false);
	return refuseInput(
		code,
		`${label} is ${name(value)}, neither true nor false`,
		`Switch ${label} on or off, or use an expression that gives true or false, such as ${example}.`,
	);
}

function name(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'empty';
	if (typeof value === 'string') return `the text "${cutText(value, 40)}"`;
	return typeof value === 'number' ? `the number ${value}` : 'a list or an object';
}

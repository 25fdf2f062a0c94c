/** Reads a whole number within the bounds that n8n shows for its field. */
import type { INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/** Accepts numbers, and digits as text, which expressions give. The failure's code is made of the field's name. */
export function readWholeNumber(value: unknown, field: INodeProperties): Result<number> {
	const min = field.typeOptions?.minValue ?? 0;
	const max = field.typeOptions?.maxValue ?? Number.MAX_SAFE_INTEGER;
	const isText = typeof value === 'string' && /^\s*\d+\s*$/.test(value);
	const number = typeof value === 'number' || isText ? Number(value) : NaN;
	if (Number.isInteger(number) && number >= min && number <= max) return succeed(number);
	return refuseInput(
		`INVALID_${field.name.replace(/[A-Z]/g, '_$&').toUpperCase()}`,
		`${field.displayName} is not a whole number from ${min} to ${max}`,
		`Set ${field.displayName} to a whole number from ${min} to ${max}.`,
	);
}

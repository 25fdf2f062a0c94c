/** More Fields: whatever else Feishu's create call takes, as JSON. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../../feishu/core/failure';
import { hasLostDigits, isObject, UNSAFE_NAMES } from '../jsonObject';

export const moreFieldsField: INodeProperties = {
	displayName: 'More Fields (JSON)',
	name: 'moreFields',
	type: 'json',
	default: '{}',
	description:
		'Any other field of Feishu’s create call by Feishu’s own names, as an object. It is merged into what the other fields say, in depth, and wins. A list takes the place of the whole list.',
};

/** The object. Nothing set is an empty one. */
export function readMoreFields(value: unknown): Result<IDataObject> {
	if (value === undefined || value === null) return succeed({});
	if (typeof value === 'string' && value.trim() === '') return succeed({});
	const parsed = parse(value);
	if (!isObject(parsed)) return refuse('is not a JSON object');
	const reason = whyNot(parsed, '');
	if (reason !== undefined) return refuse(reason);
	for (const group of ['basic_info', 'offer_info']) {
		if (Object.hasOwn(parsed, group) && !isObject(parsed[group]))
			return refuse(`has ${group}, which is not an object`);
	}
	if (Object.hasOwn(parsed, 'out_biz_id'))
		return refuse('has out_biz_id, which is what External ID is for');
	return succeed(parsed);
}

/** Undefined where it is no JSON. What an expression gives is brought into the form in which it would be sent. */
function parse(value: unknown): unknown {
	try {
		return JSON.parse(typeof value === 'string' ? value : JSON.stringify(value)) as unknown;
	} catch {
		return undefined;
	}
}

/** Says what must not be sent, as the end of a sentence. `where` is the path to the value. */
function whyNot(value: unknown, where: string): string | undefined {
	if (typeof value === 'number') {
		return hasLostDigits(value)
			? `has a number at ${where} that has lost digits: quote it`
			: undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		if (UNSAFE_NAMES.has(name)) return `has the key ${name}, which is not allowed`;
		const reason = whyNot(inner, where === '' ? name : `${where}.${name}`);
		if (reason !== undefined) return reason;
	}
	return undefined;
}

function refuse(reason: string): Result<IDataObject> {
	return refuseInput(
		'INVALID_MORE_FIELDS',
		`More Fields ${reason}`,
		'Give one JSON object with Feishu’s names, such as {"offer_info": {"probation_period": "6"}}, IDs as text.',
	);
}

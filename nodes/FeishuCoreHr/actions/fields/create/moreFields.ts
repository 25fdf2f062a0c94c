/** More Fields: whatever else Feishu's create call takes, as JSON. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Result } from '../../../feishu/core/failure';
import { isObject, readMoreFields, refuseMoreFields } from '../jsonObject';

export const moreCreateFieldsField: INodeProperties = {
	displayName: 'More Fields (JSON)',
	name: 'moreFields',
	type: 'json',
	default: '{}',
	description:
		'Any other field of Feishu’s create call by Feishu’s own names, as an object. It is merged into what the other fields say, in depth, and wins. A list takes the place of the whole list.',
};

const WAY_OUT =
	'Give one JSON object with Feishu’s names, such as {"offer_info": {"probation_period": "6"}}, IDs as text.';

/** In the shape of Feishu's body. */
export function readMoreCreateFields(value: unknown): Result<IDataObject> {
	const given = readMoreFields(value, WAY_OUT);
	if (!given.ok) return given;
	for (const group of ['basic_info', 'offer_info']) {
		if (Object.hasOwn(given.value, group) && !isObject(given.value[group]))
			return refuseMoreFields(`has ${group}, which is not an object`, WAY_OUT);
	}
	if (Object.hasOwn(given.value, 'out_biz_id'))
		return refuseMoreFields('has out_biz_id, which is what External ID is for', WAY_OUT);
	return given;
}

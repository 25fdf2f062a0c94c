/** Merges objects in depth. */
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../jsonObject';

/** A new object with everything of both. Objects are merged; of anything else, lists too, the second one's stands. */
export function mergeDeep(first: IDataObject, second: IDataObject): IDataObject {
	const merged: IDataObject = { ...first };
	for (const [name, value] of Object.entries(second)) {
		const before = merged[name];
		merged[name] = isObject(before) && isObject(value) ? mergeDeep(before, value) : value;
	}
	return merged;
}

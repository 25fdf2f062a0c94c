/** Reading fields out of JSON of unknown shape. Inherited fields never count. */

export type Json = Readonly<Record<string, unknown>>;

/** The object, or undefined for a list, a text, a number, null. */
export function objectIn(value: unknown): Json | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Json)
		: undefined;
}

/** An own field of an object. */
export function fieldIn(value: unknown, name: string): unknown {
	const object = objectIn(value);
	return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** An own field that is a text; an empty one counts as missing. */
export function textIn(value: unknown, name: string): string | undefined {
	const field = fieldIn(value, name);
	return typeof field === 'string' && field !== '' ? field : undefined;
}

/** Parsed JSON, or undefined for anything else. `safely` leaves out keys named `__proto__`, which a later copy would obey. */
export function parseJson(text: string, safely = false): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''), safely ? withoutPrototypes : undefined);
	} catch {
		return undefined;
	}
}

function withoutPrototypes(key: string, value: unknown): unknown {
	return key === '__proto__' ? undefined : value;
}

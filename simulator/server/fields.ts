// Reading fields out of JSON of unknown shape.

/** A field of an object; undefined if the value is no object or has no such field. */
export function fieldOf(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** A field that is a non-empty string; undefined otherwise. */
export function textOf(value: unknown, name: string): string | undefined {
	const field = fieldOf(value, name);
	return typeof field === 'string' && field !== '' ? field : undefined;
}

/** Whether the value is a JSON object. */
export function isJsonObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that is a list of texts; undefined if it is anything else. */
export function textsOf(value: unknown, name: string): string[] | undefined {
	const field = fieldOf(value, name);
	if (!Array.isArray(field)) return undefined;
	return field.every((entry) => typeof entry === 'string') ? (field as string[]) : undefined;
}

/** What stands at a path such as `offer_info.job_id`; undefined if it leads nowhere. */
export function valueAt(value: unknown, path: string): unknown {
	return path.split('.').reduce(fieldOf, value);
}

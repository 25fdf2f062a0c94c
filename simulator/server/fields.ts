// Reading fields out of JSON of unknown shape.

/** A field of an object; undefined if the value is no object or has no such field. */
export function fieldOf(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return new Map<string, unknown>(Object.entries(value)).get(name);
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

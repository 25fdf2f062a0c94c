/** Reads the JSON that people give: one object, with nothing at any depth that must not be sent. */
import type { IDataObject } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';

/** An object with named fields: neither a list nor null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that stand for something in every JavaScript object. */
export const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** More Fields, as Create and Update refuse it. `reason` is the end of a sentence. */
export function refuseMoreFields(reason: string, wayOut: string): ReturnType<typeof refuseInput> {
	return refuseInput('INVALID_MORE_FIELDS', `More Fields ${reason}`, wayOut);
}

/** The object in More Fields; nothing set is an empty one. */
export function readMoreFields(value: unknown, wayOut: string): Result<IDataObject> {
	if (value === undefined || value === null) return succeed({});
	if (typeof value === 'string' && value.trim() === '') return succeed({});
	const parsed = parse(value);
	if (!isObject(parsed)) return refuseMoreFields('is not a JSON object', wayOut);
	const reason = whyNot(parsed, '');
	return reason === undefined ? succeed(parsed) : refuseMoreFields(reason, wayOut);
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

/** A whole number beyond what JavaScript holds exactly. */
function hasLostDigits(value: number): boolean {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

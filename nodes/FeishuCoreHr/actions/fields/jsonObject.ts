/** Checks of the JSON that people give, at any depth. */
import type { IDataObject } from 'n8n-workflow';

/** An object with named fields: neither a list nor null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that stand for something in every JavaScript object. */
export const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A whole number beyond what JavaScript holds exactly. */
export function hasLostDigits(value: number): boolean {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** Names a custom field so that a saved workflow knows its object and type without asking Feishu again: `pre_hire:date:start__c`. */

/** Feishu's objects whose custom fields Create takes: the hire, and the person behind it. */
export const CUSTOM_FIELD_OBJECTS = ['pre_hire', 'person'] as const;

export type CustomFieldObject = (typeof CUSTOM_FIELD_OBJECTS)[number];

/** What a value may be. Read-only types of Feishu's have no kind. */
const CUSTOM_FIELD_KINDS = [
	'text',
	'boolean',
	'number',
	'option',
	'options',
	'person',
	'date',
	'file',
] as const;

export type CustomFieldKind = (typeof CUSTOM_FIELD_KINDS)[number];

export interface CustomFieldKey {
	object: CustomFieldObject;
	kind: CustomFieldKind;
	/** Feishu's `custom_api_name`. */
	name: string;
}

export function writeCustomFieldKey({ object, kind, name }: CustomFieldKey): string {
	return `${object}:${kind}:${name}`;
}

/** Undefined where it names none. */
export function readCustomFieldKey(key: string): CustomFieldKey | undefined {
	const [, objectName, kindName, name] = /^(\w+):(\w+):(\S{1,200})$/.exec(key) ?? [];
	const object = CUSTOM_FIELD_OBJECTS.find((known) => known === objectName);
	const kind = CUSTOM_FIELD_KINDS.find((known) => known === kindName);
	if (object === undefined || kind === undefined || name === undefined) return undefined;
	return { object, kind, name };
}

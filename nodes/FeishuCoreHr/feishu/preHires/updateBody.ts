/** Writes an update as Feishu wants it: the values, and three lists that say what is touched. A listed name without a value is cleared. */

/** The two groups of a record's fields. */
export const GROUPS = ['basic_info_update', 'offer_info_update'] as const;

export type Group = (typeof GROUPS)[number];

/** One field of Feishu's, or one custom field, in its group. */
export interface FieldName {
	group: Group;
	name: string;
	/** Custom fields have a list of their own: those in the basic group are fields of the person. */
	isCustom: boolean;
}

export interface FieldValue extends FieldName {
	/** Of a custom field text, in the form that its type wants. */
	value: unknown;
}

/** No field stands in both. */
export interface RecordChanges {
	set: readonly FieldValue[];
	clear: readonly FieldName[];
}

/** `offer_info_update.onboarding_date`, `offer_info_update.custom_fields.badge__c`: tells fields apart. */
export function fieldPath({ group, name, isCustom }: FieldName): string {
	return isCustom ? `${group}.custom_fields.${name}` : `${group}.${name}`;
}

/** Every field that is touched, once. */
export function touchedFields({ set, clear }: RecordChanges): string[] {
	return [...new Set([...set, ...clear].map(fieldPath))];
}

export function updateBody({ set, clear }: RecordChanges): Record<string, unknown> {
	const touched = [...set, ...clear];
	const named = (list: FieldName[], write: (field: FieldName) => string) => [
		...new Set(list.map(write)),
	];
	const custom = (group: Group) =>
		named(
			touched.filter((field) => field.isCustom && field.group === group),
			({ name }) => name,
		);
	const lists = {
		standard_update_fields: named(
			touched.filter(({ isCustom }) => !isCustom),
			fieldPath,
		),
		custom_update_fields: custom('offer_info_update'),
		person_custom_update_fields: custom('basic_info_update'),
	};
	return {
		...Object.fromEntries(
			GROUPS.map((group) => [group, valuesOf(set, group)] as const).filter(
				([, values]) => Object.keys(values).length > 0,
			),
		),
		...Object.fromEntries(Object.entries(lists).filter(([, names]) => names.length > 0)),
	};
}

function valuesOf(set: readonly FieldValue[], group: Group): Record<string, unknown> {
	const inGroup = set.filter((field) => field.group === group);
	const custom = inGroup.filter(({ isCustom }) => isCustom);
	return {
		...Object.fromEntries(
			inGroup.filter(({ isCustom }) => !isCustom).map(({ name, value }) => [name, value]),
		),
		...(custom.length > 0 && {
			custom_fields: custom.map(({ name, value }) => ({ field_name: name, value })),
		}),
	};
}

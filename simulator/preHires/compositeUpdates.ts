// Fields that update takes as lists and search shows in several places: names, phones, e-mails.
import { fieldOf, textOf } from '../server/fields';
import { displayName } from './personNames';

/** From the new value (undefined clears) to the values under search's names. */
type Composite = (value: unknown) => Record<string, unknown>;

/** By the name in `standard_update_fields`. Each list is replaced whole. */
export const COMPOSITE_UPDATES: Readonly<Partial<Record<string, Composite>>> = {
	// Leaving out the preferred name while updating the legal one loses it.
	'basic_info_update.names': (value) => ({
		'person_info.preferred_name': displayName(nameOf(value, 'preferred_name')),
		'person_info.legal_name': displayName(nameOf(value, 'legal_name')),
		'person_info.name_list': value,
	}),
	'basic_info_update.phones': (value) => ({
		'person_info.phone_number': textOf(primaryOf(value), 'phone_number'),
		'person_info.phone_list': value,
	}),
	'basic_info_update.emails': (value) => ({
		'person_info.email_address': textOf(primaryOf(value), 'email'),
		'person_info.email_list': value,
	}),
	'offer_info_update.work_emails': (value) => ({
		'employment_info.work_email': textOf(primaryOf(value), 'email'),
	}),
};

function nameOf(names: unknown, type: string): unknown {
	return entriesOf(names).find((name) => fieldOf(name, 'name_type') === type);
}

function primaryOf(list: unknown): unknown {
	const entries = entriesOf(list);
	return entries.find((entry) => fieldOf(entry, 'is_primary') === true) ?? entries[0];
}

function entriesOf(list: unknown): unknown[] {
	return Array.isArray(list) ? (list as unknown[]) : [];
}

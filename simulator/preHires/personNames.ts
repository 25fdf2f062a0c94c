// Names of a person, from the parts Feishu takes them in.
import { textOf } from '../server/fields';

/** How a name of create (`name`, `legal_name`) or an entry of update's `names` reads; undefined without any part. */
export function displayName(name: unknown): string | undefined {
	const full = textOf(name, 'full_name');
	if (full !== undefined) return full;
	const local = [textOf(name, 'local_primary'), textOf(name, 'local_first_name')].join('');
	if (local !== '') return local;
	const parts = ['first_name', 'middle_name', 'name_primary'].map((part) => textOf(name, part));
	return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

// Phone, e-mail and work e-mail of a pre-hire: their form, and who has them already.
import type { Employee, OptionField, Organisation } from '../lists/organisation';
import { fieldOf } from '../server/fields';
import type { Objection } from './fieldViolations';
import type { PersonRecord } from './people';

/** What must not belong to two people. */
export interface UniqueValues {
	phone?: string | undefined;
	email?: string | undefined;
	workEmail?: string | undefined;
	workerId?: string | undefined;
	nationalIds?: readonly string[] | undefined;
}

/** Domains of the tenant. Addresses under the second are Feishu mailboxes, with rules of their own. */
export const WORK_EMAIL_DOMAINS = ['example.com', 'mailbox.example'] as const;

const LONGEST_MAILBOX = 20;

/** 1161131 empty, 1161032 area code, 1161033 number. */
export function phoneObjection(
	number: unknown,
	areaCode: unknown,
	options: readonly OptionField[],
): Objection | undefined {
	if (typeof number !== 'string' || number === '') return 1161131;
	const codes = options.find(
		({ object, field }) => object === 'phone' && field === 'international_area_code',
	);
	if (!codes?.options.some(({ apiName }) => apiName === areaCode)) return 1161032;
	return /^\d{5,15}$/.test(number) ? undefined : 1161033;
}

/** The form of a work e-mail. */
export function workEmailObjection(email: unknown): Objection | undefined {
	if (email === undefined) return undefined;
	if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email)) return 1161034;
	const domain = email.split('@')[1]?.toLowerCase();
	if (domain !== WORK_EMAIL_DOMAINS[0] && domain !== WORK_EMAIL_DOMAINS[1]) return 1161035;
	if (domain === WORK_EMAIL_DOMAINS[0]) return undefined;
	if (email !== email.toLowerCase()) return 1161121;
	if (!/^[a-z0-9._-]+@/.test(email)) return 1161122;
	return email.length > LONGEST_MAILBOX ? 1161124 : undefined;
}

type Kind = 'employee' | 'preHire' | 'left';

/** One unique value: who has it, and the code if that is an active employee, a pre-hire, somebody who has left. */
interface Unique {
	name: keyof UniqueValues;
	codes: Readonly<Partial<Record<Kind, number>>>;
	ofPerson: (person: PersonRecord) => unknown;
	ofEmployee?: (employee: Employee) => string | undefined;
}

const UNIQUE: readonly Unique[] = [
	{
		name: 'nationalIds',
		codes: { employee: 1161016, preHire: 1161031 },
		ofPerson: nationalIdsOf,
	},
	{
		name: 'phone',
		codes: { employee: 1161028, preHire: 1161029 },
		ofPerson: ({ fields }) => fields?.['person_info.phone_number'],
		ofEmployee: ({ phone }) => phone,
	},
	{
		name: 'email',
		codes: { employee: 1161026, preHire: 1161027 },
		ofPerson: ({ fields }) => fields?.['person_info.email_address'],
	},
	{
		name: 'workEmail',
		codes: { employee: 1161036, preHire: 1161037, left: 1161038 },
		ofPerson: ({ workEmail }) => workEmail,
		ofEmployee: ({ email }) => email,
	},
	{
		name: 'workerId',
		codes: { employee: 1161048, preHire: 1161048 },
		ofPerson: ({ workerId }) => workerId,
		ofEmployee: ({ number }) => number,
	},
];

/**
 * The first value that somebody else has. Whether withdrawn and deleted pre-hires count is not
 * known; here they do not.
 */
export function duplicateObjection(
	values: UniqueValues,
	people: readonly PersonRecord[],
	{ employees }: Organisation,
): Objection | undefined {
	for (const { name, codes, ofPerson, ofEmployee } of UNIQUE) {
		const wanted = listOf(values[name]);
		if (wanted.length === 0) continue;
		const isTaken = (value: unknown) => listOf(value).some((one) => wanted.includes(one));
		const kinds = [
			...employees.filter((one) => isTaken(ofEmployee?.(one))).map(kindOfEmployee),
			...people.filter((one) => isTaken(ofPerson(one))).map(kindOfPerson),
		];
		const code = kinds.flatMap((kind) => (kind && codes[kind]) ?? [])[0];
		if (code !== undefined) return code;
	}
	return undefined;
}

/** The unique values of a pre-hire. */
export function uniqueValuesOf(person: PersonRecord): UniqueValues {
	return Object.fromEntries(UNIQUE.map(({ name, ofPerson }) => [name, ofPerson(person)]));
}

function nationalIdsOf({ fields }: PersonRecord): string[] {
	const ids: unknown = fields?.['person_info.national_id_list'];
	if (!Array.isArray(ids)) return [];
	return ids.map((id: unknown) => String(fieldOf(id, 'national_id_number')));
}

function listOf(value: unknown): readonly unknown[] {
	if (value === undefined) return [];
	return Array.isArray(value) ? (value as unknown[]) : [value];
}

function kindOfPerson({ onboardingStatus }: PersonRecord): Kind | undefined {
	if (onboardingStatus === 'completed') return 'employee';
	return onboardingStatus === 'preboarding' || onboardingStatus === 'day_one'
		? 'preHire'
		: undefined;
}

function kindOfEmployee({ status }: Employee): Kind {
	return status === 'hired' ? 'employee' : 'left';
}

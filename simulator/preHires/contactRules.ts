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

type Holder = UniqueValues & { kind: 'employee' | 'preHire' | 'left' };

/** Per value: the code if an active employee has it, a pre-hire, somebody who has left. */
const TAKEN: ReadonlyArray<
	readonly [keyof UniqueValues, Readonly<Partial<Record<Holder['kind'], number>>>]
> = [
	['nationalIds', { employee: 1161016, preHire: 1161031 }],
	['phone', { employee: 1161028, preHire: 1161029 }],
	['email', { employee: 1161026, preHire: 1161027 }],
	['workEmail', { employee: 1161036, preHire: 1161037, left: 1161038 }],
	['workerId', { employee: 1161048, preHire: 1161048 }],
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
	const holders = [...employees.map(employeeAsHolder), ...people.flatMap(personAsHolder)];
	for (const [name, codes] of TAKEN) {
		const wanted = [values[name] ?? []].flat();
		const holder = holders.find((other) =>
			[other[name] ?? []].flat().some((value) => codes[other.kind] && wanted.includes(value)),
		);
		if (holder) return codes[holder.kind];
	}
	return undefined;
}

/** The unique values of a pre-hire. */
export function uniqueValuesOf(person: PersonRecord): UniqueValues {
	const field = (path: string) => {
		const value = person.fields?.[path];
		return typeof value === 'string' ? value : undefined;
	};
	const ids: unknown = person.fields?.['person_info.national_id_list'];
	return {
		phone: field('person_info.phone_number'),
		email: field('person_info.email_address'),
		workEmail: person.workEmail,
		workerId: person.workerId,
		nationalIds: Array.isArray(ids)
			? ids.map((id: unknown) => String(fieldOf(id, 'national_id_number')))
			: [],
	};
}

function personAsHolder(person: PersonRecord): Holder[] {
	const values = uniqueValuesOf(person);
	switch (person.onboardingStatus) {
		case 'completed':
			return [{ ...values, kind: 'employee' }];
		case 'preboarding':
		case 'day_one':
			return [{ ...values, kind: 'preHire' }];
		default:
			return [];
	}
}

function employeeAsHolder({ phone, email, number, status }: Employee): Holder {
	const kind = status === 'hired' ? 'employee' : 'left';
	return { kind, phone, workEmail: email, workerId: number };
}

// Faults that arrive as JSON over HTTP: which fields each kind has, checked before use.
import type { Fault } from './faults';

type FieldType = 'number' | 'boolean' | 'string' | 'strings';
type Fields = Readonly<Record<string, FieldType>>;

const APPLIED: Fields = { applied: 'boolean', 'afterMs?': 'number' };

/** Fields of every kind of fault; a name that ends in `?` is optional. */
export const FAULT_FIELDS: Readonly<Record<Fault['kind'], Fields>> = {
	refuse: {
		code: 'number',
		'httpStatus?': 'number',
		'msg?': 'string',
		'applied?': 'boolean',
		'afterMs?': 'number',
	},
	cut: APPLIED,
	hang: { ...APPLIED, 'forMs?': 'number' },
	latency: { ms: 'number' },
	trickle: { everyMs: 'number' },
	html: { ...APPLIED, 'status?': 'number' },
	empty: { ...APPLIED, 'status?': 'number' },
	notFoundText: {},
	redirect: { to: 'string' },
	proxyRefusal: {},
	successFalse: APPLIED,
	noData: APPLIED,
	wrongContentType: APPLIED,
	truncatedJson: APPLIED,
	serverError: { ...APPLIED, code: 'number' },
	tooMany: {
		code: 'number',
		'resetSeconds?': 'number',
		'retryAfterSeconds?': 'number',
		'status?': 'number',
	},
	unauthorized: { code: 'number' },
	missingScope: { scopes: 'strings' },
	secretEcho: {},
	tokenMissing: {},
	endlessPages: {},
	hasMoreMissing: {},
	blankIds: { 'value?': 'string', 'rows?': 'number' },
	repeatedRows: {},
	unreadableRows: { 'instead?': 'boolean' },
};

/** The value as a fault; throws a sentence that says what is wrong with it. */
export function parseFault(value: unknown): Fault {
	if (!isFault(value)) throw new Error(complaintAbout(value));
	return value;
}

function isFault(value: unknown): value is Fault {
	return complaintAbout(value) === '';
}

function complaintAbout(value: unknown): string {
	if (typeof value !== 'object' || value === null) return 'fault must be an object';
	const given = new Map<string, unknown>(Object.entries(value));
	const fields = new Map(Object.entries(FAULT_FIELDS)).get(String(given.get('kind')));
	if (!fields) return `fault.kind must be one of ${Object.keys(FAULT_FIELDS).join(', ')}`;
	for (const [field, type] of Object.entries(fields)) {
		const name = field.replace('?', '');
		const optional = field.endsWith('?') && !given.has(name);
		if (!optional && !isOfType(given.get(name), type)) return `fault.${name} must be a ${type}`;
	}
	return '';
}

function isOfType(value: unknown, type: FieldType): boolean {
	if (type !== 'strings') return typeof value === type;
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

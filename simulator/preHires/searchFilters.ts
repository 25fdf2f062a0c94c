// The filters of search, from its body and its query; a malformed one makes the whole request malformed.
import { fieldOf } from '../server/fields';
import { STAGE_LABELS, type PersonRecord } from './people';

/** Whether a person passes. */
export type PersonFilter = (person: PersonRecord) => boolean;

type PersonText = (person: PersonRecord) => string | undefined;

const LONGEST_LIST = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STAGES: ReadonlySet<unknown> = new Set(Object.keys(STAGE_LABELS));
const everybody: PersonFilter = () => true;

/** Lists by which search filters; those without a counterpart in the record let everybody through. */
const LISTS: Readonly<Record<string, PersonText | undefined>> = {
	pre_hire_ids: ({ preHireId }) => preHireId,
	worker_ids: ({ workerId }) => workerId,
	person_ids: undefined,
	onboarding_location_ids: kept('onboarding_info.onboarding_location_id'),
	direct_manager_ids: undefined,
	employee_type_ids: kept('employment_info.employee_type_id'),
	employee_subtype_ids: kept('employment_info.employee_subtype_id'),
	job_family_ids: kept('employment_info.job_family_id'),
};

/** Dates that come as `…_start` and `…_end`, both days included. */
const DATES: Readonly<Record<string, PersonText>> = {
	onboarding_date: ({ onboardingDate }) => onboardingDate,
	updated_date: ({ updatedDate }) => updatedDate,
};

/**
 * The ID of a person's department, by the kind that `department_id_type` names. The record has the CoreHR ID; the others
 * are made of it.
 */
const DEPARTMENT_IDS: ReadonlyMap<string, PersonText> = new Map([
	['people_corehr_department_id', ({ departmentId }: PersonRecord) => departmentId],
	['open_department_id', ({ departmentId }) => departmentId && `od-${departmentId}`],
	['department_id', ({ departmentId }) => departmentId && `contact-${departmentId}`],
]);

/** The kind that Feishu assumes. */
const DEFAULT_DEPARTMENT_ID_TYPE = 'open_department_id';

/** All filters together; undefined if one of them is malformed. */
export function filterFrom(
	body: unknown,
	query: Readonly<Record<string, string>>,
): PersonFilter | undefined {
	const departmentId = DEPARTMENT_IDS.get(query.department_id_type ?? DEFAULT_DEPARTMENT_ID_TYPE);
	const filters = [
		departmentId && listFilter(fieldOf(body, 'department_ids'), departmentId),
		...Object.entries(LISTS).map(([name, text]) => listFilter(fieldOf(body, name), text)),
		...Object.entries(DATES).map(([name, text]) =>
			dateFilter(fieldOf(body, `${name}_start`), fieldOf(body, `${name}_end`), text),
		),
		stageFilter(fieldOf(body, 'onboarding_status')),
		keyWordFilter(fieldOf(body, 'key_word')),
	];
	const sound = filters.filter((filter) => filter !== undefined);
	if (sound.length < filters.length) return undefined;
	return (person) => sound.every((filter) => filter(person));
}

function listFilter(value: unknown, text: PersonText | undefined): PersonFilter | undefined {
	if (value === undefined) return everybody;
	if (!Array.isArray(value) || value.length > LONGEST_LIST) return undefined;
	if (!value.every((entry) => typeof entry === 'string')) return undefined;
	if (value.length === 0 || !text) return everybody;
	const wanted = new Set<unknown>(value);
	return (person) => wanted.has(text(person));
}

function dateFilter(start: unknown, end: unknown, text: PersonText): PersonFilter | undefined {
	if (start === undefined && end === undefined) return everybody;
	if (typeof start !== 'string' || typeof end !== 'string') return undefined;
	if (!DAY.test(start) || !DAY.test(end)) return undefined;
	return (person) => {
		const day = text(person);
		return day !== undefined && day >= start && day <= end;
	};
}

function stageFilter(value: unknown): PersonFilter | undefined {
	if (value === undefined || value === '') return everybody;
	if (!STAGES.has(value)) return undefined;
	return (person) => person.onboardingStatus === value;
}

function keyWordFilter(value: unknown): PersonFilter | undefined {
	if (value === undefined || value === '') return everybody;
	if (typeof value !== 'string') return undefined;
	const part = value.toLowerCase();
	return ({ preferredName, workerId }) =>
		preferredName.toLowerCase().includes(part) || workerId === value;
}

/** What the record keeps under search's name, if it is a text. */
function kept(path: string): PersonText {
	return ({ fields }) => {
		const value = fields?.[path];
		return typeof value === 'string' ? value : undefined;
	};
}

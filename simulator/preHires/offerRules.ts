// What an offer may name: IDs that exist, are in force on the first day, and fit one another.
import type { Department, Organisation, Row } from '../lists/organisation';
import type { Objection } from './fieldViolations';

/** An offer under search's names, as it would be after the write. */
export type OfferFields = Readonly<Record<string, unknown>>;

type Rule = (id: string, offer: OfferFields, organisation: Organisation) => Objection | undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first rule that the offer breaks. Only `touched` fields are looked at: what was there before stays. */
export function offerObjection(
	offer: OfferFields,
	touched: ReadonlySet<string>,
	organisation: Organisation,
): Objection | undefined {
	for (const [path, rule] of RULES) {
		const value = offer[path];
		if (!touched.has(path) || value === undefined) continue;
		const objection = rule(String(value), offer, organisation);
		if (objection !== undefined) return objection;
	}
	const staffing = ['employment_info.department_id', 'employment_info.job_id', POSITION];
	return staffing.some((path) => touched.has(path))
		? staffingObjection(offer, organisation)
		: undefined;
}

const DEPARTMENT = 'employment_info.department_id';
const JOB = 'employment_info.job_id';
const POSITION = 'employment_info.position_id';
const FIRST_DAY = 'onboarding_info.onboarding_date';

function existing(
	rows: (organisation: Organisation) => readonly Row[],
	unknown: number,
	outOfDate?: number,
): Rule {
	return (id, _offer, organisation) => {
		const row = rows(organisation).find((one) => one.id === id);
		if (!row) return unknown;
		return row.active ? undefined : outOfDate;
	};
}

function location(unknown: number, wrongPurpose: number, ...usages: string[]): Rule {
	return (id, _offer, { locations }) => {
		const found = locations.find((one) => one.id === id);
		if (!found) return unknown;
		return found.usages.some((usage) => usages.includes(usage)) ? undefined : wrongPurpose;
	};
}

function option(field: string, unknown: number): Rule {
	return (apiName, _offer, { optionFields }) => {
		const options = optionFields.find((one) => one.object === 'pre_hire' && one.field === field);
		const found = options?.options.find((one) => one.apiName === apiName);
		return found?.isOpen ? undefined : unknown;
	};
}

function hired(unknown: number): Rule {
	return (id, _offer, { employees }) =>
		employees.some((one) => one.id === id && one.status === 'hired') ? undefined : unknown;
}

/** Which usage each location needs is not told; these refuse only what cannot be meant. */
const WORKPLACES = ['work_space', 'business_site', 'geographical_division'];

const RULES: ReadonlyArray<readonly [string, Rule]> = [
	[
		FIRST_DAY,
		(day) =>
			DAY.test(day)
				? undefined
				: { field: 'onboarding_date', value: day, description: 'must be YYYY-MM-DD' },
	],
	['employment_info.employment_type', option('employment_type', 1161010)],
	['onboarding_info.recruitment_type', option('recruitment_type', 1161008)],
	['contract_info.contract_type', option('contract_type', 1161018)],
	['contract_info.duration_type', option('duration_type', 1161011)],
	['contract_info.signing_type', option('signing_type', 1161012)],
	['contract_info.company_id', existing(({ companies }) => companies, 1161014)],
	['employment_info.employee_type_id', existing(({ employeeTypes }) => employeeTypes, 1161009)],
	['employment_info.direct_leader_id', hired(1161005)],
	['onboarding_info.offer_hr_id', hired(1161004)],
	['onboarding_info.onboarding_location_id', location(1161006, 1161041, ...WORKPLACES)],
	['employment_info.office_location_id', location(1161007, 1161043, ...WORKPLACES)],
	['employment_info.work_location_id', location(1161039, 1161044, ...WORKPLACES)],
	[
		'employment_info.social_security_city_id',
		location(1161013, 1161045, 'social_security_contribution'),
	],
	[DEPARTMENT, departmentRule],
	[JOB, existing(({ jobs }) => jobs, 1161003, 1161068)],
	['employment_info.job_family_id', familyRule],
	['employment_info.job_level_id', levelRule],
	['employment_info.job_grade_id', existing(({ jobGrades }) => jobGrades, 1161109)],
	[POSITION, positionRule],
];

function departmentRule(
	id: string,
	offer: OfferFields,
	{ departments }: Organisation,
): Objection | undefined {
	const department = departments.find((one) => one.id === id);
	if (!department) return 1161015;
	if (!department.active || isLater(department.validFrom, offer)) return 1161160;
	return department.full ? 1161063 : undefined;
}

function familyRule(
	id: string,
	offer: OfferFields,
	{ jobFamilies, jobs }: Organisation,
): Objection | undefined {
	const family = jobFamilies.find((one) => one.id === id);
	if (!family) return 1161002;
	if (!family.active) return 1161069;
	const job = jobs.find((one) => one.id === offer[JOB]);
	return job && !job.familyIds.includes(id) ? 1161071 : undefined;
}

function levelRule(
	id: string,
	offer: OfferFields,
	{ jobLevels, jobs }: Organisation,
): Objection | undefined {
	const level = jobLevels.find((one) => one.id === id);
	if (!level) return 1161001;
	if (!level.active) return 1161070;
	const job = jobs.find((one) => one.id === offer[JOB]);
	return job && !job.levelIds.includes(id) ? 1161072 : undefined;
}

function positionRule(
	id: string,
	offer: OfferFields,
	{ positions }: Organisation,
): Objection | undefined {
	const position = positions.find((one) => one.id === id);
	if (!position) return 1161114;
	if (!position.active) return 1161115;
	if (isLater(position.validFrom, offer)) return 1161161;
	const job = offer[JOB];
	const fits =
		position.departmentId === offer[DEPARTMENT] && (job === undefined || position.jobId === job);
	return fits ? undefined : 1161113;
}

/** The department says whether its people need a job or a position. */
function staffingObjection(offer: OfferFields, organisation: Organisation): Objection | undefined {
	const department = organisation.departments.find(({ id }) => id === offer[DEPARTMENT]);
	if (!department) return undefined;
	const wants: Readonly<Record<Department['staffingModel'], Objection | undefined>> = {
		job: offer[JOB] === undefined ? 1161056 : undefined,
		position: offer[POSITION] === undefined ? 1161112 : undefined,
		non_job: offer[JOB] === undefined ? undefined : 1161057,
	};
	return wants[department.staffingModel];
}

function isLater(validFrom: string | undefined, offer: OfferFields): boolean {
	const firstDay = offer[FIRST_DAY];
	return validFrom !== undefined && typeof firstDay === 'string' && validFrom > firstDay;
}

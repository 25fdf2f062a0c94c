// Which scopes open which call, and which of a pre-hire's fields need one of their own.
import type { Api } from '../server/api';

const R = 'corehr:corehr:readonly';
const W = 'corehr:corehr';

/** `corehr:NAME:read` and `corehr:NAME:write`: either will do. */
export function readOrWrite(name: string): string[] {
	return [`corehr:${name}:read`, `corehr:${name}:write`];
}

/** The scope restore needs. */
export const RESTORE_SCOPE = 'corehr:pre_hire:restore_flow_instance';
/** The scope withdraw needs. */
export const WITHDRAW_SCOPE = 'corehr:pre_hire:withdraw_onboarding';
/** Search needs any one of these. */
export const SEARCH_SCOPES: readonly string[] = [
	'corehr:pre_hire.search:read',
	...readOrWrite('pre_hire'),
];
/** Lets search return `person_info.legal_name`. */
export const LEGAL_NAME_SCOPE = 'corehr:person.legal_name:read';
/** Lets search return `onboarding_info.withdrawn_reason`. */
export const WITHDRAWN_REASON_SCOPE = 'corehr:pre_hire.withdrawn_reason:read';
/** Lets departments be found by their parent; without it that filter is refused. */
export const DEPARTMENT_PARENT_FILTER_SCOPE = 'corehr:department.organize.search:read';
/** Lets departments be found by their manager; without it that filter is refused. */
export const DEPARTMENT_MANAGER_FILTER_SCOPE = 'corehr:department.manager.search:read';
/** Lets department lists show `parent_department_id`, and opens tree and parents. */
export const DEPARTMENT_PARENT_SCOPE = 'corehr:department.organize:read';
/** Lets jobs show `job_level_id_list`. */
export const JOB_LEVELS_OF_JOB_SCOPE = 'corehr:job.job_level:read';
/** Lets employees be found by `phone_number`; without it that filter is refused. */
export const EMPLOYEE_PHONE_FILTER_SCOPE = 'corehr:person.phone.search:read';
/** Lets employees show `job.name`. */
export const EMPLOYEE_JOB_SCOPE = 'corehr:employment.job:read';

const DEPARTMENTS = readOrWrite('department');
const EMPLOYEES = readOrWrite('employee');
const META_DATA = ['corehr:common_data.meta_data:read', R, W];

/** Any one of a call's scopes opens it; calls without a row need a token and no scope. */
export const CALL_SCOPES: Readonly<Partial<Record<Api, readonly string[]>>> = {
	restore: [RESTORE_SCOPE],
	withdraw: [WITHDRAW_SCOPE],
	search: SEARCH_SCOPES,
	query: ['corehr:pre_hire:read_only'],
	create: ['corehr:pre_hire:write', W],
	update: ['corehr:pre_hire:update'],
	delete: ['corehr:pre_hire:delete'],
	complete: ['corehr:pre_hire:complete'],
	transitTask: ['corehr:pre_hire:transit_tasks'],
	transformTask: ['corehr:pre_hire:transform_onboarding_task'],
	preHiresV1: [...readOrWrite('pre_hire'), R, W],
	flows: readOrWrite('pre_hire'),
	departmentSearch: DEPARTMENTS,
	departments: DEPARTMENTS,
	departmentTree: [DEPARTMENT_PARENT_SCOPE],
	departmentParents: [DEPARTMENT_PARENT_SCOPE],
	departmentsV1: [R, W],
	companies: ['corehr:company:read', R, W],
	employeeTypes: [...readOrWrite('common_data.preset_data'), R, W],
	locations: [...readOrWrite('locations'), R, W],
	jobs: ['corehr:job.only:read', ...readOrWrite('job'), R, W],
	jobFamilies: [...readOrWrite('job_family'), R, W],
	jobLevels: [...readOrWrite('job_level'), R, W],
	jobGrades: [...readOrWrite('job_grade'), R, W],
	positions: readOrWrite('position'),
	employeeSearch: EMPLOYEES,
	employees: EMPLOYEES,
	fieldOptions: META_DATA,
	customFields: META_DATA,
	customFieldObjects: META_DATA,
	countries: ['corehr:common_data.basic_data:read'],
	tenant: ['tenant:tenant:readonly'],
	application: ['application:application:self_manage', 'admin:app.info:readonly'],
};

/** What an app is granted unless its seed says otherwise: every call, and the fields a demo shows. */
export const DEFAULT_SCOPES: readonly string[] = [
	...new Set([
		RESTORE_SCOPE,
		WITHDRAW_SCOPE,
		...SEARCH_SCOPES,
		LEGAL_NAME_SCOPE,
		WITHDRAWN_REASON_SCOPE,
		DEPARTMENT_PARENT_FILTER_SCOPE,
		DEPARTMENT_PARENT_SCOPE,
		...Object.values(CALL_SCOPES).flatMap(([narrowest]) => narrowest ?? []),
		'corehr:person.phone:read',
		'corehr:person.email:read',
		'corehr:employment.job:read',
		'corehr:employment.custom_field:read',
		'corehr:position:read',
		'corehr:pre_hire.flow_id:read',
	]),
];

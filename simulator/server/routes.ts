// Every path of Feishu the simulator serves: what it needs at the gateway, and who answers it.
import {
	applicationInfo,
	applyForScopes,
	botInfo,
	grantedScopes,
	tenantInfo,
} from '../application/ownFacts';
import {
	exchangeForAppToken,
	exchangeForStoreTenantToken,
	exchangeForTenantToken,
	resendAppTicket,
} from '../gateway/exchanges';
import type { GatewayRules } from '../gateway/gateway';
import { LEVELS, type QuotaWindow } from '../gateway/routeQuotas';
import { CALL_SCOPES } from '../gateway/scopes';
import * as basics from '../lists/basics';
import * as departments from '../lists/departments';
import { getEmployees, searchEmployees } from '../lists/employees';
import * as fieldLists from '../lists/fieldLists';
import * as jobs from '../lists/jobs';
import { create } from '../preHires/create';
import { complete, deletePerson } from '../preHires/ends';
import { listV1, query, search } from '../preHires/search';
import { restore, withdraw } from '../preHires/stageChanges';
import { transformTask, transitTask } from '../preHires/tasks';
import { update } from '../preHires/update';
import type { TenantWorld } from '../tenantWorld';
import type { Api, RecordedCall } from './api';
import { notFound, success, type Reply } from './replies';

/** Answers a call; notes in it whether it changed a record. */
export type Serve = (call: RecordedCall, world: TenantWorld) => Reply;

/** One path of Feishu. */
export interface Route {
	api: Api;
	method: string;
	/** `:pre_hire_id` stands for any one segment. */
	path: string;
	/** Business calls pass the gateway with a token. */
	gateway?: GatewayRules;
	serve: Serve;
}

type Apps = GatewayRules['apps'];
type Business = readonly [Api, string, string, Apps, readonly QuotaWindow[], Serve];

const { hundredAMinute, thousandAMinute, fiveASecond, fiftyASecond } = LEVELS;

const PEOPLE = 'corehr/v2/pre_hires';
const ONE = `${PEOPLE}/:pre_hire_id`;

/** Call, method, path after /open-apis/, kind of app, limit, who answers. The scopes stand in gateway/scopes.ts. */
const BUSINESS: readonly Business[] = [
	['restore', 'POST', `${PEOPLE}/restore_flow_instance`, 'any', hundredAMinute, restore],
	['withdraw', 'POST', `${PEOPLE}/withdraw_onboarding`, 'any', hundredAMinute, withdraw],
	['search', 'POST', `${PEOPLE}/search`, 'any', hundredAMinute, search],
	['query', 'POST', `${PEOPLE}/query`, 'any', hundredAMinute, query],
	[
		'transformTask',
		'POST',
		`${PEOPLE}/transform_onboarding_task`,
		'custom',
		thousandAMinute,
		transformTask,
	],
	['create', 'POST', PEOPLE, 'custom', thousandAMinute, create],
	['update', 'PATCH', ONE, 'custom', thousandAMinute, update],
	['delete', 'DELETE', ONE, 'any', thousandAMinute, deletePerson],
	['complete', 'POST', `${ONE}/complete`, 'any', thousandAMinute, complete],
	['transitTask', 'POST', `${ONE}/transit_task`, 'custom', thousandAMinute, transitTask],
	['preHiresV1', 'GET', 'corehr/v1/pre_hires', 'any', thousandAMinute, listV1],
	['flows', 'GET', 'corehr/v2/onboarding_flows', 'any', hundredAMinute, fieldLists.listFlows],
	[
		'departmentSearch',
		'POST',
		'corehr/v2/departments/search',
		'any',
		hundredAMinute,
		departments.searchDepartments,
	],
	[
		'departments',
		'POST',
		'corehr/v2/departments/batch_get',
		'any',
		thousandAMinute,
		departments.getDepartments,
	],
	[
		'departmentParents',
		'POST',
		'corehr/v2/departments/parents',
		'any',
		hundredAMinute,
		departments.getParents,
	],
	[
		'departmentTree',
		'POST',
		'corehr/v2/departments/tree',
		'any',
		fiveASecond,
		departments.departmentTree,
	],
	[
		'departmentsV1',
		'GET',
		'corehr/v1/departments',
		'any',
		thousandAMinute,
		departments.listDepartmentsV1,
	],
	['companies', 'GET', 'corehr/v1/companies', 'any', thousandAMinute, basics.listCompanies],
	[
		'employeeTypes',
		'GET',
		'corehr/v1/employee_types',
		'any',
		thousandAMinute,
		basics.listEmployeeTypes,
	],
	['locations', 'GET', 'corehr/v1/locations', 'any', hundredAMinute, basics.listLocations],
	[
		'countries',
		'POST',
		'corehr/v2/basic_info/country_regions/search',
		'any',
		thousandAMinute,
		basics.listCountries,
	],
	['jobs', 'GET', 'corehr/v2/jobs', 'any', thousandAMinute, jobs.listJobs],
	['jobFamilies', 'GET', 'corehr/v1/job_families', 'any', thousandAMinute, jobs.listJobFamilies],
	['jobLevels', 'GET', 'corehr/v1/job_levels', 'any', thousandAMinute, jobs.listJobLevels],
	['jobGrades', 'POST', 'corehr/v2/job_grades/query', 'any', fiveASecond, jobs.listJobGrades],
	['positions', 'POST', 'corehr/v2/positions/query', 'any', fiveASecond, jobs.listPositions],
	[
		'employeeSearch',
		'POST',
		'corehr/v2/employees/search',
		'custom',
		hundredAMinute,
		searchEmployees,
	],
	['employees', 'POST', 'corehr/v2/employees/batch_get', 'custom', hundredAMinute, getEmployees],
	[
		'fieldOptions',
		'GET',
		'corehr/v1/custom_fields/get_by_param',
		'any',
		thousandAMinute,
		fieldLists.getFieldOptions,
	],
	[
		'customFields',
		'GET',
		'corehr/v1/custom_fields/query',
		'any',
		thousandAMinute,
		fieldLists.listCustomFields,
	],
	[
		'customFieldObjects',
		'GET',
		'corehr/v1/custom_fields/list_object_api_name',
		'any',
		thousandAMinute,
		fieldLists.listCustomFieldObjects,
	],
	['scopes', 'GET', 'application/v6/scopes', 'any', hundredAMinute, grantedScopes],
	['scopesApply', 'POST', 'application/v6/scopes/apply', 'any', hundredAMinute, applyForScopes],
	['bot', 'GET', 'bot/v3/info', 'any', hundredAMinute, botInfo],
	['tenant', 'GET', 'tenant/v2/tenant/query', 'any', thousandAMinute, tenantInfo],
	['application', 'GET', 'application/v6/applications/me', 'any', fiftyASecond, applicationInfo],
	['other', 'GET', 'contact/v3/scopes', 'any', hundredAMinute, contactScopes],
];

/** The token endpoints, before which there is no gateway. */
const EXCHANGES: ReadonlyArray<readonly [Api, string, Serve]> = [
	['tenantToken', 'tenant_access_token/internal', exchangeForTenantToken],
	['appToken', 'app_access_token', exchangeForAppToken],
	['storeTenantToken', 'tenant_access_token', exchangeForStoreTenantToken],
	['appTicketResend', 'app_ticket/resend', resendAppTicket],
];

const ROUTES: readonly Route[] = [
	...BUSINESS.map(
		([api, method, path, apps, quota, serve]): Route => ({
			api,
			method,
			path: `/open-apis/${path}`,
			gateway: { apps, quota, scopes: CALL_SCOPES[api] ?? [] },
			serve,
		}),
	),
	...EXCHANGES.map(
		([api, path, serve]): Route => ({
			api,
			method: 'POST',
			path: `/open-apis/auth/v3/${path}`,
			serve,
		}),
	),
];

/** The route of a method and path; an unknown one answers `404 page not found`. */
export function routeOf(method: string, path: string): Route {
	const known = ROUTES.find((route) => route.method === method && fits(route.path, path));
	return known ?? { api: 'other', method, path, serve: notFound };
}

/** The windows of a call; none for calls that pass no gateway. */
export function quotaOf(api: Api): readonly QuotaWindow[] {
	return ROUTES.find((route) => route.api === api)?.gateway?.quota ?? [];
}

/** The pre-hire that the path names, if it is a path of one. */
export function preHireIdIn({ path: pattern }: Route, path: string): string | undefined {
	const place = pattern.split('/').indexOf(':pre_hire_id');
	return place < 0 ? undefined : path.split('/')[place];
}

function fits(pattern: string, path: string): boolean {
	if (!pattern.includes(':')) return pattern === path;
	const parts = path.split('/');
	const wanted = pattern.split('/');
	return (
		parts.length === wanted.length &&
		wanted.every(
			(part, place) => part === parts[place] || (part.startsWith(':') && parts[place] !== ''),
		)
	);
}

function contactScopes(): Reply {
	return success({ department_ids: [], user_ids: [], group_ids: [], has_more: false });
}

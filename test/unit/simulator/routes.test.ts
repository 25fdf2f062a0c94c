// The table of routes: scopes of every call, calls for custom apps only, two windows, one meaning of a code per call.
import {
	CALL_SCOPES,
	CUSTOM_APP,
	inventedCandidate,
	startSimulator,
	STORE_APP,
	type Api,
	type FeishuSimulator,
} from '../../../simulator';
import { ask, create, PATHS, send, tokenOf } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const V1 = 'corehr/v1';
const V2 = 'corehr/v2';

/** Method and path of every call that needs a scope, as the fact pages write them. */
const CALLS: Partial<Record<Api, readonly ['GET' | 'POST' | 'PATCH' | 'DELETE', string]>> = {
	restore: ['POST', `${V2}/pre_hires/restore_flow_instance`],
	withdraw: ['POST', `${V2}/pre_hires/withdraw_onboarding`],
	search: ['POST', `${V2}/pre_hires/search`],
	query: ['POST', `${V2}/pre_hires/query`],
	create: ['POST', `${V2}/pre_hires`],
	update: ['PATCH', `${V2}/pre_hires/1`],
	delete: ['DELETE', `${V2}/pre_hires/1`],
	complete: ['POST', `${V2}/pre_hires/1/complete`],
	transitTask: ['POST', `${V2}/pre_hires/1/transit_task`],
	transformTask: ['POST', `${V2}/pre_hires/transform_onboarding_task`],
	preHiresV1: ['GET', `${V1}/pre_hires`],
	flows: ['GET', `${V2}/onboarding_flows`],
	departmentSearch: ['POST', `${V2}/departments/search`],
	departmentTree: ['POST', `${V2}/departments/tree`],
	departmentParents: ['POST', `${V2}/departments/parents`],
	departments: ['POST', `${V2}/departments/batch_get`],
	departmentsV1: ['GET', `${V1}/departments`],
	companies: ['GET', `${V1}/companies`],
	employeeTypes: ['GET', `${V1}/employee_types`],
	locations: ['GET', `${V1}/locations`],
	jobs: ['GET', `${V2}/jobs`],
	jobFamilies: ['GET', `${V1}/job_families`],
	jobLevels: ['GET', `${V1}/job_levels`],
	jobGrades: ['POST', `${V2}/job_grades/query`],
	positions: ['POST', `${V2}/positions/query`],
	employeeSearch: ['POST', `${V2}/employees/search`],
	employees: ['POST', `${V2}/employees/batch_get`],
	fieldOptions: ['GET', `${V1}/custom_fields/get_by_param`],
	customFields: ['GET', `${V1}/custom_fields/query`],
	customFieldObjects: ['GET', `${V1}/custom_fields/list_object_api_name`],
	countries: ['POST', `${V2}/basic_info/country_regions/search`],
	tenant: ['GET', 'tenant/v2/tenant/query'],
	application: ['GET', 'application/v6/applications/me'],
};

test('the table below has every call that needs a scope', () => {
	expect(Object.keys(CALLS).sort()).toEqual(Object.keys(CALL_SCOPES).sort());
});

test.each(Object.entries(CALLS))(
	'%s is opened by any one of its scopes and by nothing else',
	async (api, [method, path]) => {
		const scopes = CALL_SCOPES[api as Api] ?? [];
		simulator.setScopes(CUSTOM_APP.appId, ['corehr:something:else']);
		const refused = await ask(simulator, method, path);
		expect(refused).toMatchObject({ status: 400, code: 99991672 });
		expect(refused.json.error?.permission_violations?.map(({ subject }) => subject)).toEqual(
			scopes,
		);
		expect(simulator.calls.at(-1)?.api).toBe(api);
		for (const scope of scopes) {
			simulator.setScopes(CUSTOM_APP.appId, [scope]);
			expect((await ask(simulator, method, path)).code).not.toBe(99991672);
		}
	},
);

async function storeToken(): Promise<string> {
	const { appId: app_id, appSecret: app_secret, appTicket: app_ticket } = STORE_APP;
	const app = await send(simulator, PATHS.appToken, { body: { app_id, app_secret, app_ticket } });
	const body = { app_access_token: app.json.app_access_token, tenant_key: 'tenant-a' };
	const tenant = await send(simulator, PATHS.storeTenantToken, { body });
	return tenant.json.tenant_access_token ?? '';
}

test('create, update, the task calls and both employee lists serve custom apps only', async () => {
	const token = await storeToken();
	const refused: string[] = [];
	for (const [api, [method, path]] of Object.entries(CALLS)) {
		const { json } = await send(simulator, `/open-apis/${path}`, { method, token });
		if (json.code === 99991673) refused.push(api);
	}
	expect(refused.sort()).toEqual(
		['create', 'employeeSearch', 'employees', 'transformTask', 'transitTask', 'update'].sort(),
	);
});

test('a call of 1000 a minute is refused at 51 a second as well', async () => {
	const token = await tokenOf(simulator);
	const path = `/open-apis/${V1}/companies`;
	const moment = Date.now();
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => moment);
	const one = async () => await send(simulator, path, { method: 'GET', token });
	const answers = await Promise.all(Array.from({ length: 51 }, one)).finally(() =>
		clock.mockRestore(),
	);
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused.map(({ json }) => json.code)).toEqual([99991400]);
	expect(refused[0]?.headers).toMatchObject({
		'x-ogw-ratelimit-limit': '50',
		'x-ogw-ratelimit-reset': '1.000',
	});
});

test('and at 1001 a minute', async () => {
	simulator.spendQuota('companies', 1000);
	const { status, json } = await ask(simulator, 'GET', `${V1}/companies`);
	expect([status, json.code]).toEqual([429, 99991400]);
	expect((await ask(simulator, 'GET', `${V1}/employee_types?page_size=1`)).code).toBe(0);
});

test('a call of 100 a minute is refused after 100', async () => {
	simulator.spendQuota('locations', 100);
	expect((await ask(simulator, 'GET', `${V1}/locations`)).code).toBe(99991400);
});

test('one number means different things on different calls', async () => {
	simulator.faultNext('restore', { kind: 'refuse', code: 1161001 });
	simulator.faultNext('create', { kind: 'refuse', code: 1161001 });
	const restored = await ask(simulator, 'POST', `${V2}/pre_hires/restore_flow_instance`, {});
	const created = await ask(simulator, 'POST', `${V2}/pre_hires`, inventedCandidate(1));
	expect([restored.json.msg, created.json.msg]).toEqual(['param is invalid', 'Invalid job level']);
});

test('the record names the person of a path, the key of a create and the query as sent', async () => {
	await ask(simulator, 'PATCH', `${V2}/pre_hires/77?a=1&a=2`, {});
	expect(simulator.callsTo('update')[0]).toMatchObject({
		preHireId: '77',
		rawQuery: 'a=1&a=2',
		query: { a: '2' },
	});
	await create(simulator, inventedCandidate(1));
	expect(simulator.callsTo('create')[0]).toMatchObject({ outBizId: 'invented-ats-000001' });
});

test.each([
	['PUT', 'pre_hires/1'],
	['POST', 'pre_hires/1/dance'],
	['PATCH', 'pre_hires/'],
])('%s %s is nothing', async (method, path) => {
	const answer = await send(simulator, `/open-apis/${V2}/${path}`, { method: method as 'POST' });
	expect(answer.status).toBe(404);
});

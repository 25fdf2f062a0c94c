// The other pick lists of the simulator: their shapes, filters and codes.
import {
	CUSTOM_APP,
	departmentId,
	inventedId,
	startSimulator,
	type FeishuSimulator,
} from '../../../simulator';
import { ask } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const get = async (path: string) => await ask(simulator, 'GET', `corehr/${path}`);
const post = async (path: string, body: unknown = {}) =>
	await ask(simulator, 'POST', `corehr/${path}`, body);
const itemsOf = ({ data }: { data: Record<string, unknown> }) =>
	data.items as Array<Record<string, unknown>>;

test('companies have name, code and state in hiberarchy_common, and a kind', async () => {
	const items = itemsOf(await get('v1/companies?page_size=100'));
	expect(items[0]).toEqual({
		id: inventedId('company', 1),
		hiberarchy_common: {
			name: [
				{ lang: 'zh-CN', value: '虚构科技（上海）' },
				{ lang: 'en-US', value: 'Invented Technology Shanghai' },
			],
			code: 'C-SH',
			active: true,
		},
		sub_type_list: [{ enum_name: 'company' }],
	});
	expect(items.map((item) => item.hiberarchy_common)).toContainEqual(
		expect.objectContaining({ active: false }),
	);
});

test('exactly one employee type is the default', async () => {
	const items = itemsOf(await get('v1/employee_types?page_size=100'));
	const defaults = items.filter((item) => item.default_employee_type);
	expect(defaults).toMatchObject([
		{ id: inventedId('employeeType', 2), code: 'regular', active: true },
	]);
});

test('locations have usages and addresses', async () => {
	const items = itemsOf(await get('v1/locations?page_size=100'));
	expect(items[1]).toMatchObject({
		hiberarchy_common: { parent_id: inventedId('location', 1), active: true },
		location_usage_list: [{ enum_name: 'work_space' }],
		address: [{ address_type_list: [{ enum_name: 'onboarding_address' }, {}] }],
	});
});

test('whether name of jobs matches parts is told nowhere', async () => {
	const named = async (name: string) =>
		itemsOf(await get(`v2/jobs?page_size=10&name=${encodeURIComponent(name)}`)).map(({ id }) => id);
	expect(await named('engineer')).toEqual([inventedId('job', 1), inventedId('job', 2)]);
	simulator.decide({ jobName: 'whole' });
	expect(await named('engineer')).toEqual([]);
	expect(await named('Software Engineer')).toEqual([inventedId('job', 1)]);
});

test('query_language leaves one language of jobs, and their levels need a scope', async () => {
	const [job] = itemsOf(await get('v2/jobs?page_size=1&query_language=en-US'));
	expect(job).toMatchObject({ name: [{ lang: 'en-US', value: 'Software Engineer' }] });
	expect(job).not.toHaveProperty('job_level_id_list');
	simulator.setScopes(CUSTOM_APP.appId, ['corehr:job.only:read', 'corehr:job.job_level:read']);
	expect(itemsOf(await get('v2/jobs?page_size=1'))[0]).toHaveProperty('job_level_id_list');
});

test('families say what can be selected, levels and grades their order', async () => {
	expect(itemsOf(await get('v1/job_families?page_size=10'))[0]).toMatchObject({
		selectable: false,
	});
	const levels = itemsOf(await get('v1/job_levels?page_size=10'));
	expect(levels.map(({ level_order }) => level_order)).toEqual([3, 1, 2]);
	const grades = itemsOf(await post('v2/job_grades/query?page_size=10', { codes: ['G2'] }));
	expect(grades).toMatchObject([{ job_grade_id: inventedId('jobGrade', 2), grade_order: 2 }]);
});

test('positions belong to departments and begin on a day', async () => {
	const fields = ['name', 'code', 'active', 'department', 'job'];
	const body = { department_ids: [departmentId('positions')], active: true, fields };
	const items = itemsOf(await post('v2/positions/query?page_size=100', body));
	expect(items.map(({ position_id }) => position_id)).toEqual(
		[1, 2, 4].map((number) => inventedId('position', number)),
	);
	expect(items[0]).toMatchObject({
		names: [{ value: '前端岗' }, { value: 'Front End Position' }],
		department_id: departmentId('positions'),
		job_id: inventedId('job', 1),
	});
	const early = { ...body, effective_time: '2020-01-01' };
	expect(itemsOf(await post('v2/positions/query?page_size=100', early))).toHaveLength(2);
	const open = 'v2/positions/query?page_size=100&department_id_type=open_department_id';
	const byOpenId = { department_ids: [`od-${departmentId('sales')}`] };
	expect(itemsOf(await post(open, byOpenId))).toEqual([{ position_id: inventedId('position', 5) }]);
	simulator.setRanges(CUSTOM_APP.appId, { positions: 'nobody' });
	expect(itemsOf(await post('v2/positions/query?page_size=100', body))).toEqual([]);
});

const PEOPLE = 'v2/employees/search?page_size=50&user_id_type=people_corehr_id';

test('employees are found by part of a name, e-mail or number, and never hold a pre-hire', async () => {
	const found = async (key_word: string) =>
		itemsOf(await post(PEOPLE, { key_word, employment_status: 'hired' })).map(
			(item) => item.employment_id_v2,
		);
	const lena = inventedId('employment', 1);
	expect(await found('lead')).toEqual([lena, inventedId('employment', 3)]);
	expect(await found('employee.1@')).toEqual([lena]);
	expect(await found('E-INVENTED-1')).toEqual([lena]);
	expect(await found('Gone')).toEqual([]);
	expect(await found('林晓雨')).toEqual([]);
});

test('with a key word the order is not stable from page to page', async () => {
	const body = { key_word: 'employee.', employment_status: 'hired' };
	const first = await post('v2/employees/search?page_size=2', body);
	const token = String(first.data.page_token);
	const second = await post(`v2/employees/search?page_size=2&page_token=${token}`, body);
	const ids = [...itemsOf(first), ...itemsOf(second)].map(({ person_id }) => person_id);
	expect(new Set(ids).size).toBeLessThan(ids.length);
});

test('an ID that could not be converted is empty beside one of another kind', async () => {
	const [item] = itemsOf(await post(PEOPLE, { key_word: '无账号' }));
	expect(item).toMatchObject({
		employment_id_v2: '',
		employment_id: inventedId('employment', 5),
	});
});

test('employees are open_ids by default, and show the fields asked for', async () => {
	const body = {
		key_word: 'Lena',
		fields: [
			'employee_number',
			'person_info.preferred_name',
			'department.department_name',
			'job.name',
		],
	};
	expect(itemsOf(await post('v2/employees/search?page_size=1', body))[0]).toEqual({
		employment_id: 'ou_invented_1',
		employment_id_v2: 'ou_invented_1',
		person_id: inventedId('person', 1),
		employee_number: 'E-INVENTED-1',
		person_info: { preferred_name: '李领导' },
		department: { department_name: expect.arrayContaining([]) as unknown },
		job: { name: 'Head of Sales' },
	});
});

test('a search by phone without its scope is 400/1160103', async () => {
	expect(await post(PEOPLE, { phone_number: '13900000001' })).toMatchObject({
		status: 400,
		code: 1160103,
	});
});

test('batch_get takes e-mails, and outside the range says 403/1160104', async () => {
	const body = { work_emails: ['employee.1@example.com'] };
	const path = 'v2/employees/batch_get?user_id_type=people_corehr_id';
	expect(itemsOf(await post(path, body))).toMatchObject([
		{ employment_id_v2: inventedId('employment', 1) },
	]);
	expect((await post(path, {})).code).toBe(1160102);
	simulator.setRanges(CUSTOM_APP.appId, { employees: 'nobody' });
	expect(await post(path, body)).toMatchObject({ status: 403, code: 1160104 });
	expect(itemsOf(await post(PEOPLE))).toEqual([]);
});

test('flows have names in two languages, one of them perhaps missing, and no pages', async () => {
	const { data } = await get('v2/onboarding_flows');
	expect(data.flow_list).toEqual([
		{
			id: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
			name: { zh_cn: '标准入职（虚构）', en_us: 'Standard onboarding (invented)' },
		},
		{ id: expect.any(String) as string, name: { zh_cn: '完整入职（虚构）' } },
	]);
});

test('the options of a field stand in data.data, closed ones among them', async () => {
	const { data } = await get(
		'v1/custom_fields/get_by_param?object_api_name=phone&custom_api_name=international_area_code',
	);
	expect(data.data).toMatchObject({
		common_schema_config: {
			enum_field_setting: {
				is_multiple: false,
				enum_field_option_list: [
					{ api_name: '86_china', is_open: true },
					{},
					{},
					{ api_name: 'closed_option__c', is_open: false },
				],
			},
		},
	});
});

test.each([
	['a parameter missing', 'object_api_name=phone', 400, 1160006],
	['no such object', 'object_api_name=x&custom_api_name=y', 400, 1162010],
	['no such field', 'object_api_name=phone&custom_api_name=y', 400, 1162020],
])('options: %s', async (_what, query, status, code) => {
	expect(await get(`v1/custom_fields/get_by_param?${query}`)).toMatchObject({ status, code });
});

test('custom fields of several objects come in one list, the config not for every type', async () => {
	const one = 'object_api_name_list=pre_hire';
	const items = itemsOf(await get(`v1/custom_fields/query?${one}&object_api_name_list=person`));
	expect(new Set(items.map(({ object_api_name }) => object_api_name))).toEqual(
		new Set(['pre_hire', 'person']),
	);
	const configured = items.filter((item) => 'common_schema_config' in item).map(({ type }) => type);
	expect(configured).not.toContain(5);
	expect(items[0]).toMatchObject({
		custom_api_name: 'text_invented__c',
		name: { zh_cn: '备注', en_us: 'Remark' },
		type: 1,
	});
	expect(await get('v1/custom_fields/query')).toMatchObject({ status: 400, code: 1160005 });
	const unknown = 'v1/custom_fields/query?object_api_name_list=nothing';
	expect(await get(unknown)).toMatchObject({ status: 400, code: 1162010 });
	const objects = itemsOf(await get('v1/custom_fields/list_object_api_name?page_size=100'));
	expect(objects.map(({ object_api_name }) => object_api_name)).toContain('pre_hire');
});

test('countries', async () => {
	const items = itemsOf(await post('v2/basic_info/country_regions/search?page_size=100'));
	expect(items[0]).toMatchObject({ country_region_id: inventedId('country', 1) });
});

test.each(['v1/companies', 'v1/employee_types', 'v1/locations', 'v2/jobs', 'v1/job_levels'])(
	'%s needs a page size of at most 100',
	async (path) => {
		expect((await get(path)).code).toBe(99992402);
		expect((await get(`${path}?page_size=101`)).code).toBe(99992402);
	},
);

test('the rows of a running simulator can be changed, and come back on reset', async () => {
	simulator.organisation().companies.length = 1;
	expect(itemsOf(await get('v1/companies?page_size=100'))).toHaveLength(1);
	simulator.reset();
	expect(itemsOf(await get('v1/companies?page_size=100'))).toHaveLength(4);
});

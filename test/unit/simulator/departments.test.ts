// Departments in the simulator: three kinds of ID, filters with a scope of their own, 3,000 of them, the tree.
import { CUSTOM_APP, departmentId, startSimulator, type FeishuSimulator } from '../../../simulator';
import { ask } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ departments: 3000 });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const COREHR = 'department_id_type=people_corehr_department_id';
const FIELDS = ['department_name', 'code', 'active', 'staffing_model'];

type Item = Record<string, unknown> & { id: string };

async function find(body: object, query = `page_size=100&${COREHR}`) {
	const answer = await ask(simulator, 'POST', `corehr/v2/departments/search?${query}`, body);
	return { ...answer, items: (answer.data.items ?? []) as Item[] };
}

const idsOf = (items: Item[]) => items.map(({ id }) => id);

test('without fields there is only the ID, an open_department_id unless the query says otherwise', async () => {
	const body = { name_list: ['Invented Sales'] };
	expect((await find(body, 'page_size=1')).items).toEqual([{ id: `od-${departmentId('sales')}` }]);
	expect((await find(body)).items).toEqual([{ id: departmentId('sales') }]);
	const own = await find(body, 'page_size=1&department_id_type=department_id');
	expect(own.items).toEqual([{ id: `contact-${departmentId('sales')}` }]);
	expect(await find(body, 'page_size=1&department_id_type=x')).toMatchObject({
		status: 400,
		code: 1160102,
	});
});

test('fields show names as a list of languages, and which of job and position is wanted', async () => {
	const { items } = await find({ name_list: ['虚构岗位制部门'], fields: FIELDS });
	expect(items).toEqual([
		{
			id: departmentId('positions'),
			department_name: [
				{ lang: 'zh-CN', value: '虚构岗位制部门' },
				{ lang: 'en-US', value: 'Invented By Position' },
			],
			code: 'D-POSITIONS',
			active: true,
			staffing_model: { enum_name: 'position' },
		},
	]);
});

test('3,000 departments come in pages of at most 100', async () => {
	const read = new Set<string>();
	let token = '';
	do {
		const { items, data } = await find({}, `page_size=100&page_token=${token}`);
		for (const { id } of items) read.add(id);
		token = String(data.page_token);
	} while (token !== '');
	expect(read.size).toBe(3000);
	expect(simulator.callsTo('departmentSearch')).toHaveLength(30);
	expect((await find({}, 'page_size=101')).code).toBe(1160102);
	expect((await find({}, '')).code).toBe(1160102);
	expect((await find({}, 'page_size=1&page_token=x')).code).toBe(1160102);
});

test('search filters by state, whole name, code and ID', async () => {
	expect(idsOf((await find({ active: false })).items)).toEqual([departmentId('closed')]);
	expect((await find({ name_list: ['Invented'] })).items).toEqual([]);
	const twins = await find({ name_list: ['Invented Design'] });
	expect(idsOf(twins.items)).toEqual([departmentId('design'), departmentId('twin')]);
	expect(idsOf((await find({ code_list: ['D-SALES'] })).items)).toEqual([departmentId('sales')]);
	const byId = await find({ department_id_list: [departmentId('finance')] });
	expect(idsOf(byId.items)).toEqual([departmentId('finance')]);
});

test('what keyword does is told nowhere: it matches, is ignored, or is refused', async () => {
	const keyword = async () => await find({ keyword: 'by pos' });
	expect(idsOf((await keyword()).items)).toEqual([departmentId('positions')]);
	simulator.decide({ departmentKeyword: 'ignored' });
	expect((await keyword()).items).toHaveLength(100);
	simulator.decide({ departmentKeyword: 'refused' });
	expect(await keyword()).toMatchObject({ status: 400, code: 1160102 });
});

test('a filter by parent needs a scope of its own: 403/1160103', async () => {
	const body = { parent_department_id: departmentId('sales') };
	const children = idsOf((await find(body)).items);
	expect(children).toContain(departmentId('twin'));
	expect(children).not.toContain(departmentId('design'));
	const all = { parent_department_id: departmentId('root'), get_all_children: true };
	expect((await find(all)).items).toHaveLength(100);
	simulator.setScopes(CUSTOM_APP.appId, ['corehr:department:read']);
	expect(await find(body)).toMatchObject({ status: 403, code: 1160103 });
	expect(await find({ manager_list: ['ou_x'] })).toMatchObject({ status: 403, code: 1160103 });
});

test('the parent is silently absent without its scope', async () => {
	const body = { name_list: ['Invented Sales'], fields: ['parent_department_id'] };
	expect((await find(body)).items).toEqual([
		{ id: departmentId('sales'), parent_department_id: departmentId('root') },
	]);
	simulator.setScopes(CUSTOM_APP.appId, ['corehr:department:read']);
	expect((await find(body)).items).toEqual([{ id: departmentId('sales') }]);
});

test('batch_get shows what search shows', async () => {
	const { data } = await ask(simulator, 'POST', `corehr/v2/departments/batch_get?${COREHR}`, {
		department_id_list: [departmentId('volunteers'), 'unknown'],
		fields: ['staffing_model'],
	});
	expect(data.items).toEqual([
		{ id: departmentId('volunteers'), staffing_model: { enum_name: 'non_job' } },
	]);
});

test('parents lead from the child to the root', async () => {
	const { data } = await ask(simulator, 'POST', `corehr/v2/departments/parents?${COREHR}`, {
		department_id_list: [departmentId('twin')],
	});
	const [found] = data.items as Array<{ parent_department_list: Array<Record<string, unknown>> }>;
	expect(found?.parent_department_list.map(({ department_id }) => department_id)).toEqual([
		departmentId('twin'),
		departmentId('sales'),
		departmentId('root'),
	]);
	expect(found?.parent_department_list.at(-1)).toMatchObject({ is_root: true });
});

test('the tree has CoreHR IDs by default and no names', async () => {
	const { data } = await ask(simulator, 'POST', 'corehr/v2/departments/tree?page_size=2000', {});
	const items = data.items as Item[];
	expect(items).toHaveLength(2000);
	expect(items[0]).toEqual({
		id: departmentId('root'),
		parent_id: '',
		is_root: true,
		has_child: true,
	});
	expect(data.has_more).toBe(true);
});

test('the old v1 list has CoreHR IDs by default and the name elsewhere', async () => {
	const { data } = await ask(simulator, 'GET', 'corehr/v1/departments?page_size=1');
	expect(data.items).toMatchObject([
		{ id: departmentId('root'), hiberarchy_common: { active: true, code: 'D-ROOT' } },
	]);
});

test('departments outside the data range are not shown', async () => {
	simulator.setRanges(CUSTOM_APP.appId, { departments: { departments: [departmentId('sales')] } });
	expect(idsOf((await find({})).items)).toEqual([departmentId('sales')]);
});

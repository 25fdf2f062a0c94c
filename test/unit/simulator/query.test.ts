// Query, the historic v1 list, and what data ranges hide.
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../../simulator';
import { ask, idsIn, restore, search, withdraw } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({
		people: Array.from({ length: 12 }, (_, place) => ({
			preHireId: String(place + 1),
			preferredName: `No. ${place + 1}`,
			departmentId: place < 6 ? 'D1' : 'D2',
		})),
	});
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const query = async (body: unknown, parameters = 'page_size=10') =>
	await ask(simulator, 'POST', `corehr/v2/pre_hires/query?${parameters}`, body);

const idsOf = ({ data }: Awaited<ReturnType<typeof query>>) =>
	(data.items as Array<{ pre_hire_id: string }>).map(({ pre_hire_id }) => pre_hire_id);

test('query takes up to ten IDs and pages of up to ten', async () => {
	expect(idsOf(await query({ pre_hire_ids: ['3', '1'] }))).toEqual(['1', '3']);
	const first = await query({});
	expect(idsOf(first)).toHaveLength(10);
	const rest = await query({}, `page_size=10&page_token=${String(first.data.page_token)}`);
	expect(idsOf(rest)).toEqual(['11', '12']);
	expect((await query({}, 'page_size=11')).code).toBe(1160102);
	const eleven = Array.from({ length: 11 }, String);
	expect((await query({ pre_hire_ids: eleven })).code).toBe(1160102);
});

test('query answers like search, field by field', async () => {
	const body = { pre_hire_ids: ['1'], fields: ['person_info', 'employment_info.department_id'] };
	const searched = (await search(simulator, body)).json.data?.items;
	expect((await query(body)).data.items).toEqual(searched);
});

test('query has a lag of its own', async () => {
	simulator.setSearchLag(Infinity);
	await restore(simulator, '1');
	const body = { pre_hire_ids: ['1'], fields: ['onboarding_info.onboarding_status'] };
	expect(JSON.stringify((await query(body)).data)).toContain('preboarding');
	simulator.setQueryLag(Infinity);
	expect(JSON.stringify((await query(body)).data)).toContain('withdrawn');
});

test('the scope of search does not open query', async () => {
	simulator.setScopes(CUSTOM_APP.appId, ['corehr:pre_hire:read', 'corehr:pre_hire.search:read']);
	expect((await query({})).code).toBe(99991672);
	simulator.setScopes(CUSTOM_APP.appId, ['corehr:pre_hire:read_only']);
	expect((await query({})).code).toBe(0);
	expect((await search(simulator, {})).json.code).toBe(99991672);
});

test('outside the data range nobody is found and every write says 1161105', async () => {
	simulator.setRanges(CUSTOM_APP.appId, { preHires: { departments: ['D1'] } });
	expect(idsIn(await search(simulator, {}))).toHaveLength(6);
	expect(idsOf(await query({ pre_hire_ids: ['7'] }))).toEqual([]);
	expect((await restore(simulator, '7')).json.code).toBe(1161105);
	expect((await withdraw(simulator, '7', 'x')).json.code).toBe(1161105);
	const one = 'corehr/v2/pre_hires/7';
	expect((await ask(simulator, 'PATCH', one, {})).code).toBe(1161105);
	expect((await ask(simulator, 'POST', `${one}/complete`)).code).toBe(1161105);
	expect((await ask(simulator, 'DELETE', one)).code).toBe(1161105);
	expect((await restore(simulator, '1')).json.code).toBe(0);
});

test('an empty range looks like an empty tenant, or is refused: the pages say both', async () => {
	simulator.setRanges(CUSTOM_APP.appId, { preHires: 'nobody' });
	const empty = await search(simulator, {}, 'page_size=1');
	expect([empty.json.code, idsIn(empty)]).toEqual([0, []]);
	simulator.decide({ emptyRange: 'refused' });
	const refused = await search(simulator, {}, 'page_size=1');
	expect([refused.status, refused.json.code]).toEqual([403, 1160103]);
	const historic = await ask(simulator, 'GET', 'corehr/v1/pre_hires?page_size=1');
	expect(historic.data).toMatchObject({ items: [{ id: '1' }], has_more: true });
});

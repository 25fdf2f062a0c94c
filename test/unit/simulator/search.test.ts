// Search in the simulator: filters, fields, pages, lag.
import {
	CUSTOM_APP,
	SEARCH_SCOPES,
	startSimulator,
	type FeishuSimulator,
	type PersonSeed,
} from '../../../simulator';
import { idsIn, restore, search, wait } from './client';

const PEOPLE: PersonSeed[] = [
	{
		preHireId: '1',
		preferredName: 'Ann 林晓雨',
		workerId: 'W1',
		departmentId: 'D1',
		workEmail: 'ann@example.com',
		onboardingDate: '2099-01-01',
		updatedDate: '2098-01-01',
		atsApplicationId: 'A1',
		withdrawnReason: 'moved',
	},
	{
		preHireId: '2',
		preferredName: 'Bob',
		workerId: 'W2',
		departmentId: 'D2',
		onboardingDate: '2099-01-15',
		updatedDate: '2098-02-01',
		fields: { 'employment_info.employee_type_id': 'E' },
	},
	{ preHireId: '3', preferredName: 'Joanna', departmentId: 'D1', onboardingStatus: 'day_one' },
];
const LAG_MS = 400;

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ people: PEOPLE, searchLagMs: LAG_MS });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

test.each([
	['nothing', {}, ['1', '2', '3']],
	['empty lists', { pre_hire_ids: [], worker_ids: [] }, ['1', '2', '3']],
	['employee types', { employee_type_ids: ['E'] }, ['2']],
	['pre-hire ids', { pre_hire_ids: ['3', '1', '9'] }, ['1', '3']],
	['worker ids', { worker_ids: ['W2'] }, ['2']],
	['departments, by open_department_id', { department_ids: ['od-D1'] }, ['1', '3']],
	['departments of another kind of ID', { department_ids: ['D1'] }, []],
	['the stage', { onboarding_status: 'withdrawn' }, ['1', '2']],
	[
		'start dates, both days included',
		{ onboarding_date_start: '2099-01-01', onboarding_date_end: '2099-01-15' },
		['1', '2'],
	],
	['dates of change', { updated_date_start: '2098-01-15', updated_date_end: '2098-12-31' }, ['2']],
	['a part of the name in any case', { key_word: 'ANN' }, ['1', '3']],
	['a Chinese part of the name', { key_word: '晓雨' }, ['1']],
	['a whole worker id', { key_word: 'W1' }, ['1']],
	['a part of a worker id', { key_word: 'W' }, []],
	['several at once', { onboarding_status: 'withdrawn', department_ids: ['od-D1'] }, ['1']],
	['what the record does not hold', { person_ids: ['P'], rehire: 'no' }, ['1', '2', '3']],
])('search filters by %s', async (_what, body, ids) => {
	expect(idsIn(await search(simulator, body))).toEqual(ids);
});

test.each([
	['people_corehr_department_id', 'D1', ['1', '3']],
	['people_corehr_department_id', 'od-D1', []],
	['open_department_id', 'od-D1', ['1', '3']],
	['department_id', 'D1', []],
])('search reads department IDs as %s: %s', async (type, id, ids) => {
	const query = `page_size=100&department_id_type=${type}`;
	expect(idsIn(await search(simulator, { department_ids: [id] }, query))).toEqual(ids);
});

const tooMany = Array.from({ length: 101 }, (_, place) => String(place));
test.each([
	['more than 100 ids', { pre_hire_ids: tooMany }, 'page_size=10'],
	['a text for a list', { worker_ids: 'W1' }, 'page_size=10'],
	['half a pair of dates', { onboarding_date_start: '2099-01-01' }, 'page_size=10'],
	[
		'a date of another form',
		{ updated_date_start: '1/1/99', updated_date_end: '1/2/99' },
		'page_size=10',
	],
	['an unknown stage', { onboarding_status: 'gone' }, 'page_size=10'],
	['a body that is no JSON', 'nonsense', 'page_size=10'],
	['a page of 0', {}, 'page_size=0'],
	['a page of 101', {}, 'page_size=101'],
	['no page size', {}, ''],
	['an unknown kind of department ID', {}, 'page_size=10&department_id_type=union_id'],
	['a page token of its own making', {}, 'page_size=10&page_token=abc'],
])('search refuses %s', async (_what, body, query) => {
	const { status, json } = await search(simulator, body, query);
	expect([status, json.code]).toEqual([400, 1160102]);
});

test('pages follow one another to the end, though people leave the filter on the way', async () => {
	const first = await search(simulator, { onboarding_status: 'withdrawn' }, 'page_size=1');
	expect(idsIn(first)).toEqual(['1']);
	expect(first.json.data?.has_more).toBe(true);
	await restore(simulator, '1');
	await wait(LAG_MS + 20);
	const token = first.json.data?.page_token ?? '';
	const second = await search(
		simulator,
		{ onboarding_status: 'withdrawn' },
		`page_size=1&page_token=${token}`,
	);
	expect(idsIn(second)).toEqual(['2']);
	expect(second.json.data).toMatchObject({ has_more: false, page_token: '' });
});

test('without fields an item holds the id alone', async () => {
	const { json } = await search(simulator, { pre_hire_ids: ['1'] });
	expect(json.data?.items).toEqual([{ pre_hire_id: '1' }]);
});

const EVERY_FIELD = [
	'person_info.preferred_name',
	'person_info.legal_name',
	'employment_info.department_id',
	'employment_info.work_email',
	'employment_info.worker_id',
	'onboarding_info.onboarding_status',
	'onboarding_info.onboarding_date',
	'onboarding_info.ats_application_id',
	'onboarding_info.withdrawn_reason',
	'constructor',
];

test('the fields asked for come back in their groups', async () => {
	const { json } = await search(simulator, { pre_hire_ids: ['1'], fields: EVERY_FIELD });
	expect(json.data?.items).toEqual([
		{
			pre_hire_id: '1',
			person_info: { preferred_name: 'Ann 林晓雨', legal_name: 'Ann 林晓雨' },
			employment_info: { department_id: 'D1', work_email: 'ann@example.com', worker_id: 'W1' },
			onboarding_info: {
				onboarding_status: 'withdrawn',
				onboarding_date: '2099-01-01',
				ats_application_id: 'A1',
				withdrawn_reason: 'moved',
			},
		},
	]);
});

test('a field without its scope is silently absent', async () => {
	simulator.setScopes(CUSTOM_APP.appId, [...SEARCH_SCOPES]);
	const { text, json } = await search(simulator, { pre_hire_ids: ['1'], fields: EVERY_FIELD });
	expect(json.code).toBe(0);
	expect(text).not.toContain('legal_name');
	expect(text).not.toContain('withdrawn_reason');
});

test('search sees a change only after its lag', async () => {
	const stage = { onboarding_status: 'preboarding' };
	await restore(simulator, '1');
	expect(idsIn(await search(simulator, stage))).toEqual([]);
	await wait(LAG_MS + 20);
	expect(idsIn(await search(simulator, stage))).toEqual(['1']);
});

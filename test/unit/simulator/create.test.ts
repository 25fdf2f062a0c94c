// Create in the simulator: the key that makes it idempotent, the rules of an offer, duplicates, custom fields.
import {
	CUSTOM_APP,
	departmentId,
	inventedCandidate,
	inventedId,
	startSimulator,
	type FeishuSimulator,
	type SimulatorOptions,
} from '../../../simulator';
import { ask, create, idsIn, search, withdraw } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ people: [] });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

/** The first candidate with other fields; `undefined` takes a field away. */
function candidate(
	offer: Record<string, unknown> = {},
	basic: Record<string, unknown> = {},
	top: Record<string, unknown> = {},
) {
	const body = inventedCandidate(1);
	return {
		...body,
		basic_info: { ...body.basic_info, ...basic },
		offer_info: { ...body.offer_info, ...offer },
		...top,
	};
}

async function withOptions(
	options: SimulatorOptions,
	use: (one: FeishuSimulator) => Promise<void>,
) {
	const other = await startSimulator({ people: [], ...options });
	await use(other).finally(async () => await other.stop());
}

test('a candidate becomes a pre-hire in preboarding, with the tasks of the flow', async () => {
	const { code, id } = await create(simulator, inventedCandidate(1));
	expect(code).toBe(0);
	expect(id).toMatch(/^7345\d{15}$/);
	expect(simulator.person(id)).toMatchObject({
		preferredName: 'Invented Candidate 1',
		onboardingStatus: 'preboarding',
		departmentId: departmentId('sales'),
		outBizId: 'invented-ats-000001',
		tasks: [{ code: '1', status: 'in_progress' }, { code: '2', status: 'not_started' }, {}],
	});
	expect(simulator.callsTo('create')[0]).toMatchObject({ applied: true, preHireId: id });
});

test('a repeat with the same out_biz_id brings the same person and changes nothing', async () => {
	const first = await create(simulator, inventedCandidate(1));
	const again = await create(simulator, candidate({ onboarding_date: '2099-01-01' }));
	expect(again).toEqual(first);
	expect(simulator.people()).toHaveLength(1);
	expect(simulator.person(first.id).onboardingDate).not.toBe('2099-01-01');
	expect(simulator.callsTo('create').map(({ applied }) => applied)).toEqual([true, false]);
});

test('without out_biz_id a repeat is refused as duplicate of the first', async () => {
	const body = candidate({}, {}, { out_biz_id: undefined });
	expect((await create(simulator, body)).code).toBe(0);
	expect((await create(simulator, body)).code).toBe(1161029);
});

test('where duplicates are looked for first, a repeat is refused although its key is known', async () => {
	simulator.decide({ duplicatesBeforeKey: true });
	expect((await create(simulator, inventedCandidate(1))).code).toBe(0);
	expect((await create(simulator, inventedCandidate(1))).code).toBe(1161029);
});

test.each([true, false])('the key of somebody withdrawn stays taken: %s', async (kept) => {
	simulator.decide({ keyKeptAfterWithdraw: kept });
	const { id } = await create(simulator, inventedCandidate(1));
	await withdraw(simulator, id, 'offer fell through');
	expect((await create(simulator, inventedCandidate(1))).id === id).toBe(kept);
});

test('search sees the new person late, query sooner', async () => {
	simulator.setSearchLag(Infinity);
	const { id } = await create(simulator, inventedCandidate(1));
	expect(idsIn(await search(simulator, {}))).toEqual([]);
	const path = 'corehr/v2/pre_hires/query?page_size=10';
	const queried = await ask(simulator, 'POST', path, { pre_hire_ids: [id] });
	expect(queried.data.items).toEqual([{ pre_hire_id: id }]);
	simulator.setSearchLag(0);
	expect(idsIn(await search(simulator, {}))).toEqual([id]);
});

test('what was sent comes back from search under its names', async () => {
	const custom_fields = [{ field_name: 'text_invented__c', value: '["hello"]' }];
	const { id } = await create(
		simulator,
		candidate({ custom_fields, work_email: 'new@example.com' }),
	);
	const { json } = await search(simulator, {
		fields: ['person_info', 'employment_info', 'onboarding_info.onboarding_location_id'],
	});
	expect(json.data?.items?.[0]).toMatchObject({
		pre_hire_id: id,
		person_info: { preferred_name: 'Invented Candidate 1', phone_number: '13800000001' },
		employment_info: {
			department_id: departmentId('sales'),
			employment_type: 'employee',
			employee_type_id: inventedId('employeeType', 2),
			job_id: inventedId('job', 3),
			work_email: 'new@example.com',
			custom_fields,
		},
		onboarding_info: { onboarding_location_id: inventedId('location', 2) },
	});
});

test.each([
	['no basic_info', candidate({}, {}, { basic_info: undefined }), 'basic_info'],
	['no offer_info', candidate({}, {}, { offer_info: undefined }), 'offer_info'],
	[
		'no employment type',
		candidate({ employment_type_id: undefined }),
		'offer_info.employment_type_id',
	],
	['no name', candidate({}, { name: {} }), 'basic_info.name'],
	['a date of another form', candidate({ onboarding_date: '1/2/2027' }), 'onboarding_date'],
	['a list as body', [], 'body'],
])('%s is a field violation that names the field', async (_what, body, field) => {
	expect(await create(simulator, body)).toMatchObject({ code: 99992402, field });
	expect(simulator.people()).toEqual([]);
});

const bad = '7063999999999999999';
const byPosition = { department_id: departmentId('positions'), job_id: undefined };
const family = inventedId('jobFamily', 2);

test.each<[number, string, Record<string, unknown>]>([
	[1161010, 'employment type', { employment_type_id: '1' }],
	[1161008, 'recruitment type', { recruitment_type_id: 'x' }],
	[1161009, 'employee type', { employee_type_id: bad }],
	[1161014, 'company', { company: bad }],
	[1161015, 'department', { department_id: bad }],
	[
		1161015,
		'an open_department_id for a department',
		{ department_id: `od-${departmentId('sales')}` },
	],
	[1161006, 'onboarding location', { onboarding_location_id: bad }],
	[1161041, 'location of another purpose', { onboarding_location_id: inventedId('location', 4) }],
	[1161045, 'social security city', { social_security_city_id: inventedId('location', 2) }],
	[1161003, 'job', { job_id: bad }],
	[1161068, 'job out of date', { job_id: inventedId('job', 4) }],
	[1161002, 'job family', { job_family_id: bad }],
	[1161071, 'family of another job', { job_family_id: family }],
	[1161001, 'job level', { job_level_id: bad }],
	[1161072, 'level of another job', { job_level_id: inventedId('jobLevel', 3) }],
	[1161109, 'job grade', { job_grade_id: bad }],
	[1161005, 'leader', { direct_leader_id: 'ou_invented_1' }],
	[1161004, 'offer HR who has left', { offer_hr_id: inventedId('employment', 4) }],
	[1161111, 'flow', { flow_id: bad }],
	[1161160, 'department that begins later', { department_id: departmentId('future') }],
	[1161160, 'department out of use', { department_id: departmentId('closed') }],
	[1161063, 'full headcount', { department_id: departmentId('full') }],
	[1161056, 'no job where the department wants one', { job_id: undefined }],
	[1161112, 'no position where the department wants one', byPosition],
	[1161057, 'a job where none may be', { department_id: departmentId('volunteers') }],
	[1161114, 'position that does not exist', { ...byPosition, position_id: bad }],
	[1161115, 'position out of use', { ...byPosition, position_id: inventedId('position', 3) }],
	[
		1161161,
		'position that begins later',
		{ ...byPosition, position_id: inventedId('position', 4) },
	],
	[1161113, 'position elsewhere', { ...byPosition, position_id: inventedId('position', 5) }],
	[1161034, 'work email without a domain', { work_email: 'nobody' }],
	[1161035, 'work email of another domain', { work_email: 'a@elsewhere.test' }],
	[1161121, 'Feishu mailbox in upper case', { work_email: 'A@mailbox.example' }],
	[1161122, 'Feishu mailbox with a special character', { work_email: 'a+b@mailbox.example' }],
	[1161124, 'Feishu mailbox over 20 characters', { work_email: 'a.long.one@mailbox.example' }],
	[1161036, 'work email of an employee', { work_email: 'employee.1@example.com' }],
	[1161038, 'work email of somebody who left', { work_email: 'employee.4@example.com' }],
	[1161152, 'offer without offer_id', { offer: { id: '1' } }],
	[1161150, 'offer that differs from offer_id', { offer: { id: '1' }, offer_id: '2' }],
])('%i: %s', async (code, _what, offer) => {
	expect((await create(simulator, candidate(offer))).code).toBe(code);
	expect(simulator.people()).toEqual([]);
});

test('a position in a department by position, and nothing in one without jobs, are fine', async () => {
	const position = { ...byPosition, position_id: inventedId('position', 1) };
	expect((await create(simulator, candidate(position))).code).toBe(0);
	const other = inventedCandidate(2);
	const offer_info = { ...other.offer_info, department_id: departmentId('volunteers') };
	const body = { ...other, offer_info: { ...offer_info, job_id: undefined } };
	expect((await create(simulator, body)).code).toBe(0);
});

test.each<[number, string, Record<string, unknown>]>([
	[1161131, 'phone', { phone_number: '' }],
	[1161032, 'area code', { international_area_code: '86' }],
	[1161033, 'phone number', { phone_number: 'call me' }],
	[1161028, 'phone of an employee', { phone_number: '13900000001' }],
	[1161048, 'employee number of an employee', { worker_id: 'E-INVENTED-1' }],
])('%i: %s', async (code, _what, basic) => {
	expect((await create(simulator, candidate({}, basic))).code).toBe(code);
});

test.each<[number, string, Record<string, unknown>, Record<string, unknown>]>([
	[1161029, 'phone', { phone_number: '13800000001' }, {}],
	[1161027, 'e-mail', { email: 'candidate.000001@example.com' }, {}],
	[1161031, 'ID number', { national_id_list: [{ national_id_number: 'ID-1' }] }, {}],
	[1161037, 'work e-mail', {}, { work_email: 'taken@example.com' }],
])('%i: the %s of another pre-hire', async (code, _what, basic, offer) => {
	const ids = { national_id_list: [{ national_id_number: 'ID-1' }] };
	const first = await create(simulator, candidate({ work_email: 'taken@example.com' }, ids));
	const second = inventedCandidate(2);
	const body = {
		...second,
		basic_info: { ...second.basic_info, ...basic },
		offer_info: { ...second.offer_info, ...offer },
	};
	expect((await create(simulator, body)).code).toBe(code);
	await withdraw(simulator, first.id, 'gone');
	expect((await create(simulator, body)).code).toBe(0);
});

test('what belongs to somebody who has joined is refused as an active employee’s', async () => {
	const { id } = await create(simulator, inventedCandidate(1));
	simulator.changeStage(id, 'completed');
	const body = candidate({}, {}, { out_biz_id: 'another' });
	expect((await create(simulator, body)).code).toBe(1161028);
});

test.each([
	['application without ats_application_id', { application: { id: '1' } }, 1161153],
	['one that differs', { application: { id: '1' }, ats_application_id: '2' }, 1161151],
	['one that fits', { application: { id: '1' }, ats_application_id: '1' }, 0],
])('Feishu Hire: %s', async (_what, top, code) => {
	expect((await create(simulator, candidate({}, {}, top))).code).toBe(code);
});

test.each<[string, string, number]>([
	['text_invented__c', '["hello"]', 0],
	['text_invented__c', 'hello', 99992402],
	['boolean_invented__c', 'true', 0],
	['boolean_invented__c', 'yes', 99992402],
	['number_invented__c', '12', 0],
	['number_invented__c', 'twelve', 99992402],
	['enum_invented__c', 'small_option__c', 0],
	['enum_invented__c', 'Small', 99992402],
	['enums_invented__c', '["small_option__c","large_option__c"]', 0],
	['enums_invented__c', 'small_option__c', 99992402],
	['person_invented__c', '7182000000000000001', 0],
	['date_invented__c', '2023-1-1', 0],
	['date_invented__c', '1.1.2023', 99992402],
	['file_invented__c', '[{"file_id":"f"}]', 0],
	['number_automatic__c', '1', 99992402],
	['closed_invented__c', '["x"]', 99992402],
	['nothing__c', '["x"]', 99992402],
])('the custom field %s takes %s with code %i', async (field_name, value, code) => {
	const custom_fields = [{ field_name, value }];
	expect((await create(simulator, candidate({ custom_fields }))).code).toBe(code);
});

test('a custom value that is no string is refused', async () => {
	const custom_fields = [{ field_name: 'number_invented__c', value: 12 }];
	expect(await create(simulator, candidate({ custom_fields }))).toMatchObject({
		code: 99992402,
		field: 'offer_info.custom_fields',
	});
});

test('with automatic numbers none may be sent, and company and employee type are needed', async () => {
	await withOptions({ automaticNumbers: true }, async (other) => {
		expect((await create(other, candidate({}, { worker_id: 'W1' }))).code).toBe(1161050);
		expect((await create(other, candidate({ company: undefined }))).code).toBe(1161066);
		const { id } = await create(other, candidate());
		expect(other.person(id).workerId).toBe('W-AUTOMATIC-00001');
	});
});

test('faults strike a create, and a plan is told its key', async () => {
	const told: unknown[] = [];
	simulator.faultPlan((call) => {
		if (call.api !== 'create') return undefined;
		told.push(call);
		return call.nth === 1 ? { kind: 'cut', applied: true } : undefined;
	});
	await expect(create(simulator, inventedCandidate(1))).rejects.toThrow();
	expect((await create(simulator, inventedCandidate(1))).code).toBe(0);
	expect(simulator.people()).toHaveLength(1);
	expect(told).toEqual([
		{ api: 'create', nth: 1, outBizId: 'invented-ats-000001' },
		{ api: 'create', nth: 2, outBizId: 'invented-ats-000001' },
	]);
});

test.each(['corehr:pre_hire:write', 'corehr:corehr'])('%s alone is enough', async (scope) => {
	simulator.setScopes(CUSTOM_APP.appId, [scope]);
	expect((await create(simulator, inventedCandidate(1))).code).toBe(0);
});

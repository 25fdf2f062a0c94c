// Update in the simulator: the lists say what is touched, a name without a value is cleared, lists are replaced whole.
import {
	departmentId,
	inventedCandidate,
	inventedId,
	startSimulator,
	type FeishuSimulator,
} from '../../../simulator';
import { ask, create } from './client';

let simulator: FeishuSimulator;
let id: string;
beforeAll(async () => {
	simulator = await startSimulator({ people: [] });
});
beforeEach(async () => {
	const candidate = inventedCandidate(1);
	const custom_fields = [
		{ field_name: 'text_invented__c', value: '["one"]' },
		{ field_name: 'number_invented__c', value: '1' },
	];
	const offer_info = {
		...candidate.offer_info,
		work_email: 'first@example.com',
		work_station: 'A-1',
		custom_fields,
	};
	const basic_info = { ...candidate.basic_info, legal_name: { full_name: 'Legal Name' } };
	({ id } = await create(simulator, { ...candidate, basic_info, offer_info }));
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

async function update(body: unknown, person = id) {
	const { status, code, data, json } = await ask(
		simulator,
		'PATCH',
		`corehr/v2/pre_hires/${person}`,
		body,
	);
	return { status, code, data, field: json.error?.field_violations?.[0]?.field };
}

const now = () => simulator.person(id);

test('what is listed changes, what is not listed stays', async () => {
	const { code, data } = await update({
		offer_info_update: { onboarding_date: '2099-02-03', work_station: 'B-2' },
		standard_update_fields: ['offer_info_update.onboarding_date'],
	});
	expect([code, data]).toEqual([0, { pre_hire_id: id }]);
	expect(now()).toMatchObject({
		onboardingDate: '2099-02-03',
		workEmail: 'first@example.com',
		updatedTimes: 1,
	});
	expect(now().fields).toMatchObject({ 'employment_info.work_station': 'A-1' });
	expect(simulator.callsTo('update')[0]).toMatchObject({ applied: true, preHireId: id });
});

test('whether a value that no list names is taken over is open, and can be decided', async () => {
	simulator.decide({ unlistedValues: 'applied' });
	await update({ offer_info_update: { work_station: 'B-2' } });
	expect(now().fields).toMatchObject({ 'employment_info.work_station': 'B-2' });
});

test('a listed name without a value is cleared', async () => {
	const names = ['offer_info_update.work_station', 'offer_info_update.work_emails'];
	expect((await update({ standard_update_fields: names })).code).toBe(0);
	expect(now().workEmail).toBeUndefined();
	expect(now().fields).not.toHaveProperty(['employment_info.work_station']);
});

test('the names of update differ from create’s and search’s', async () => {
	const offer_info_update = {
		employment_type: 'contingent_worker',
		work_emails: [
			{ email: 'second@example.com', is_primary: true, is_public: true, email_usage: 'work' },
		],
		onboarding_method: 'manual__c',
		social_security_city: inventedId('location', 3),
	};
	const { code } = await update({
		offer_info_update,
		standard_update_fields: Object.keys(offer_info_update).map(
			(name) => `offer_info_update.${name}`,
		),
	});
	expect(code).toBe(0);
	expect(now().workEmail).toBe('second@example.com');
	expect(now().fields).toMatchObject({
		'employment_info.employment_type': 'contingent_worker',
		'onboarding_info.entry_mode': 'manual__c',
		'employment_info.social_security_city_id': inventedId('location', 3),
	});
});

test('leaving the preferred name out of the names loses it', async () => {
	const names = [{ name_type: 'legal_name', country_region: 'x', full_name: 'New Legal' }];
	await update({
		basic_info_update: { names },
		standard_update_fields: ['basic_info_update.names'],
	});
	expect(now().preferredName).toBe('');
	expect(now().fields).toMatchObject({ 'person_info.legal_name': 'New Legal' });
});

test('phones are replaced whole, and the primary one is shown', async () => {
	const phones = [
		{ phone_number: '13811111111', is_primary: false },
		{ phone_number: '13822222222', is_primary: true },
	];
	await update({
		basic_info_update: { phones },
		standard_update_fields: ['basic_info_update.phones'],
	});
	expect(now().fields).toMatchObject({
		'person_info.phone_number': '13822222222',
		'person_info.phone_list': phones,
	});
});

test('custom fields: what is listed changes or is cleared, the others stay', async () => {
	const custom_fields = [{ field_name: 'date_invented__c', value: '2023-1-1' }];
	await update({
		offer_info_update: { custom_fields },
		custom_update_fields: ['date_invented__c', 'number_invented__c'],
	});
	expect(now().fields?.['employment_info.custom_fields']).toEqual([
		{ field_name: 'text_invented__c', value: '["one"]' },
		...custom_fields,
	]);
	const hobby = [{ field_name: 'hobby_invented__c', value: 'chess' }];
	await update({
		basic_info_update: { custom_fields: hobby },
		person_custom_update_fields: ['hobby_invented__c'],
	});
	expect(now().fields?.['person_info.custom_fields']).toEqual(hobby);
});

test.each([
	'offer_info_update.flow_id',
	'offer_info_update.offer_id',
	'out_biz_id',
	'offer_info_update.default_cost_center.cost_center_id',
	'onboarding_date',
])('%s cannot be updated', async (name) => {
	expect(await update({ standard_update_fields: [name] })).toMatchObject({
		code: 99992402,
		field: 'standard_update_fields',
	});
	expect(now().updatedTimes).toBe(0);
});

test.each<[number, Record<string, unknown>]>([
	[1161015, { department_id: `od-${departmentId('design')}` }],
	[1161063, { department_id: departmentId('full') }],
	[1161112, { department_id: departmentId('positions') }],
	[1161056, { job_id: undefined }],
	[1161005, { direct_leader_id: '1' }],
	[1161034, { work_emails: [{ email: 'nobody', is_primary: true }] }],
	[1161036, { work_emails: [{ email: 'employee.1@example.com', is_primary: true }] }],
])('%i refuses %j', async (code, offer_info_update) => {
	const standard_update_fields = Object.keys(offer_info_update).map(
		(name) => `offer_info_update.${name}`,
	);
	expect((await update({ offer_info_update, standard_update_fields })).code).toBe(code);
	expect(now().updatedTimes).toBe(0);
});

test('after joining an update is refused with 1161108, and nobody is 1161105', async () => {
	const body = { standard_update_fields: ['offer_info_update.work_station'] };
	expect((await update(body, '999')).code).toBe(1161105);
	simulator.changeStage(id, 'completed');
	expect((await update(body)).code).toBe(1161108);
});

test('a person whom a code refuses is refused where update knows the code', async () => {
	simulator.addPeople([
		{ preHireId: '1', preferredName: 'One', onboardingStatus: 'preboarding', refuse: 1161116 },
		{ preHireId: '2', preferredName: 'Two', onboardingStatus: 'preboarding', refuse: 1161129 },
	]);
	expect((await update({}, '1')).code).toBe(1161116);
	expect((await update({}, '2')).code).toBe(0);
});

test('a fault about a person strikes what names them in the path', async () => {
	simulator.faultFor(id, { kind: 'refuse', code: 1161116 });
	expect((await update({})).code).toBe(1161116);
	expect((await update({})).code).toBe(0);
});

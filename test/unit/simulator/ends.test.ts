// Complete and delete in the simulator: what keeps somebody from joining, and that neither has a way back.
import {
	inventedCandidate,
	startSimulator,
	type FeishuSimulator,
	type PersonSeed,
} from '../../../simulator';
import { ask, create, idsIn, restore, search } from './client';

const FIRST_DAY = '2026-01-01';
const ready: Omit<PersonSeed, 'preHireId' | 'preferredName'> = {
	onboardingStatus: 'day_one',
	onboardingDate: FIRST_DAY,
	tasks: [
		{ code: '1', name: 'Job information', status: 'completed' },
		{ code: '2', name: 'Personal information', status: 'skipped' },
	],
};

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ people: [] });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

function add(more: Partial<PersonSeed> = {}): void {
	simulator.addPeople([{ preHireId: '1', preferredName: 'One', ...ready, ...more }]);
}

const complete = async (id = '1') =>
	await ask(simulator, 'POST', `corehr/v2/pre_hires/${id}/complete`);

const remove = async (id = '1') => await ask(simulator, 'DELETE', `corehr/v2/pre_hires/${id}`);

test('somebody whose tasks are done joins, once', async () => {
	add();
	expect(await complete()).toMatchObject({ status: 200, code: 0, data: { success: true } });
	expect(simulator.person('1')).toMatchObject({ onboardingStatus: 'completed', completedTimes: 1 });
	expect(await complete()).toMatchObject({ status: 400, code: 1161129 });
	expect(simulator.person('1').completedTimes).toBe(1);
	expect((await restore(simulator, '1')).json.code).toBe(1161129);
	expect(simulator.callsTo('complete').map(({ applied }) => applied)).toEqual([true, false]);
});

test.each<[number, string, Partial<PersonSeed>]>([
	[1161099, 'open tasks', { tasks: [{ code: '4', name: 'Check-in', status: 'in_review' }] }],
	[1161100, 'an undecided rehire', { fields: { 'employment_info.rehire': 'to_be_confirmed' } }],
	[1161102, 'the employment check', { refuse: 1161102 }],
	[1161103, 'the contract check', { refuse: 1161103 }],
	[1161104, 'the blocklist', { refuse: 1161104 }],
	[1161097, 'permission', { refuse: 1161097 }],
	[1161129, 'withdrawn', { onboardingStatus: 'withdrawn' }],
	[1161129, 'sent back', { onboardingStatus: 'deleted' }],
])('%i: %s', async (code, _what, more) => {
	add(more);
	expect((await complete()).code).toBe(code);
	expect(simulator.person('1').completedTimes).toBe(0);
});

test('1161101: no onboarding date', async () => {
	simulator.addPeople([
		{ preHireId: '1', preferredName: 'One', onboardingStatus: 'day_one', tasks: [] },
	]);
	expect((await complete()).code).toBe(1161101);
});

test('1161058 and 1161059: a unique value belongs to somebody else by now', async () => {
	const fields = { 'person_info.phone_number': '13800000001' };
	add({ fields });
	const { id } = await create(simulator, { ...inventedCandidate(2), basic_info: {} });
	expect(id).toBe('');
	simulator.addPeople([{ ...ready, preHireId: '2', preferredName: 'Two', fields }]);
	expect((await complete()).code).toBe(1161058);
	simulator.changeStage('2', 'completed');
	expect((await complete()).code).toBe(1161059);
});

test('whether it may be called before day one is open, and can be decided', async () => {
	add({ onboardingStatus: 'preboarding' });
	simulator.decide({ completeInPreboarding: false });
	expect((await complete()).code).toBe(1161129);
	simulator.decide({ completeInPreboarding: true });
	expect((await complete()).code).toBe(0);
});

test('nobody is 1161105', async () => {
	expect((await complete('9')).code).toBe(1161105);
});

test('a delete leaves nobody, for search with its lag, and frees the key', async () => {
	const { id } = await create(simulator, inventedCandidate(1));
	simulator.setSearchLag(Infinity);
	add();
	expect(await remove(id)).toMatchObject({ code: 0, data: {} });
	simulator.setSearchLag(0);
	expect(idsIn(await search(simulator, {}))).toEqual(['1']);
	expect(() => simulator.person(id)).toThrow();
	expect((await remove(id)).code).toBe(1161105);
	expect((await create(simulator, inventedCandidate(1))).id).not.toBe(id);
});

test('search shows somebody deleted until its lag has passed', async () => {
	add();
	simulator.setSearchLag(60_000);
	await remove();
	expect(idsIn(await search(simulator, {}))).toEqual(['1']);
});

test('an ID of another form is 1160001, somebody who has joined stays', async () => {
	expect((await remove('abc')).code).toBe(1160001);
	add({ onboardingStatus: 'completed' });
	expect((await remove()).code).toBe(1161129);
});

// Restore and withdraw in the simulator: stages, refusals, malformed bodies.
import {
	ABSENT_PRE_HIRE_ID,
	RESTORE_CODES,
	inventedPeople,
	startSimulator,
	type FeishuSimulator,
	type OnboardingStatus,
} from '../../../simulator';
import { PATHS, restore, send, tokenOf, withdraw } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({ quota: { limit: 10_000, windowMs: 60_000 } });
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const ordinary = inventedPeople[0]?.preHireId ?? '';
const refused = inventedPeople.filter(({ refuse }) => refuse !== undefined);

function personIn(stage: OnboardingStatus): string {
	return simulator.people().find((person) => person.onboardingStatus === stage)?.preHireId ?? '';
}

test('a withdrawn person is restored once, and then is in the wrong stage', async () => {
	const first = await restore(simulator, ordinary);
	expect(first.status).toBe(200);
	expect(first.json).toEqual({ code: 0, msg: 'success', data: { success: true } });
	expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
	expect(simulator.person(ordinary)).toMatchObject({
		onboardingStatus: 'preboarding',
		restoredTimes: 1,
		forcedHeadcount: false,
	});

	const second = await restore(simulator, ordinary);
	expect(second.json.code).toBe(1161129);
	expect(simulator.person(ordinary).restoredTimes).toBe(1);
	expect(simulator.callsTo('restore').map(({ applied }) => applied)).toEqual([true, false]);
});

test.each([
	['preboarding', 'Preboarding'],
	['day_one', 'Day one'],
	['completed', 'Completed'],
	['deleted', 'Deleted'],
] as const)(
	'a person in %s cannot be restored, and the sentence says "%s"',
	async (stage, label) => {
		const { status, json, headers } = await restore(simulator, personIn(stage));
		expect(status).toBe(400);
		expect(json.code).toBe(1161129);
		expect(json.msg).toBe(`Unable to submit this task as pre-hire is in the "${label}" stage.`);
		expect(json.error?.log_id).toBe(headers['x-tt-logid']);
	},
);

test.each(
	refused.map(
		({ refuse, preferredName, preHireId }) => [refuse ?? 0, preferredName, preHireId] as const,
	),
)('%i refuses %s with the status and the sentence of the page', async (code, _name, preHireId) => {
	const { status, json } = await restore(simulator, preHireId);
	const { status: told, msg } = RESTORE_CODES[code] ?? {};
	expect({ code: json.code, status, msg: json.msg }).toEqual({ code, status: told, msg });
	expect(simulator.person(preHireId).onboardingStatus).toBe('withdrawn');
});

test('the invented people, a wrong stage and an absent id reach all 22 codes', () => {
	const reached = new Set([...refused.map(({ refuse }) => refuse), 1161129, 1161105]);
	expect([...reached].sort()).toEqual(Object.keys(RESTORE_CODES).map(Number).sort());
	expect(inventedPeople).toHaveLength(40);
	expect(new Set(inventedPeople.map(({ preHireId }) => preHireId)).size).toBe(40);
	expect(inventedPeople.every(({ preHireId }) => /^7345\d{15}$/.test(preHireId))).toBe(true);
});

test('an absent id is answered 1161105', async () => {
	expect((await restore(simulator, ABSENT_PRE_HIRE_ID)).json.code).toBe(1161105);
	expect((await withdraw(simulator, ABSENT_PRE_HIRE_ID, 'x')).json.code).toBe(1161105);
});

test('force lifts the headcount refusal and is remembered', async () => {
	const id = refused.find(({ refuse }) => refuse === 1161063)?.preHireId ?? '';
	expect((await restore(simulator, id)).json.code).toBe(1161063);
	expect((await restore(simulator, id, true)).json.code).toBe(0);
	expect(simulator.person(id)).toMatchObject({ restoredTimes: 1, forcedHeadcount: true });
});

test.each([
	['a number as id', { pre_hire_id: 7345 }],
	['an empty id', { pre_hire_id: '' }],
	['no id', {}],
	['a text as flag', { pre_hire_id: ordinary, confirm_workforce: 'false' }],
	['null as flag', { pre_hire_id: ordinary, confirm_workforce: null }],
	['a list as body', []],
	['text that is no JSON', '{"pre_hire_id"'],
])('restore refuses %s with 1161001', async (_what, body) => {
	const { status, json } = await send(simulator, PATHS.restore, {
		body,
		token: await tokenOf(simulator),
	});
	expect([status, json.code]).toEqual([400, 1161001]);
});

test('restore refuses a body that is not declared as JSON', async () => {
	const { json } = await send(simulator, PATHS.restore, {
		body: { pre_hire_id: ordinary },
		token: await tokenOf(simulator),
		headers: { 'content-type': 'text/plain' },
	});
	expect(json.code).toBe(1161001);
});

test.each(['preboarding', 'day_one'] as const)('a person in %s can be withdrawn', async (stage) => {
	const id = personIn(stage);
	expect((await withdraw(simulator, id, 'offer fell through')).json.data?.success).toBe(true);
	expect(simulator.person(id)).toMatchObject({
		onboardingStatus: 'withdrawn',
		withdrawnTimes: 1,
		withdrawnReason: 'offer fell through',
	});
});

test.each(['withdrawn', 'completed', 'deleted'] as const)(
	'a person in %s cannot be withdrawn',
	async (stage) => {
		expect((await withdraw(simulator, personIn(stage), 'x')).json.code).toBe(1161129);
	},
);

test.each([
	['missing', undefined, 1161001],
	['blank', '  ', 1161001],
	['501 characters long', '长'.repeat(501), 1161001],
	['500 characters long', '长'.repeat(500), 0],
])(
	'a withdraw reason that is %s is treated as the limit of 500 says',
	async (_what, reason, code) => {
		expect((await withdraw(simulator, personIn('preboarding'), reason)).json.code).toBe(code);
	},
);

test.each([
	[1161116, 1161116],
	[1161094, 1161094],
	[1161036, 0],
])('a person whom %i refuses is answered %i by withdraw', async (refuse, code) => {
	simulator.addPeople([
		{ preHireId: '1', preferredName: 'One', onboardingStatus: 'preboarding', refuse },
	]);
	expect((await withdraw(simulator, '1', 'x')).json.code).toBe(code);
});

test('adding a person twice or in an unknown tenant is a mistake', () => {
	const person = { preHireId: '1', preferredName: 'One' };
	simulator.addPeople([person]);
	expect(() => simulator.addPeople([person])).toThrow('exists already');
	expect(() => simulator.addPeople([{ ...person, tenant: 'nowhere' }])).toThrow('No app serves');
	expect(() => simulator.person('2')).toThrow('No pre-hire 2');
});

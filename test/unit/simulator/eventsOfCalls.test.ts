// Which events the calls and the pages of Feishu make: what events.md says, and what it calls likely.
import {
	CUSTOM_APP,
	CUSTOM_TASK_CODE,
	inventedCandidate,
	startSimulator,
	type FeishuSimulator,
} from '../../../simulator';
import { ask, create, restore, withdraw } from './client';
import { startReceiver, type Receiver } from './receiver';

const PEOPLE = 'corehr/v2/pre_hires';
const FLOW_OR_TASK = 'corehr.pre_hire.onboarding_task_changed_v2';
const UPDATED = 'corehr.pre_hire.updated_v1';
const JOINED = 'corehr.job_data.employed_v1';

const { appId } = CUSTOM_APP;

let simulator: FeishuSimulator;
let receiver: Receiver;

beforeEach(async () => {
	simulator = await startSimulator({ people: [], eventTimeScale: 0.000_001 });
	simulator.events.setKeys(appId, { encryptKey: '' });
	receiver = await startReceiver(() => '');
	// Feishu gives an address one second, which a busy machine may exceed.
	let refused = await simulator.events.register(appId, receiver.url);
	for (let tries = 1; refused !== undefined && tries < 5; tries += 1) {
		refused = await simulator.events.register(appId, receiver.url);
	}
	expect(refused).toBeUndefined();
	receiver.received.length = 0;
});
afterEach(async () => {
	await simulator.stop();
	receiver.stop();
});

/** What came since this was asked last, by type: Feishu promises no order. */
async function heard(): Promise<Array<[type: unknown, event: Record<string, unknown>]>> {
	await simulator.events.idle();
	return receiver.received
		.splice(0)
		.map(({ json }): [string, Record<string, unknown>] => [
			String((json.header as { event_type: unknown }).event_type),
			json.event as Record<string, unknown>,
		])
		.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A created person, whose own events were heard already. */
async function someone(): Promise<string> {
	const { id } = await create(simulator, inventedCandidate(1));
	await heard();
	return id;
}

const flow = (id: string, status: string | undefined, tasks: unknown = expect.any(Array)) => [
	FLOW_OR_TASK,
	expect.objectContaining({
		pre_hire_id: id,
		onboarding_flow_change: status === undefined ? {} : { after_status: status },
		onboarding_task_changes: tasks,
	}),
];

const task = (task_code: string, after_status: string) => [{ task_code, after_status }];

async function transform(id: string, task_code: string, transform_type: string, more = {}) {
	const body = { pre_hire_id: id, task_code, transform_type, ...more };
	return (await ask(simulator, 'POST', `${PEOPLE}/transform_onboarding_task`, body)).code;
}

it('Create: the new person, then their flow; a repeat with the same key changes nobody and is silent', async () => {
	const { id } = await create(simulator, inventedCandidate(1));
	expect(await heard()).toEqual([
		flow(id, 'in_progress', task('1', 'in_progress')),
		[
			UPDATED,
			{
				pre_hire_id: id,
				field_changes: expect.arrayContaining([
					'department_id',
					'onboarding_date',
					'wk_updated_at',
				]),
			},
		],
	]);
	await create(simulator, inventedCandidate(1));
	expect(await heard()).toEqual([]);
});

it('Create: names the person’s own flow', async () => {
	await create(simulator, inventedCandidate(1));
	const [[, event]] = (await heard()) as [[unknown, Record<string, unknown>]];
	const [standard] = simulator.organisation().flows;
	expect(event.flow_info).toEqual({
		id: standard?.id,
		name: { zh_cn: standard?.name.zh, en_us: standard?.name.en },
	});
});

it('Update: the changed fields of the offer; what is personal shows up as wk_updated_at alone', async () => {
	const id = await someone();
	const update = async (body: object) =>
		(await ask(simulator, 'PATCH', `${PEOPLE}/${id}`, body)).code;
	expect(
		await update({
			offer_info_update: { onboarding_date: '2099-01-04' },
			standard_update_fields: ['offer_info_update.onboarding_date'],
		}),
	).toBe(0);
	expect(await heard()).toEqual([
		[UPDATED, { pre_hire_id: id, field_changes: ['onboarding_date', 'wk_updated_at'] }],
	]);
	expect(
		await update({
			basic_info_update: { date_of_birth: '1990-01-01' },
			standard_update_fields: ['basic_info_update.date_of_birth'],
		}),
	).toBe(0);
	expect(await heard()).toEqual([[UPDATED, { pre_hire_id: id, field_changes: ['wk_updated_at'] }]]);
});

it('task calls: the task; with the last one the flow is completed, and nobody has joined', async () => {
	const id = await someone();
	const steps: Array<[string, string, string, object?]> = [
		['1', 'submit_task', 'completed'],
		['2', 'manual_start_task', 'in_progress'],
		['2', 'submit_task', 'in_review'],
		['2', 'review_task', 'rejected', { review_decision: 'reject', reason: 'No photo' }],
		['2', 'submit_task', 'in_review'],
		['2', 'review_task', 'completed', { review_decision: 'approve' }],
		[CUSTOM_TASK_CODE, 'manual_start_task', 'in_progress'],
	];
	for (const [code, type, status, more] of steps) {
		expect(await transform(id, code, type, more)).toBe(0);
		expect(await heard()).toEqual([flow(id, undefined, task(code, status))]);
	}
	expect(await transform(id, CUSTOM_TASK_CODE, 'submit_task')).toBe(0);
	expect(await heard()).toEqual([flow(id, 'completed', task(CUSTOM_TASK_CODE, 'completed'))]);
	expect(simulator.person(id).onboardingStatus).toBe('preboarding');
});

it('the older task call: the task as well', async () => {
	const id = await someone();
	const body = { task_id: '1' };
	expect((await ask(simulator, 'POST', `${PEOPLE}/${id}/transit_task`, body)).code).toBe(0);
	expect(await heard()).toEqual([flow(id, undefined, task('1', 'completed'))]);
});

it('Complete Onboarding: an employee, whose event does not name the pre-hire', async () => {
	simulator.addPeople([
		{
			preHireId: '1',
			preferredName: 'Li',
			onboardingStatus: 'day_one',
			onboardingDate: '2099-01-04',
		},
		{
			preHireId: '2',
			preferredName: 'Wu',
			onboardingStatus: 'day_one',
			onboardingDate: '2099-01-04',
		},
	]);
	for (const id of ['1', '2']) {
		expect((await ask(simulator, 'POST', `${PEOPLE}/${id}/complete`)).code).toBe(0);
	}
	const events = await heard();
	expect(events.map(([type]) => type)).toEqual([JOINED, JOINED]);
	for (const [, event] of events) {
		expect(Object.keys(event)).toEqual(['job_data_id', 'employment_id', 'target_user_id']);
		expect(event.employment_id).toMatch(/^\d{19}$/);
	}
	expect(new Set(events.map(([, event]) => event.employment_id)).size).toBe(2);
});

it('Withdraw and Restore: the flow', async () => {
	const id = await someone();
	await withdraw(simulator, id, 'Took another offer');
	expect(await heard()).toEqual([flow(id, 'withdrawn')]);
	await restore(simulator, id);
	expect(await heard()).toEqual([flow(id, 'in_progress')]);
});

it('a refused call and Delete: nothing', async () => {
	const id = await someone();
	await restore(simulator, id);
	await transform(id, '2', 'submit_task');
	await ask(simulator, 'POST', `${PEOPLE}/${id}/complete`);
	expect((await ask(simulator, 'DELETE', `${PEOPLE}/${id}`)).code).toBe(0);
	expect(await heard()).toEqual([]);
});

it('somebody at Feishu’s own pages: the same events as the calls, and none for the day one', async () => {
	const id = await someone();
	simulator.changeTask(id, '1', { status: 'completed' });
	expect(await heard()).toEqual([flow(id, undefined, task('1', 'completed'))]);
	simulator.changeStage(id, 'day_one');
	expect(await heard()).toEqual([]);
	simulator.changeStage(id, 'withdrawn');
	expect(await heard()).toEqual([flow(id, 'withdrawn')]);
	simulator.changeStage(id, 'preboarding');
	expect(await heard()).toEqual([flow(id, 'in_progress')]);
	simulator.changeStage(id, 'deleted');
	expect(await heard()).toEqual([flow(id, 'expired')]);
	simulator.changeStage(id, 'completed');
	expect((await heard()).map(([type]) => type)).toEqual([JOINED]);
});

it('what Feishu’s pages leave open can be decided otherwise', async () => {
	simulator.decide({ flowEventOnCreate: false, flowEventOnRestore: false, stillFlow: 'absent' });
	const { id } = await create(simulator, inventedCandidate(1));
	expect((await heard()).map(([type]) => type)).toEqual([UPDATED]);
	await transform(id, '1', 'submit_task');
	const [[, event]] = (await heard()) as [[unknown, Record<string, unknown>]];
	expect(event).not.toHaveProperty('onboarding_flow_change');
	await withdraw(simulator, id, 'Took another offer');
	await heard();
	await restore(simulator, id);
	expect(await heard()).toEqual([]);
	simulator.decide({ stillFlow: 'null' });
	simulator.changeTask(id, '2', { status: 'in_progress' });
	expect(await heard()).toMatchObject([[FLOW_OR_TASK, { onboarding_flow_change: null }]]);
});

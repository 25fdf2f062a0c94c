// Onboarding tasks in the simulator: which transform moves which state, and what refuses it.
import {
	CUSTOM_TASK_CODE,
	startSimulator,
	type FeishuSimulator,
	type Task,
	type TaskStatus,
} from '../../../simulator';
import { ask, search } from './client';

const PLAIN = CUSTOM_TASK_CODE;
const task = (code: string, status: TaskStatus, more: Partial<Task> = {}): Task => ({
	code,
	name: `Task ${code}`,
	status,
	...more,
});

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({
		people: [
			{
				preHireId: '1',
				preferredName: 'One',
				onboardingStatus: 'preboarding',
				tasks: [
					task('1', 'not_started'),
					task('2', 'in_progress', { reviewed: true }),
					...['3', '4', '9'].map((code) => task(code, 'in_progress')),
					task(PLAIN, 'in_progress'),
				],
			},
			{ preHireId: '2', preferredName: 'Two', tasks: [task('1', 'in_progress')] },
		],
	});
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

async function transform(task_code: string, transform_type: string, more: object = {}) {
	return await ask(simulator, 'POST', 'corehr/v2/pre_hires/transform_onboarding_task', {
		pre_hire_id: '1',
		task_code,
		transform_type,
		...more,
	});
}

const transit = async (task_id: unknown, person = '1') =>
	await ask(simulator, 'POST', `corehr/v2/pre_hires/${person}/transit_task`, { task_id });

const statusOf = (code: string) =>
	simulator.person('1').tasks?.find((one) => one.code === code)?.status;

const approve = { review_decision: 'approve' };
const reject = { review_decision: 'reject', reason: 'a page is missing' };

test('a task is started, submitted, rejected, submitted again and approved', async () => {
	const seen: unknown[] = [];
	const step = async (type: string, more = {}) => {
		const { code, data } = await transform('2', type, more);
		seen.push([type, code, data.success, statusOf('2')]);
	};
	simulator.changeTask('1', '2', { status: 'not_started' });
	await step('manual_start_task');
	await step('submit_task');
	await step('review_task', reject);
	await step('submit_task');
	await step('review_task', approve);
	expect(seen).toEqual([
		['manual_start_task', 0, true, 'in_progress'],
		['submit_task', 0, true, 'in_review'],
		['review_task', 0, true, 'rejected'],
		['submit_task', 0, true, 'in_review'],
		['review_task', 0, true, 'completed'],
	]);
	expect(simulator.callsTo('transformTask').every(({ applied }) => applied)).toBe(true);
});

test('a task that nobody reviews is completed by submitting it', async () => {
	await transform(PLAIN, 'submit_task');
	expect(statusOf(PLAIN)).toBe('completed');
});

test('a repeat is refused with 1161096', async () => {
	await transform(PLAIN, 'submit_task');
	expect(await transform(PLAIN, 'submit_task')).toMatchObject({ status: 400, code: 1161096 });
});

test.each<[string, TaskStatus, object]>([
	['manual_start_task', 'in_progress', {}],
	['manual_start_task', 'completed', {}],
	['submit_task', 'not_started', {}],
	['submit_task', 'in_review', {}],
	['review_task', 'in_progress', approve],
	['review_task', 'completed', reject],
])('%s does not fit a task that is %s', async (type, status, more) => {
	simulator.changeTask('1', PLAIN, { status });
	expect((await transform(PLAIN, type, more)).code).toBe(1161096);
	expect(statusOf(PLAIN)).toBe(status);
});

test.each(['3', '4', '9'])(
	'task %s cannot be submitted: 1161142, not a notice period',
	async (code) => {
		const { code: refused, json } = await transform(code, 'submit_task');
		expect(refused).toBe(1161142);
		expect(json.msg).toBe('This task can not be submitted');
	},
);

test('empty required fields of the form are 1161098', async () => {
	simulator.changeTask('1', PLAIN, { formIncomplete: true });
	expect((await transform(PLAIN, 'submit_task')).code).toBe(1161098);
	expect((await transit(PLAIN)).code).toBe(1161098);
});

test('an unknown person or task is 1161095', async () => {
	expect((await transform('77', 'submit_task')).code).toBe(1161095);
	expect((await transform('1', 'submit_task', { pre_hire_id: '9' })).code).toBe(1161095);
});

test('a flow that is not running is 1161129 on transform and 1161094 on transit', async () => {
	expect((await transform('1', 'submit_task', { pre_hire_id: '2' })).code).toBe(1161129);
	expect((await transit('1', '2')).code).toBe(1161094);
});

const longest = 'é'.repeat(1499);
test.each<[string, string, object, number]>([
	['an unknown type', 'dance', {}, 99992402],
	['no decision', 'review_task', {}, 99992402],
	['a rejection without a reason', 'review_task', { review_decision: 'reject' }, 99992402],
	['a reason of 3000 bytes', 'review_task', { ...reject, reason: `${longest}é` }, 99992402],
	['a reason of 2998 bytes', 'review_task', { ...reject, reason: longest }, 0],
])('%s', async (_what, type, more, code) => {
	simulator.changeTask('1', '2', { status: 'in_review' });
	expect((await transform('2', type, more)).code).toBe(code);
});

test('transit moves on what is in progress', async () => {
	expect(await transit('2')).toMatchObject({ code: 0, data: { success: true } });
	expect(statusOf('2')).toBe('in_review');
	expect((await transit('2')).code).toBe(1161096);
	expect((await transit('77')).code).toBe(1161095);
	expect((await transit(undefined)).code).toBe(99992402);
});

test('the list of a person’s tasks comes from search, late', async () => {
	const fields = ['onboarding_info.onboarding_task_list'];
	const listed = async () =>
		(await search(simulator, { pre_hire_ids: ['1'], fields })).json.data?.items?.[0];
	expect(await listed()).toMatchObject({
		onboarding_info: {
			onboarding_task_list: expect.arrayContaining([
				{ task_code: '2', task_name: 'Task 2', task_status: 'in_progress', operator_id: '' },
			]) as unknown,
		},
	});
	simulator.setSearchLag(Infinity);
	await transform('2', 'submit_task');
	expect(JSON.stringify(await listed())).not.toContain('in_review');
	simulator.setSearchLag(0);
	expect(JSON.stringify(await listed())).toContain('in_review');
});

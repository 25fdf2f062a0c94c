/** Onboarding Task: start, submit, approve, reject. Every claim is what the record says. */
import { TASK_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/onboardingTask';
import type { Fault, PersonSeed } from '../../simulator';
import { refuseOneWithEach, type Categories } from '../harness/contractCodes';
import { listSearch } from '../harness/engine';
import {
	byId,
	customAppCredential,
	failureOf,
	failuresOf,
	feishu,
	linksOf,
	preHire,
	sources,
	storeAppCredential,
	useSimulator,
	type OperationRun,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

const UUID = '6f7ab3c2-1111-4222-8333-444455556666';

const STEPS = [
	{ step: 'start', from: 'not_started', to: 'in_progress', outcome: 'started' },
	{ step: 'submit', from: 'in_progress', to: 'completed', outcome: 'submitted' },
	{ step: 'submit', from: 'rejected', to: 'completed', outcome: 'submitted' },
	{ step: 'approve', from: 'in_review', to: 'completed', outcome: 'approved' },
	{ step: 'reject', from: 'in_review', to: 'rejected', outcome: 'rejected' },
] as const;

const person = (preHireId: string, status: string, code = '2'): PersonSeed => ({
	preHireId,
	preferredName: `P ${preHireId}`,
	onboardingStatus: 'preboarding',
	tasks: [
		{ code, name: 'Personal information', status: status as never },
		{ code: UUID, name: 'Laptop', status: 'not_started' },
	],
});

useSimulator({ people: [], searchLagMs: 10 });
useTimings(QUICK);

const work = async (step: string, items: Array<string | object>, run: OperationRun = {}) =>
	await preHire(step, items as never, {
		...run,
		with: {
			resource: 'onboardingTask',
			taskCode: byId('2'),
			...(step === 'reject' && { reason: 'Not readable' }),
			...run.with,
		},
	});

const statusOf = (id: string, code = '2') =>
	feishu()
		.person(id)
		.tasks?.find((task) => task.code === code)?.status;

it.each(STEPS)('$step leads from $from to $to', async ({ step, from, to, outcome }) => {
	feishu().addPeople([person('7', from)]);
	const { success } = await work(step, ['7']);
	expect(success[0]?.json).toEqual({
		pre_hire_id: '7',
		task_code: '2',
		success: true,
		outcome,
		log_id: expect.any(String),
	});
	expect(statusOf('7')).toBe(to);
	expect(feishu().callsTo('transformTask')[0]?.body).toMatchObject({
		pre_hire_id: '7',
		task_code: '2',
	});
});

it('rejects with the reason, and sends none otherwise', async () => {
	feishu().addPeople([person('7', 'in_review')]);
	await work('reject', ['7'], { with: { reason: ' 照片不清楚 ' } });
	await work('submit', ['7']);
	expect(
		feishu()
			.callsTo('transformTask')
			.map(({ body }) => body),
	).toEqual([
		{
			pre_hire_id: '7',
			task_code: '2',
			transform_type: 'review_task',
			review_decision: 'reject',
			reason: '照片不清楚',
		},
		{ pre_hire_id: '7', task_code: '2', transform_type: 'submit_task' },
	]);
});

const FAULTS: Array<(applied: boolean) => Fault> = [
	(applied) => ({ kind: 'cut', applied }),
	(applied) => ({ kind: 'html', applied }),
	(applied) => ({ kind: 'successFalse', applied }),
	(applied) => ({ kind: 'serverError', code: 1161000, applied }),
	(applied) => ({ kind: 'refuse', code: 1161116, applied }),
];

const CASES = FAULTS.flatMap((fault) => [true, false].map((applied) => fault(applied)));

it.each(STEPS.map((row, index) => ({ ...row, maxRetries: index % 2 === 0 ? 0 : 3 })))(
	'$step from $from claims exactly what the record holds, whatever breaks, with $maxRetries retries',
	async ({ step, from, to, maxRetries }) => {
		const ids = CASES.map((_, index) => String(100 + index));
		feishu().addPeople(ids.map((id) => person(id, from)));
		CASES.forEach((fault, index) => feishu().faultFor(String(100 + index), fault, 2));
		const { success, error } = await work(step, ids, {
			options: { maxRetries, maxConcurrency: 10 },
		});
		expect([...linksOf(success), ...linksOf(error)].sort()).toEqual(ids.map((_, index) => index));
		expect(success.map(({ json }) => json.pre_hire_id)).toEqual(
			ids.filter((id) => statusOf(id) === to),
		);
		for (const failure of failuresOf(error)) expect(failure.category).not.toBe('unknown_outcome');
		const settled = success.filter(({ json }) => json.confirmed_by !== undefined);
		expect(new Set(settled.map(({ json }) => json.confirmed_by))).toEqual(new Set(['task_list']));
	},
);

it('does not claim a start where the task is further on by now', async () => {
	feishu().addPeople([person('7', 'not_started'), person('8', 'completed')]);
	feishu().faultFor('7', { kind: 'cut', applied: true });
	feishu().faultFor('8', { kind: 'cut', applied: false });
	feishu().faultPlan(({ api, nth }) => {
		if (api === 'search' && nth === 1)
			feishu().changeTask('7', '2', { status: 'completed' }, { lagMs: 0 });
		return undefined;
	});
	const { success, error } = await work('start', ['7', '8']);
	expect(success).toEqual([]);
	expect(failuresOf(error)).toMatchObject(
		Array(2).fill({
			message: 'It is not known whether this task was started',
			category: 'unknown_outcome',
			hint: expect.stringContaining('shows the task as “completed”'),
		}),
	);
});

it('says that it does not know where the list does not show the task', async () => {
	feishu().addPeople([person('7', 'in_progress')]);
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:transform_onboarding_task']);
	feishu().faultFor('7', { kind: 'cut', applied: true });
	const { error } = await work('submit', ['7'], { options: { maxRetries: 0 } });
	expect(failureOf(error[0])).toMatchObject({
		category: 'unknown_outcome',
		task_code: '2',
		hint: expect.stringContaining('corehr:pre_hire.search:read'),
	});
});

it('works on two tasks of one person, and on the same one once', async () => {
	feishu().addPeople([person('7', 'not_started')]);
	const items = ['2', UUID, '2'].map((task) => ({ id: '7', task }));
	const { success } = await work('start', items, { with: { taskCode: byId('={{ $json.task }}') } });
	expect(success.map(({ json }) => json.task_code)).toEqual(['2', UUID, '2']);
	expect(feishu().callsTo('transformTask')).toHaveLength(2);
});

/** The categories of the contract. */
const CATEGORIES: Categories = [
	[1161095, 'not_found'],
	[1161105, 'not_found'],
	[1161094, 'wrong_stage'],
	[1161096, 'wrong_stage'],
	[1161129, 'wrong_stage'],
	[1161142, 'wrong_stage'],
	[1161098, 'not_ready'],
	[1161097, 'permission'],
	[1161116, 'conflict'],
	[1161000, 'service'],
	[1161204, 'service'],
	[1161093, 'unknown'],
];

it('sends every code to the error branch with the category of the contract', async () => {
	const ids = refuseOneWithEach(TASK_CODES, CATEGORIES);
	feishu().addPeople(ids.map((id) => person(id, 'in_progress')));
	const { error } = await work('submit', ids, { options: { maxRetries: 0, maxConcurrency: 20 } });
	expect(failuresOf(error)).toMatchObject(
		CATEGORIES.map(([code, category]) => ({
			code,
			category,
			pre_hire_id: `${code}`,
			task_code: '2',
			hint: expect.stringMatching(/^[A-Z].{20,}\.$/),
		})),
	);
});

it('refuses a store app without a call, as Feishu would', async () => {
	const { error } = await work('submit', ['7'], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(failureOf(error[0])).toMatchObject({
		code: 'STORE_APP_NOT_ALLOWED',
		category: 'invalid_input',
		attempts: 0,
		pre_hire_id: '7',
	});
	expect(feishu().calls).toEqual([]);
});

it.each([
	['an empty task', 'submit', { taskCode: byId('={{ "" }}') }, 'INVALID_TASK_CODE', /is empty/],
	['a task that is no code', 'submit', { taskCode: byId('a b') }, 'INVALID_TASK_CODE', /letters/],
	['a lost number', 'submit', { taskCode: byId('={{ 2 ** 60 }}') }, 'INVALID_TASK_CODE', /digits/],
	['no reason', 'reject', { reason: '={{ "  " }}' }, 'INVALID_REASON', /is empty/],
	['a reason that is no text', 'reject', { reason: '={{ 5 }}' }, 'INVALID_REASON', /not text/],
	['3000 bytes', 'reject', { reason: '字'.repeat(1_000) }, 'INVALID_REASON', /3000 bytes/],
	['no person', 'start', { preHireId: byId('={{ "" }}') }, 'INVALID_PRE_HIRE_ID', /is empty/],
])('refuses %s without a call', async (_name, step, parameters, code, message) => {
	const { error } = await work(step, ['7'], { with: parameters as never });
	expect(failureOf(error[0])).toMatchObject({
		code,
		category: 'invalid_input',
		attempts: 0,
		message: expect.stringMatching(message),
	});
	expect(feishu().calls).toEqual([]);
});

it('takes a reason of 2999 bytes', async () => {
	feishu().addPeople([person('7', 'in_review')]);
	const { success } = await work('reject', ['7'], { with: { reason: `${'字'.repeat(999)}ab` } });
	expect(success).toHaveLength(1);
});

it('names the task in the error that stops a run, for a person has several', async () => {
	feishu().addPeople([person('7', 'completed')]);
	const { thrown } = await work('submit', ['7'], { onError: 'stopWorkflow' });
	expect(thrown).toMatchObject({ description: expect.stringContaining('task_code: 2') });
});

describe('the list of the Task field', () => {
	const list = async (preHireId: unknown, filter?: string) =>
		await listSearch(
			sources,
			customAppCredential(),
			{ resource: 'onboardingTask', operation: 'submit', preHireId: preHireId as never },
			filter,
			undefined,
			'searchOnboardingTasks',
		);

	it('shows the tasks of the person chosen, with state and code', async () => {
		feishu().addPeople([person('7', 'in_progress'), person('8', 'completed')]);
		expect(await list(byId('7'))).toEqual({
			results: [
				{ name: 'Personal information · in progress · 2', value: '2' },
				{ name: `Laptop · not started · ${UUID}`, value: UUID },
			],
		});
		expect((await list(byId('7'), 'lap')).results).toHaveLength(1);
	});

	it.each([
		['nobody is chosen', byId('')],
		['an expression names the person', byId('={{ $json.id }}')],
	])('says what to do where %s', async (_name, preHireId) => {
		await expect(list(preHireId)).rejects.toMatchObject({
			message: expect.stringContaining(
				'run the nodes before this one first, or give the task By ID',
			),
			description: expect.stringContaining('{{ $json.task_code }}'),
		});
	});

	it('names the missing scope', async () => {
		feishu().setScopes('cli_simulated_custom', []);
		await expect(list(byId('7'))).rejects.toMatchObject({
			message: expect.stringContaining('corehr:pre_hire.search:read'),
		});
	});
});

/** Complete Onboarding: a pre-hire becomes an employee, once, and every claim is what the record says. */
import { COMPLETE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/complete';
import type { Fault } from '../../simulator';
import {
	failureOf,
	failuresOf,
	feishu,
	idNumber,
	linksOf,
	preHire,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({
	people: withdrawnPeople(10, { onboardingStatus: 'day_one', onboardingDate: '2026-12-01' }),
	searchLagMs: 10,
});
useTimings({ ...QUICK, quotaWindowMs: 60_000 });

const complete = async (items: string[], run = {}) =>
	await preHire('completeOnboarding', items, run);

it('completes without a body and says so', async () => {
	const { success } = await complete([idNumber(0)]);
	expect(success[0]?.json).toEqual({
		pre_hire_id: idNumber(0),
		success: true,
		outcome: 'completed',
		log_id: expect.any(String),
	});
	const [call] = feishu().callsTo('complete');
	expect(call?.path).toBe(`/open-apis/corehr/v2/pre_hires/${idNumber(0)}/complete`);
	expect(call?.body).toBeUndefined();
	expect(feishu().person(idNumber(0)).completedTimes).toBe(1);
});

it('is offered to store apps', async () => {
	feishu().addPeople([
		{
			preHireId: '9',
			preferredName: 'A',
			tenant: 'tenant-a',
			onboardingStatus: 'day_one',
			onboardingDate: '2026-12-01',
		},
	]);
	const { success } = await complete(['9'], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(success).toHaveLength(1);
});

it.each([
	['open tasks', 1161099, { tasks: [{ code: '2', name: 'Personal', status: 'in_progress' }] }],
	['an undecided rehire', 1161100, { fields: { 'employment_info.rehire': 'to_be_confirmed' } }],
	['no start date', 1161101, { onboardingDate: undefined }],
])('calls somebody with %s not_ready', async (_name, code, more) => {
	feishu().addPeople([
		{
			preHireId: '7',
			preferredName: 'Open',
			onboardingStatus: 'day_one',
			onboardingDate: '2026-12-01',
			...more,
		} as never,
	]);
	const { error } = await complete(['7']);
	expect(failureOf(error[0])).toMatchObject({
		code,
		category: 'not_ready',
		retryable: false,
		attempts: 1,
		pre_hire_id: '7',
	});
});

it('sends every code to the error branch with its own category', async () => {
	const codes = [...COMPLETE_CODES].filter(([, { category }]) => category !== 'rate_limit');
	const ids = codes.map(([code]) => String(code));
	feishu().addPeople(
		ids.map((preHireId) => ({ preHireId, preferredName: 'X', onboardingStatus: 'day_one' })),
	);
	for (const [code] of codes) feishu().faultFor(String(code), { kind: 'refuse', code }, Infinity);
	const { success, error } = await complete(ids, {
		options: { maxRetries: 0, maxConcurrency: 20 },
	});
	expect(success).toEqual([]);
	expect(failuresOf(error).map(({ code, category }) => [code, category])).toEqual(
		codes.map(([code, { category }]) => [code, category]),
	);
});

const FAULTS: Array<(applied: boolean) => Fault> = [
	(applied) => ({ kind: 'cut', applied }),
	(applied) => ({ kind: 'html', applied }),
	(applied) => ({ kind: 'successFalse', applied }),
	(applied) => ({ kind: 'serverError', code: 1161000, applied }),
	(applied) => ({ kind: 'refuse', code: 1161116, applied }),
];

const CASES = FAULTS.flatMap((fault) => [true, false].map((applied) => fault(applied)));

it.each([0, 1, 3])(
	'claims exactly what the record holds, whatever breaks, with %i retries',
	async (maxRetries) => {
		CASES.forEach((fault, index) => feishu().faultFor(idNumber(index), fault, 2));
		const ids = CASES.map((_, index) => idNumber(index));
		const { success, error } = await complete(ids, { options: { maxRetries, maxConcurrency: 10 } });
		expect([...linksOf(success), ...linksOf(error)].sort()).toEqual(ids.map((_, index) => index));
		const claimed = success.map(({ json }) => json.pre_hire_id);
		const held = ids.filter((id) => feishu().person(id).completedTimes > 0);
		expect(claimed).toEqual(held);
		for (const id of held) expect(feishu().person(id).completedTimes).toBe(1);
		for (const failure of failuresOf(error)) expect(failure.category).not.toBe('unknown_outcome');
	},
);

it('says that it does not know where search may not tell', async () => {
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:complete']);
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: true });
	const { error } = await complete([idNumber(0)], { options: { maxRetries: 0 } });
	expect(failureOf(error[0])).toMatchObject({
		message: 'It is not known whether the onboarding of this pre-hire was completed',
		category: 'unknown_outcome',
		hint: expect.stringContaining('If Completed set to Succeed'),
	});
});

describe('If Completed', () => {
	beforeEach(() => {
		feishu().addPeople([
			{ preHireId: '7', preferredName: 'Done', onboardingStatus: 'completed' },
			{ preHireId: '8', preferredName: 'Out', onboardingStatus: 'withdrawn' },
		]);
	});

	it('fails as wrong_stage unless told otherwise', async () => {
		const { error } = await complete(['7']);
		expect(failureOf(error[0])).toMatchObject({ code: 1161129, category: 'wrong_stage' });
		expect(feishu().callsTo('search')).toEqual([]);
	});

	it.each([1161129, 1161105])('succeed: a refusal with %i is looked up', async (code) => {
		feishu().faultFor('7', { kind: 'refuse', code });
		const { success, error } = await complete(['7', '8'], { options: { ifCompleted: 'succeed' } });
		expect(success.map(({ json }) => json)).toEqual([
			{ pre_hire_id: '7', success: true, outcome: 'already_completed', confirmed_by: 'search' },
		]);
		expect(failureOf(error[0])).toMatchObject({ category: 'wrong_stage', pre_hire_id: '8' });
	});

	it('refuses another value without a call', async () => {
		const { error } = await complete(['7'], { options: { ifCompleted: 'maybe' } });
		expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_IF_COMPLETED', pre_hire_id: '7' });
		expect(feishu().calls).toEqual([]);
	});
});

it('is not held to 100 a minute', async () => {
	const people = Array.from({ length: 130 }, (_, index) => String(5_000 + index));
	feishu().addPeople(
		people.map((preHireId) => ({
			preHireId,
			preferredName: 'N',
			onboardingStatus: 'day_one',
			onboardingDate: '2026-12-01',
		})),
	);
	const { success, durationMs } = await complete(people, { options: { maxConcurrency: 20 } });
	expect(success).toHaveLength(130);
	expect(durationMs).toBeLessThan(30_000);
	// On a busy machine one call of a burst may come a moment early; it is sent again.
	const refused = feishu()
		.callsTo('complete')
		.filter(({ code }) => code === 99991400);
	expect(refused.length).toBeLessThan(5);
});

/** Withdraw: the mirror of restore. */
import { WITHDRAW_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/withdraw';
import { refuseOneWithEach, type Categories } from '../harness/contractCodes';
import {
	failureOf,
	failuresOf,
	feishu,
	idNumber,
	linksOf,
	useSimulator,
	withdraw,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(10, { onboardingStatus: 'preboarding' }), searchLagMs: 10 });
useTimings(QUICK);

it('withdraws with the reason and returns the same shape as restore', async () => {
	const { success } = await withdraw([idNumber(0)]);
	expect(success[0]?.json).toEqual({
		pre_hire_id: idNumber(0),
		success: true,
		outcome: 'withdrawn',
		log_id: expect.any(String),
	});
	expect(feishu().callsTo('withdraw')[0]?.body).toEqual({
		pre_hire_id: idNumber(0),
		withdraw_reason: 'Took another offer',
	});
	expect(feishu().person(idNumber(0)).onboardingStatus).toBe('withdrawn');
});

it.each([
	['empty', '', /is empty/],
	['blank', '  ', /is empty/],
	['a number', '={{ 5 }}', /not text/],
	['too long', 'x'.repeat(501), /501 characters, more than 500/],
	['too long in characters of two units', '🎉'.repeat(501), /501 characters, more than 500/],
])('refuses a reason that is %s', async (_name, withdrawReason, message) => {
	const run = withdraw([idNumber(0)], {
		with: { withdrawReason: withdrawReason === '' ? '={{ "" }}' : withdrawReason },
	});
	const { error } = await run;
	expect(failureOf(error[0])).toMatchObject({
		code: 'INVALID_WITHDRAW_REASON',
		message: expect.stringMatching(message),
		pre_hire_id: idNumber(0),
	});
	expect(feishu().calls).toEqual([]);
});

/** The categories of the contract. */
const CATEGORIES: Categories = [
	[1161001, 'invalid_input'],
	[1161105, 'not_found'],
	[1161094, 'wrong_stage'],
	[1161129, 'wrong_stage'],
	[1161097, 'permission'],
	[1161116, 'conflict'],
	[1161000, 'service'],
	[1161204, 'service'],
];

it('sends every code to the error branch with the category of the contract', async () => {
	const people = refuseOneWithEach(WITHDRAW_CODES, CATEGORIES);
	feishu().addPeople(
		people.map((preHireId) => ({
			preHireId,
			preferredName: 'X',
			onboardingStatus: 'preboarding' as const,
		})),
	);
	const { success, error } = await withdraw([...people, idNumber(0)], {
		options: { maxRetries: 0, maxConcurrency: 20 },
	});
	expect(linksOf(success)).toEqual([people.length]);
	expect(failuresOf(error)).toMatchObject(
		CATEGORIES.map(([code, category]) => ({
			code,
			category,
			hint: expect.stringMatching(/^[A-Z].{20,}\.$/),
		})),
	);
});

it('counts characters, not the units that JavaScript makes of some', async () => {
	const withdrawReason = '𠮷'.repeat(500);
	const { success } = await withdraw([idNumber(0)], { with: { withdrawReason } });
	expect(success).toHaveLength(1);
	expect(feishu().callsTo('withdraw')[0]?.body).toMatchObject({ withdraw_reason: withdrawReason });
});

it('calls a step that does not allow it (1161094) a wrong stage', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161094 });
	const { error } = await withdraw([idNumber(0)]);
	expect(failureOf(error[0])).toMatchObject({
		code: 1161094,
		category: 'wrong_stage',
		retryable: false,
		attempts: 1,
	});
});

const LOST: Array<(applied: boolean) => Fault> = [
	(applied) => ({ kind: 'cut', applied }),
	(applied) => ({ kind: 'html', applied }),
	(applied) => ({ kind: 'successFalse', applied }),
];

it.each(
	LOST.flatMap((fault) => [true, false].map((applied) => [fault(applied), applied] as const)),
)('ends as the record says after %j', async (fault, applied) => {
	feishu().faultFor(idNumber(0), fault, Infinity);
	const { success } = await withdraw([idNumber(0)], { options: { maxRetries: 1 } });
	expect(success).toHaveLength(applied ? 1 : 0);
	expect(feishu().person(idNumber(0)).withdrawnTimes).toBe(applied ? 1 : 0);
	if (applied)
		expect(success[0]?.json).toMatchObject({ outcome: 'withdrawn', confirmed_by: 'search' });
});

it('calls somebody who is withdrawn already a wrong stage', async () => {
	feishu().addPeople([{ preHireId: '7', preferredName: 'Out' }]);
	const { error } = await withdraw(['7']);
	expect(failureOf(error[0])).toMatchObject({
		code: 1161129,
		category: 'wrong_stage',
		attempts: 1,
	});
});

it('withdraws the same person once, whatever the reasons', async () => {
	const { success, error } = await withdraw(
		[
			{ id: idNumber(0), why: 'a' },
			{ id: idNumber(0), why: 'a' },
			{ id: idNumber(0), why: 'b' },
		],
		{ with: { withdrawReason: '={{ $json.why }}' } },
	);
	expect(linksOf(success)).toEqual([0, 1]);
	expect(failureOf(error[0]).category).toBe('wrong_stage');
	expect(feishu().person(idNumber(0)).withdrawnTimes).toBe(1);
});

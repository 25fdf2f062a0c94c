/** What a failure says beyond its code: the stage, the field, the scope and Feishu's own words. */
import {
	failureOf,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(3) });
useTimings(QUICK);

const THREE = [0, 1, 2].map(idNumber);

function refuseSecond(fault: Fault): void {
	feishu().faultFor(idNumber(1), fault, Infinity);
}

it('takes the stage out of 1161129', async () => {
	feishu().addPeople([{ preHireId: '77', preferredName: 'Early', onboardingStatus: 'day_one' }]);
	const { error } = await restore(['77']);
	expect(failureOf(error[0])).toMatchObject({ code: 1161129, stage: 'Day one', attempts: 1 });
	expect(feishu().callsTo('search')).toEqual([]);
});

it.each([
	['该待入职人员当前状态为「已入职」，无法进行此操作', '已入职'],
	['pre-hire is in the “Preboarding” stage', 'Preboarding'],
])('takes the stage out of %s', async (msg, stage) => {
	refuseSecond({ kind: 'refuse', code: 1161129, msg });
	const { error } = await restore(THREE);
	expect(failureOf(error[0]).stage).toBe(stage);
});

it('leaves the stage out where Feishu’s words hold none', async () => {
	refuseSecond({ kind: 'refuse', code: 1161129, msg: 'wrong stage' });
	const { error } = await restore(THREE);
	expect(failureOf(error[0])).not.toHaveProperty('stage');
});

it('names the missing scope and the page that grants it', async () => {
	feishu().setScopes('cli_simulated_custom', []);
	const { error } = await restore([idNumber(0)]);
	expect(failureOf(error[0])).toMatchObject({
		code: 99991672,
		category: 'permission',
		missing_scopes: ['corehr:pre_hire:restore_flow_instance'],
		fix_url: expect.stringMatching(
			/^https:\/\/open\.feishu\.cn\/app\/cli_simulated_custom\/auth\?q=corehr:pre_hire:restore_flow_instance/,
		),
	});
});

it('names the missing scope where Feishu’s words name it in brackets only, and makes the link itself', async () => {
	refuseSecond({ kind: 'refuse', code: 99991672 });
	const { error } = await restore(THREE);
	expect(failureOf(error[0])).toMatchObject({
		feishu_message:
			'Access denied. One of the following scopes is required: [corehr:pre_hire:restore_flow_instance].',
		missing_scopes: ['corehr:pre_hire:restore_flow_instance'],
		fix_url: `${feishu().url}/app/cli_simulated_custom/auth?q=corehr:pre_hire:restore_flow_instance&op_from=openapi&token_type=tenant`,
		hint: expect.stringMatching(/^Open fix_url, .* missing_scopes/),
	});
});

it('sends nobody to a link or a scope that the item does not have', async () => {
	refuseSecond({ kind: 'refuse', code: 99991672, msg: 'Access denied.' });
	const { error } = await restore(THREE);
	const failure = failureOf(error[0]);
	expect(failure).not.toHaveProperty('missing_scopes');
	expect(failure).not.toHaveProperty('fix_url');
	expect(failure.hint).not.toMatch(/fix_url|missing_scopes/);
});

it('names the field that Feishu does not accept (99992402)', async () => {
	refuseSecond({ kind: 'refuse', code: 99992402 });
	const { error } = await restore(THREE);
	expect(failureOf(error[0])).toMatchObject({
		message: 'Feishu does not accept pre_hire_id (99992402)',
		category: 'invalid_input',
		retryable: false,
		hint: expect.stringContaining('pre_hire_id: the max len is 19'),
		attempts: 1,
	});
});

it('cuts Feishu’s words to 500 characters and takes control characters out', async () => {
	refuseSecond({ kind: 'refuse', code: 1161063, msg: `a\u0000b\n${'x'.repeat(900)}` });
	const { error } = await restore(THREE);
	const words = failureOf(error[0]).feishu_message ?? '';
	expect(words).toHaveLength(500);
	expect(words.startsWith('a b x')).toBe(true);
});

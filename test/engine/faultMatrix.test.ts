/** Every fault, before and after the restore was carried out, cured by the first retry or never: the outcome is the record. */
import {
	failureOf,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { useQuickTimeout } from '../harness/quickTimeout';
import { useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';
import type { Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(3), searchLagMs: 100 });
useTimings({ backoffBaseMs: 5, searchLagMs: 150 });
useQuickTimeout();

type Applied = (applied: boolean) => Fault;

const FAULTS: Array<[string, Applied]> = [
	['a cut connection', (applied) => ({ kind: 'cut', applied })],
	['no answer before the timeout', (applied) => ({ kind: 'hang', applied })],
	['HTTP 500 with 1161000', (applied) => ({ kind: 'serverError', code: 1161000, applied })],
	['HTTP 503 with 1161204', (applied) => ({ kind: 'serverError', code: 1161204, applied })],
	['HTTP 502 with a page', (applied) => ({ kind: 'html', applied })],
	['an empty HTTP 200', (applied) => ({ kind: 'empty', applied })],
	['half a JSON', (applied) => ({ kind: 'truncatedJson', applied })],
	['the conflict 1161116', (applied) => ({ kind: 'refuse', code: 1161116, applied })],
	['success: false', (applied) => ({ kind: 'successFalse', applied })],
	['no data', (applied) => ({ kind: 'noData', applied })],
];

/** One for each way in which what came back is judged: lost, an internal error, a conflict, a contradiction. */
const EACH_VERDICT: ReadonlyArray<Fault['kind']> = ['cut', 'serverError', 'refuse', 'successFalse'];

const allCells = FAULTS.flatMap(([name, fault]) =>
	[false, true].flatMap((applied) =>
		[1, Infinity].map((times) => ({
			name,
			when: applied ? 'after' : 'before',
			cure: times === 1 ? 'cured by the first retry' : 'never cured',
			fault: fault(applied),
			applied,
			times,
			isTypical: EACH_VERDICT.includes(fault(applied).kind),
		})),
	),
);

/** Of whoever was certainly not restored, where it is not `service`. */
const CATEGORY: Partial<Record<Fault['kind'], string>> = {
	cut: 'network',
	hang: 'network',
	refuse: 'conflict',
	successFalse: 'unknown',
	noData: 'unknown',
};

const options = { timeout: 1_000, maxRetries: 1 };

it.each(allCells.filter(({ isTypical, times }) => isTypical || times > 1))(
	'$name $when applying, $cure, ends as the record says',
	async ({ fault, applied, times }) => {
		// Code 0 without success is not sent again, so nothing cures it.
		const sentOnce = fault.kind === 'successFalse' || fault.kind === 'noData';
		feishu().faultFor(idNumber(0), fault, times);
		const { success, error } = await restore([idNumber(0)], { options });
		const person = feishu().person(idNumber(0));
		const restored = person.onboardingStatus === 'preboarding';

		expect(success.length + error.length).toBe(1);
		expect(success).toHaveLength(restored ? 1 : 0);
		expect(person.restoredTimes).toBe(restored ? 1 : 0);
		expect(restored).toBe(applied || (times === 1 && !sentOnce));
		if (restored) expect(success[0]?.json.outcome).toBe('restored');
		expect(feishu().callsTo('restore')).toHaveLength(sentOnce ? 1 : 2);
		if (error.length > 0) {
			expect(failureOf(error[0])).toMatchObject({ attempts: sentOnce ? 1 : 2 });
			expect(failureOf(error[0]).category).toBe(CATEGORY[fault.kind] ?? 'service');
		}
	},
);

it.each(allCells.filter(({ isTypical }) => isTypical))(
	'$name $when applying, $cure, claims nothing that it does not know where the app may not search',
	async ({ fault, times }) => {
		feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
		feishu().faultFor(idNumber(0), fault, times);
		const { success, error } = await restore([idNumber(0)], { options });
		const person = feishu().person(idNumber(0));

		expect(success.length + error.length).toBe(1);
		expect(person.restoredTimes).toBeLessThanOrEqual(1);
		if (success.length > 0) expect(person.restoredTimes).toBe(1);
		else if (fault.kind === 'refuse') {
			// Feishu's own words stand, although nobody could check them.
			expect(['conflict', 'wrong_stage']).toContain(failureOf(error[0]).category);
		} else {
			expect(failureOf(error[0])).toMatchObject({
				category: 'unknown_outcome',
				retryable: false,
				missing_scopes: expect.arrayContaining(['corehr:pre_hire.search:read']),
				fix_url: expect.stringContaining('https://'),
				hint: expect.stringContaining('corehr:pre_hire.search:read'),
			});
		}
	},
);

it('sends once when Max Retries is 0', async () => {
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: false }, Infinity);
	const { error } = await restore([idNumber(0)], { options: { ...options, maxRetries: 0 } });
	expect(failureOf(error[0])).toMatchObject({
		category: 'network',
		code: 'CONNECTION_LOST',
		attempts: 1,
	});
	expect(feishu().callsTo('restore')).toHaveLength(1);
});

it('asks search before it believes a refusal that follows a lost answer', async () => {
	// Applied and cut, then refused for headcount: the first one took the place.
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: true });
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 });
	const { success } = await restore([idNumber(0)], { options });
	expect(success[0]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
});

it('keeps the refusal where search shows that the lost one did not happen', async () => {
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: false });
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 });
	const { error } = await restore([idNumber(0)], { options });
	expect(failureOf(error[0])).toMatchObject({ category: 'headcount', attempts: 2 });
});

it('says that the person is in another stage where search shows one that is neither', async () => {
	feishu().faultFor('9', { kind: 'cut', applied: false }, Infinity);
	feishu().addPeople([{ preHireId: '9', preferredName: 'Gone', onboardingStatus: 'deleted' }]);
	const { error } = await restore(['9'], { options });
	expect(failureOf(error[0])).toMatchObject({ category: 'wrong_stage', stage: 'deleted' });
});

it('does not retry a host that cannot be reached more often than told', async () => {
	await feishu().stop();
	const { error } = await restore([idNumber(0)], { options });
	expect(failureOf(error[0])).toMatchObject({
		category: 'network',
		code: 'UNREACHABLE',
		attempts: 0,
	});
});

describe('If Not Withdrawn = Succeed If Active', () => {
	const succeedIfActive = { ...options, ifNotWithdrawn: 'succeedIfActive' };

	it.each(['preboarding', 'day_one', 'completed'] as const)(
		'%s is a success',
		async (onboardingStatus) => {
			feishu().addPeople([{ preHireId: '9', preferredName: 'Back', onboardingStatus }]);
			const { success } = await restore(['9'], { options: succeedIfActive });
			expect(success[0]?.json).toEqual({
				pre_hire_id: '9',
				success: true,
				outcome: 'already_restored',
				confirm_workforce: false,
				confirmed_by: 'search',
			});
		},
	);

	it('deleted is a failure', async () => {
		feishu().addPeople([{ preHireId: '9', preferredName: 'Gone', onboardingStatus: 'deleted' }]);
		const { error } = await restore(['9'], { options: succeedIfActive });
		expect(failureOf(error[0])).toMatchObject({ category: 'wrong_stage', code: 1161129 });
	});

	it('says so where Feishu refuses the stage and its search shows the person withdrawn', async () => {
		feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161129 }, Infinity);
		const { error } = await restore([idNumber(0)], { options: succeedIfActive });
		expect(failureOf(error[0])).toMatchObject({
			category: 'wrong_stage',
			code: 1161129,
			hint: expect.stringContaining('search shows this person as “withdrawn”'),
		});
		expect(feishu().person(idNumber(0)).restoredTimes).toBe(0);
	});

	it('names the scope that would have told', async () => {
		feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
		feishu().addPeople([{ preHireId: '9', preferredName: 'Back', onboardingStatus: 'day_one' }]);
		const { error } = await restore(['9'], { options: succeedIfActive });
		expect(failureOf(error[0])).toMatchObject({
			category: 'wrong_stage',
			hint: expect.stringContaining('corehr:pre_hire.search:read'),
			missing_scopes: expect.arrayContaining(['corehr:pre_hire.search:read']),
		});
	});

	it('believes search only once its lag has passed', async () => {
		await restore([idNumber(0)]);
		const { success } = await restore([idNumber(0)], { options: succeedIfActive });
		expect(success[0]?.json.outcome).toBe('already_restored');
		const [refused, looked] = [feishu().callsTo('restore').at(-1), feishu().callsTo('search')];
		expect(looked).toHaveLength(1);
		expect((looked[0]?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(150);
	});
});

describe('a lost restore that Feishu carries out late', () => {
	useTimings({ backoffBaseMs: 1, searchLagMs: 1_200 });
	useSimulator({ people: withdrawnPeople(1), searchLagMs: 1_000 });

	it('is not taken for never done because search has not caught up', async () => {
		feishu().faultPlan(({ api, nth }) => {
			if (api !== 'restore') return undefined;
			if (nth === 1) return { kind: 'cut', applied: false };
			return nth === 2 ? { kind: 'tooMany', code: 99991400, resetSeconds: 2 } : undefined;
		});
		const run = restore([idNumber(0)]);
		await until(() => feishu().callsTo('restore').length === 2);
		await pause(1_500);
		const late = await fetch(
			`${feishu().url}/open-apis/corehr/v2/pre_hires/restore_flow_instance`,
			{
				method: 'POST',
				headers: {
					authorization: `Bearer ${feishu().issuedTokens[0]}`,
					'content-type': 'application/json',
				},
				body: JSON.stringify({ pre_hire_id: idNumber(0), confirm_workforce: false }),
			},
		);
		expect(await late.json()).toMatchObject({ code: 0 });
		const { success } = await run;
		expect(success[0]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
	});
});

it('says that refusal and search disagree, also after a lost answer', async () => {
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: false }, 1);
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161129 }, Infinity);
	const { error } = await restore([idNumber(0)]);
	expect(failureOf(error[0]).hint).toContain('search shows this person as “withdrawn”');
});

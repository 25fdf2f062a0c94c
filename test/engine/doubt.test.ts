/** A change in doubt: what counts as proof of it, what does not, and what is said where nothing proves it. */
import {
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdraw,
	withdrawnPeople,
} from '../harness/feishu';
import { useTimings } from '../harness/timings';
import { until } from '../harness/until';
import { CUSTOM_APP, type Fault } from '../../simulator';

const LAG_MS = 200;

useSimulator({ people: withdrawnPeople(3), quota: { limit: 10_000, windowMs: 60_000 } });
useTimings({ backoffBaseMs: 1, searchLagMs: LAG_MS });

const [person] = [idNumber(0)];
const once = { maxRetries: 0 };

describe('a passing internal error of Feishu is no refusal, under any HTTP status', () => {
	const cases = [
		...[200, 400, 500].map((httpStatus) => ({ code: 2200, httpStatus })),
		...[1500, 1663, 300000].map((code) => ({ code, httpStatus: 400 })),
	];

	it.each(cases)('$code with HTTP $httpStatus is tried again', async ({ code, httpStatus }) => {
		feishu().faultFor(person, { kind: 'refuse', code, httpStatus });
		const { success } = await restore([person]);
		expect(success[0]?.json).toMatchObject({ outcome: 'restored' });
		expect(feishu().callsTo('restore')).toHaveLength(2);
	});

	it.each(cases)('$code with HTTP $httpStatus after the work', async ({ code, httpStatus }) => {
		feishu().faultFor(person, { kind: 'refuse', code, httpStatus, applied: true });
		const { success } = await restore([person], { options: once });
		expect(success[0]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
	});

	it('for good it is a service failure', async () => {
		const code = 2200;
		feishu().faultFor(person, { kind: 'refuse', code, httpStatus: 200 }, Infinity);
		const { error } = await restore([person], { options: { maxRetries: 1 } });
		expect(failureOf(error[0])).toMatchObject({
			category: 'service',
			code,
			retryable: true,
			attempts: 2,
		});
	});

	it('while looking somebody up by ATS application ID', async () => {
		feishu().addPeople([{ preHireId: '9', preferredName: 'A', atsApplicationId: 'a-1' }]);
		feishu().faultNext('search', { kind: 'refuse', code: 2200, httpStatus: 200 });
		const { success } = await restore(['a-1'], {
			with: { preHireId: { __rl: true, mode: 'atsApplicationId', value: '={{ $json.id }}' } },
		});
		expect(success[0]?.json).toMatchObject({ pre_hire_id: '9', outcome: 'restored' });
	});
});

describe('a code that no table lists is no proof that nothing was done', () => {
	const unlisted: Fault = { kind: 'refuse', code: 1_234_567, applied: true };

	it('so search is asked, and its word counts', async () => {
		feishu().faultFor(person, unlisted);
		const { success } = await restore([person]);
		expect(success[0]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
		expect(feishu().callsTo('restore')).toHaveLength(1);
	});

	it('also for withdraw', async () => {
		feishu().changeStage(person, 'preboarding');
		feishu().faultFor(person, unlisted);
		const { success } = await withdraw([person]);
		expect(success[0]?.json).toMatchObject({ outcome: 'withdrawn', confirmed_by: 'search' });
	});

	it('and with HTTP 5xx it is an internal error, which is tried again', async () => {
		feishu().faultFor(person, { kind: 'refuse', code: 1_234_567, httpStatus: 502 });
		const { success } = await restore([person]);
		expect(success[0]?.json).toMatchObject({ outcome: 'restored' });
		expect(feishu().callsTo('restore')).toHaveLength(2);
	});

	it.each([
		['search shows that nothing was done', () => undefined],
		[
			'search cannot tell',
			() => feishu().setScopes(CUSTOM_APP.appId, ['corehr:pre_hire:restore_flow_instance']),
		],
	])('but where %s, Feishu’s own words stand', async (_when, arrange) => {
		arrange();
		feishu().faultFor(person, { kind: 'refuse', code: 1_234_567, msg: 'what it is' });
		const { error } = await restore([person]);
		expect(failureOf(error[0])).toMatchObject({
			category: 'unknown',
			code: 1_234_567,
			feishu_message: 'what it is',
			retryable: false,
			attempts: 1,
		});
	});
});

describe('a stage that search shows within its lag proves nothing', () => {
	const notArrived: Fault = { kind: 'cut', applied: false };

	/** Search goes on showing the stage from before the change for nearly the whole lag. */
	function changeUnseen(stage: 'withdrawn' | 'preboarding' | 'deleted'): void {
		feishu().changeStage(person, stage, { lagMs: LAG_MS * 0.8 });
	}

	it('restore: not the stage from before a withdrawal', async () => {
		feishu().changeStage(person, 'preboarding');
		changeUnseen('withdrawn');
		feishu().faultFor(person, notArrived);
		const { success, error } = await restore([person], { options: once });
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({ category: 'network', retryable: true });
		expect(feishu().person(person).onboardingStatus).toBe('withdrawn');
	});

	it('withdraw: not the stage from before a restore', async () => {
		changeUnseen('preboarding');
		feishu().faultFor(person, notArrived);
		const { success, error } = await withdraw([person], { options: once });
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({ category: 'network' });
	});

	it('a conflict: not the stage from before a withdrawal', async () => {
		feishu().changeStage(person, 'preboarding');
		changeUnseen('withdrawn');
		feishu().faultFor(person, { kind: 'refuse', code: 1161116 });
		const { success, error } = await restore([person], { options: once });
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({ category: 'conflict' });
	});

	it('Succeed If Active: not the stage from before somebody was deleted', async () => {
		feishu().changeStage(person, 'preboarding');
		changeUnseen('deleted');
		const { success, error } = await restore([person], {
			options: { ifNotWithdrawn: 'succeedIfActive' },
		});
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({ category: 'wrong_stage', code: 1161129 });
	});

	it('and the lag counts from the end of the last try: until then Feishu may carry it out', async () => {
		// The work is done just before the timeout, and search shows it a lag later.
		feishu().setSearchLag(LAG_MS * 0.8);
		feishu().faultFor(person, { kind: 'hang', applied: true, afterMs: 950 });
		const { success } = await restore([person], { options: { ...once, timeout: 1_000 } });
		expect(success[0]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
	});
});

describe('people in doubt are looked up together', () => {
	useSimulator({
		people: withdrawnPeople(100, { onboardingStatus: 'preboarding' }),
		quota: { limit: 10_000, windowMs: 60_000 },
	});
	const lagMs = 2_500;
	useTimings({ backoffBaseMs: 1, searchLagMs: lagMs });
	const ids = Array.from({ length: 100 }, (_, index) => idNumber(index));
	const options = { ifNotWithdrawn: 'succeedIfActive' };

	// A hundred: as many as one search may ask for.
	it.each([
		[100, 'continueErrorOutput'],
		[40, 'stopWorkflow'],
	] as const)('%i who are back already cost a search or two, under %s', async (count, onError) => {
		const people = ids.slice(0, count);
		const { success } = await restore(people, { options, onError });
		expect(success.map(({ json }) => json.outcome)).toEqual(people.map(() => 'already_restored'));
		// Whoever comes within a lag is asked about together: a slow machine brings them over several.
		const times = feishu()
			.callsTo('restore')
			.map(({ at }) => at);
		const lags = Math.floor((Math.max(...times) - Math.min(...times)) / lagMs);
		expect(feishu().callsTo('search').length).toBeLessThanOrEqual(2 + lags);
	});

	it('each is told of themselves, and one whom search does not show does not harm the others', async () => {
		feishu().changeStage(idNumber(1), 'deleted');
		const { success, error } = await restore([idNumber(0), idNumber(1), '404', idNumber(2)], {
			options,
		});
		expect(success.map(({ json }) => json.pre_hire_id)).toEqual([idNumber(0), idNumber(2)]);
		expect(error.map((item) => failureOf(item).category)).toEqual(['wrong_stage', 'not_found']);
		expect(feishu().callsTo('search')).toHaveLength(1);
	});

	it.each(['continueErrorOutput', 'stopWorkflow'] as const)(
		'a duplicate waits for the answer without keeping the first one from it, under %s',
		async (onError) => {
			const { success } = await restore([idNumber(0), idNumber(1), idNumber(0)], {
				onError,
				options: { ...options, maxConcurrency: 1 },
			});
			expect(success.map(({ json }) => json.outcome)).toEqual(Array(3).fill('already_restored'));
		},
	);

	it('under Stop Workflow nobody new begins while a change is in doubt', async () => {
		feishu().changeStage(idNumber(0), 'withdrawn');
		feishu().faultFor(idNumber(0), { kind: 'cut', applied: false });
		const { thrown } = await restore([idNumber(0), idNumber(1)], {
			onError: 'stopWorkflow',
			options: { ...once, maxConcurrency: 1 },
		});
		expect(thrown?.message).toBe('The connection to Feishu broke');
		expect(feishu().callsTo('restore')).toHaveLength(1);
	});
});

it('a change that search did not show is not called impossible: the next run may find it', async () => {
	feishu().faultFor(person, { kind: 'cut', applied: true, afterMs: LAG_MS * 3 });
	const { error } = await restore([person], { options: once });
	expect(failureOf(error[0])).toMatchObject({
		category: 'network',
		retryable: true,
		hint: expect.stringMatching(/did not show the change 1 second later.*Succeed If Active/),
	});
	await until(() => feishu().person(person).onboardingStatus === 'preboarding');
	const { success } = await restore([person], {
		options: { ifNotWithdrawn: 'succeedIfActive' },
	});
	expect(success[0]?.json).toMatchObject({ outcome: 'already_restored' });
});

it('a credential that is changed to another app ends a change in doubt as not known, and sends nothing there', async () => {
	const credentials = customAppCredential();
	feishu().faultFor(person, { kind: 'hang', applied: true }, 1);
	const run = restore([person], { credentials, options: { timeout: 1_500, maxRetries: 2 } });
	await until(() => feishu().callsTo('restore').length === 1);
	credentials.edit({ appId: 'cli_another', appSecret: 'another' });
	const { error } = await run;
	expect(failureOf(error[0])).toMatchObject({ category: 'unknown_outcome', attempts: 1 });
	expect(feishu().callsTo('restore')).toHaveLength(1);
});

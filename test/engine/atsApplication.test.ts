/** By ATS Application ID: few searches, one answer. */
import {
	customAppCredential,
	failureOf,
	failuresOf,
	feishu,
	restore,
	storeAppCredential,
	useSimulator,
	withdraw,
	type OperationRun,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { OnboardingStatus } from '../../simulator';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';

const COUNT = 250;

useSimulator({
	people: Array.from({ length: COUNT }, (_, index) => ({
		preHireId: String(1_000 + index),
		preferredName: `Person ${index}`,
		atsApplicationId: `ats-${index}`,
	})),
	quota: { limit: 10_000, windowMs: 60_000 },
});
useTimings({ ...QUICK, atsPassMs: 60_000 });

const byAts = (run: OperationRun = {}): OperationRun => ({
	...run,
	with: { preHireId: { __rl: true, mode: 'atsApplicationId', value: '={{ $json.id }}' } },
});

/** Calls for one pass: the withdrawn on three pages, and one page each for those who are or were on the way in. */
const ONE_PASS = Math.ceil(COUNT / 100) + 3;

const applications = Array.from({ length: 100 }, (_, index) => `ats-${index}`);

it('costs one pass for 100 items', async () => {
	const { success, error } = await restore(applications, byAts());
	expect(error).toEqual([]);
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual(
		applications.map((_, index) => String(1_000 + index)),
	);
	expect(feishu().callsTo('search')).toHaveLength(ONE_PASS);
	expect(feishu().callsTo('restore')).toHaveLength(100);
});

it('costs no more for 50 executions at once', async () => {
	const credentials = customAppCredential();
	const runs = await Promise.all(
		applications.slice(0, 50).map(async (id) => await restore([id], byAts({ credentials }))),
	);
	expect(runs.map(({ success }) => success.length)).toEqual(Array(50).fill(1));
	expect(feishu().callsTo('search')).toHaveLength(ONE_PASS);
});

it('finds in a second run the people that the first one restored', async () => {
	await restore(applications.slice(0, 10), byAts());
	timing.atsPassMs = 0;
	const options = { ifNotWithdrawn: 'succeedIfActive' };
	const { success } = await restore(applications.slice(0, 10), byAts({ options }));
	expect(success.map(({ json }) => json.outcome)).toEqual(Array(10).fill('already_restored'));
	const plain = await restore(applications.slice(0, 1), byAts());
	expect(failureOf(plain.error[0])).toMatchObject({
		code: 1161129,
		category: 'wrong_stage',
		pre_hire_id: '1000',
	});
});

it('says so when nobody has the ID, and asks once for all who have none', async () => {
	const { error, success } = await restore(
		['ats-0', 'nobody', 'none', 'no one'],
		byAts({ options: { maxConcurrency: 1 } }),
	);
	expect(success).toHaveLength(1);
	expect(failuresOf(error)).toEqual(
		['nobody', 'none', 'no one'].map((id) =>
			expect.objectContaining({
				code: 'ATS_APPLICATION_NOT_FOUND',
				category: 'not_found',
				message: `No withdrawn pre-hire has the ATS application ID ${id}`,
				attempts: 0,
			}),
		),
	);
	// Several pages are read once more: somebody may have moved between them meanwhile.
	expect(feishu().callsTo('search')).toHaveLength(ONE_PASS + Math.ceil(COUNT / 100));
});

it('says so when two people have the ID, and names them', async () => {
	feishu().addPeople([{ preHireId: '9', preferredName: 'Twin', atsApplicationId: 'ats-0' }]);
	const { error } = await restore(['ats-0'], byAts());
	expect(failureOf(error[0])).toMatchObject({
		code: 'ATS_APPLICATION_NOT_UNIQUE',
		category: 'invalid_input',
		hint: expect.stringContaining('1000, 9'),
	});
	expect(feishu().callsTo('restore')).toEqual([]);
});

it('finds people to withdraw among those who are about to join', async () => {
	feishu().addPeople([
		{
			preHireId: '8',
			preferredName: 'Soon',
			atsApplicationId: 'soon',
			onboardingStatus: 'preboarding',
		},
		{
			preHireId: '9',
			preferredName: 'Today',
			atsApplicationId: 'today',
			onboardingStatus: 'day_one',
		},
	]);
	const { success, error } = await withdraw(['soon', 'today', 'ats-0'], byAts());
	expect(success.map(({ json }) => [json.pre_hire_id, json.outcome])).toEqual([
		['8', 'withdrawn'],
		['9', 'withdrawn'],
	]);
	// Somebody who is withdrawn already is the answer, and Feishu refuses.
	expect(failureOf(error[0])).toMatchObject({ category: 'wrong_stage', pre_hire_id: '1000' });
});

describe('the same application ID in two stages', () => {
	const add = (...people: Array<[string, OnboardingStatus]>) =>
		feishu().addPeople(
			people.map(([preHireId, onboardingStatus]) => ({
				preHireId,
				preferredName: `Person ${preHireId}`,
				atsApplicationId: 'twice',
				onboardingStatus,
			})),
		);
	const succeedIfActive = { ifNotWithdrawn: 'succeedIfActive' };

	it.each(['preboarding', 'day_one', 'completed'] as const)(
		'restore takes the one who is %s already, and restores no old record',
		async (stage) => {
			add(['8', 'withdrawn'], ['9', stage]);
			const { success } = await restore(['twice'], byAts({ options: succeedIfActive }));
			expect(success[0]?.json).toMatchObject({ pre_hire_id: '9', outcome: 'already_restored' });
			const plain = await restore(['twice'], byAts());
			expect(failureOf(plain.error[0])).toMatchObject({
				category: 'wrong_stage',
				pre_hire_id: '9',
			});
			expect(feishu().person('8').onboardingStatus).toBe('withdrawn');
		},
	);

	it.each([
		['restore', () => add(['7', 'withdrawn'], ['8', 'preboarding'], ['9', 'completed'])],
		['withdraw', () => add(['8', 'preboarding'], ['9', 'day_one'])],
	] as const)('%s chooses nobody among two who would both do', async (operation, arrange) => {
		arrange();
		const run = operation === 'restore' ? restore : withdraw;
		const { error } = await run(['twice'], byAts());
		expect(failureOf(error[0])).toMatchObject({
			code: 'ATS_APPLICATION_NOT_UNIQUE',
			category: 'invalid_input',
			hint: expect.stringContaining('8, 9'),
			attempts: 0,
		});
		expect(feishu().callsTo(operation)).toEqual([]);
	});
});

it.each(['', '  '])('sends nothing by a row of search whose ID is %j', async (value) => {
	feishu().faultNext('search', { kind: 'blankIds', value }, Infinity);
	const { error } = await restore(['ats-0', 'ats-1'], byAts({ options: { maxRetries: 0 } }));
	expect(failuresOf(error)).toMatchObject([
		{ code: 'SEARCH_NOT_UNDERSTOOD', category: 'service' },
		{ code: 'SEARCH_NOT_UNDERSTOOD', category: 'service' },
	]);
	expect(feishu().callsTo('restore')).toEqual([]);
});

describe('where pages shift while they are read', () => {
	beforeEach(() => feishu().setSearchPaging('offset'));

	it('somebody whom a pass did not show is looked for once more', async () => {
		// Between the first page and the second, a hundred people leave the stage: the next hundred move to the first page.
		feishu().faultPlan(({ api, nth }) => {
			if (api === 'search' && nth === 2) {
				for (let index = 0; index < 100; index += 1) {
					feishu().changeStage(String(1_000 + index), 'preboarding');
				}
			}
			return undefined;
		});
		const { success, error } = await restore(['ats-150'], byAts());
		expect(error).toEqual([]);
		expect(success[0]?.json).toMatchObject({ pre_hire_id: '1150', outcome: 'restored' });
	});
});

it('serves no page of another tenant where the credential is changed during a pass, and restores nobody there', async () => {
	const [tenantA, tenantB] = ['tenant-a', 'tenant-b'];
	feishu().addPeople(
		[tenantA, tenantB].flatMap((tenant) =>
			Array.from({ length: 150 }, (_, index) => ({
				tenant,
				preHireId: String((tenant === tenantA ? 3_000 : 6_000) + index),
				preferredName: `${tenant} ${index}`,
				atsApplicationId: `both-${index}`,
			})),
		),
	);
	const credentials = storeAppCredential({ tenantKey: tenantA });
	timing.credentialAgeMs = 0;
	feishu().faultPlan(({ api, nth }) => {
		if (api === 'search' && nth === 1) credentials.edit({ tenantKey: tenantB });
		return undefined;
	});
	const { success, error } = await restore(['both-10', 'both-140'], byAts({ credentials }));
	expect(error).toEqual([]);
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual(['6010', '6140']);
	expect(
		feishu()
			.people(tenantA)
			.filter(({ restoredTimes }) => restoredTimes > 0),
	).toEqual([]);
});

it('asks afresh for somebody whom an older pass did not have', async () => {
	await restore(['ats-0'], byAts());
	feishu().addPeople([{ preHireId: '9', preferredName: 'New', atsApplicationId: 'new' }]);
	const { success } = await restore(['new'], byAts());
	expect(success[0]?.json.pre_hire_id).toBe('9');
});

it('treats two application IDs of the same person as one', async () => {
	// Between the two passes the recruiting system gives the person another application ID.
	const credentials = customAppCredential();
	await restore(['ats-1'], byAts({ credentials }));
	// As long as the restore takes, search still shows the person withdrawn.
	feishu().faultFor('1000', { kind: 'latency', ms: 300 });
	const first = restore(['ats-0', 'moved'], byAts({ credentials }));
	Object.assign(feishu().person('1000'), { atsApplicationId: 'moved' });
	const { success } = await first;
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual(['1000', '1000']);
	expect(feishu().callsTo('restore')).toHaveLength(2);
});

it('names the missing scope for every item, and asks once', async () => {
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
	const { error } = await restore(applications.slice(0, 20), byAts());
	expect(error).toHaveLength(20);
	expect(failureOf(error[0])).toMatchObject({
		category: 'permission',
		missing_scopes: expect.any(Array),
	});
	// Search was asked once; no restore was sent for anybody.
	expect(failuresOf(error).map(({ attempts }) => attempts)).toEqual(Array(20).fill(0));
	expect(feishu().callsTo('search')).toHaveLength(1);
});

it('remembers the passes of the fifty tenants that asked last, and no more', async () => {
	const credentials = customAppCredential();
	const askFor = async (id: string) => {
		expect((await restore([id], byAts({ credentials }))).success).toHaveLength(1);
		return feishu()
			.callsTo('search')
			.filter(({ body, query }) => isOverWithdrawn(body) && query.page_token === undefined).length;
	};
	const askInOthers = async (from: number, count: number) => {
		const tenants = Array.from({ length: count }, (_, index) => `t${from + index}`);
		const others = storeAppCredential({ tenantKey: '={{ $json.id }}' });
		const options = { maxRetries: 0 };
		const { error } = await restore(tenants, byAts({ credentials: others, options }));
		expect(error).toHaveLength(count);
	};
	expect(await askFor('ats-0')).toBe(1);
	await askInOthers(0, 49);
	expect(await askFor('ats-1')).toBe(1);
	await askInOthers(49, 50);
	expect(await askFor('ats-2')).toBe(2);
});

function isOverWithdrawn(body: unknown): boolean {
	return (body as { onboarding_status?: string }).onboarding_status === 'withdrawn';
}

it.each([
	['an empty ID', '', 'INVALID_ATS_APPLICATION_ID'],
	['an object', {}, 'INVALID_ATS_APPLICATION_ID'],
	['a number that lost digits', Number('7137809347463546412'), 'INVALID_ATS_APPLICATION_ID'],
])('refuses %s without a call', async (_name, id, code) => {
	const { error } = await restore([{ id: id as never }], byAts());
	expect(failureOf(error[0]).code).toBe(code);
	expect(feishu().calls).toEqual([]);
});

it('does not fail for the fewer retries of another execution', async () => {
	const credentials = customAppCredential();
	feishu().faultPlan(({ api, nth }) =>
		api === 'search' && nth === 1 ? { kind: 'cut', applied: false } : undefined,
	);
	const [impatient, patient] = await Promise.all([
		restore(['ats-0'], { ...byAts(), credentials, options: { maxRetries: 0 } }),
		restore(['ats-1'], { ...byAts(), credentials }),
	]);
	expect(failuresOf(impatient.error)).toMatchObject([{ category: 'network' }]);
	expect(patient.success).toHaveLength(1);
});

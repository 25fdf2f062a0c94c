/** Whatever comes in and whatever breaks: every input is accounted for exactly once, in order, as the record says. */
import fc from 'fast-check';

import type { NodeResult } from '../harness/engine';
import { failureOf, linksOf, restore, sources, type OperationRun } from '../harness/feishu';
import { CredentialStore, useCredentialLatency } from '../harness/credentialStore';
import { QUICK, useTimings } from '../harness/timings';
import {
	CUSTOM_APP,
	startSimulator,
	type Fault,
	type FeishuSimulator,
	type PersonSeed,
} from '../../simulator';

const SEARCH_LAG_MS = 30;

useTimings({ ...QUICK, searchLagMs: SEARCH_LAG_MS });
useCredentialLatency(1);

const PEOPLE: PersonSeed[] = [
	...Array.from({ length: 6 }, (_, index) => ({
		preHireId: `10${index}`,
		preferredName: `P${index}`,
	})),
	{ preHireId: '200', preferredName: 'Full', refuse: 1161063 },
	{ preHireId: '201', preferredName: 'Mail', refuse: 1161036 },
	{ preHireId: '202', preferredName: 'Back', onboardingStatus: 'day_one' },
	{ preHireId: '203', preferredName: 'Gone', onboardingStatus: 'deleted' },
];

const item = fc.record({
	id: fc.constantFrom(...PEOPLE.map(({ preHireId }) => preHireId), '404', '', 'x'),
	force: fc.constantFrom<boolean | string>(true, false, 'true', 'maybe'),
});

const fault = fc.oneof(
	fc.record({
		kind: fc.constantFrom('cut', 'html', 'empty', 'truncatedJson', 'successFalse'),
		applied: fc.boolean(),
	}),
	fc.record({
		kind: fc.constant('serverError'),
		code: fc.constantFrom(1161000, 1161204),
		applied: fc.boolean(),
	}),
	fc.record({ kind: fc.constant('refuse'), code: fc.constantFrom(1161116, 1161097) }),
	// Passing internal errors and codes that nobody lists, with and without the work done.
	fc.record({
		kind: fc.constant('refuse'),
		code: fc.constantFrom(2200, 300000, 1_234_567),
		httpStatus: fc.constantFrom(200, 400),
		applied: fc.boolean(),
	}),
	fc.constant({ kind: 'proxyRefusal' }),
	fc.constant({ kind: 'tooMany', code: 99991400, resetSeconds: 0.01 }),
) as fc.Arbitrary<Fault>;

const scenario = fc.record({
	items: fc.array(item, { minLength: 1, maxLength: 14 }),
	faults: fc.array(
		fc.record({ id: fc.constantFrom(...PEOPLE.map(({ preHireId }) => preHireId)), fault }),
		{ maxLength: 8 },
	),
	maxConcurrency: fc.integer({ min: 1, max: 8 }),
	maxRetries: fc.integer({ min: 0, max: 2 }),
	ifNotWithdrawn: fc.constantFrom('fail', 'succeedIfActive'),
	onError: fc.constantFrom<OperationRun['onError'][]>(
		'continueErrorOutput',
		'continueRegularOutput',
		'stopWorkflow',
	),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

it('accounts for every input exactly once', async () => {
	await fc.assert(
		fc.asyncProperty(scenario, async (drawn) => {
			const searchLagMs = SEARCH_LAG_MS / 2;
			const feishu = await startSimulator({ people: PEOPLE, searchLagMs, searchPaging: 'offset' });
			try {
				drawn.faults.forEach(({ id, fault: what }) => feishu.faultFor(id, what, 1));
				check(drawn, await run(feishu, drawn), feishu);
			} finally {
				await feishu.stop();
			}
		}),
		{ numRuns: 60 },
	);
});

async function run(feishu: FeishuSimulator, drawn: Scenario): Promise<NodeResult> {
	const { items, onError, maxConcurrency, maxRetries, ifNotWithdrawn } = drawn;
	const options = { maxConcurrency, maxRetries, ifNotWithdrawn };
	return await restore(items, {
		onError,
		options,
		with: { confirmWorkforce: '={{ $json.force }}' },
		credentials: new CredentialStore(sources.credential, {
			environment: 'custom',
			customBaseUrl: feishu.url,
			appId: CUSTOM_APP.appId,
			appSecret: CUSTOM_APP.appSecret,
		}),
	});
}

function check(drawn: Scenario, result: NodeResult, feishu: FeishuSimulator): void {
	const { success, error, thrown } = result;
	for (const person of feishu.people()) expect(person.restoredTimes).toBeLessThanOrEqual(1);
	if (drawn.onError === 'stopWorkflow' && thrown !== undefined) {
		expect([success, error]).toEqual([[], []]);
		expect(namedAsRestored(thrown.description).filter(wasWithdrawn)).toEqual(
			restoredPeople(feishu),
		);
		return;
	}
	expect(thrown).toBeUndefined();
	const outputs = [...success, ...error];
	expect(sorted(linksOf(outputs))).toEqual(drawn.items.map((_, index) => index));
	for (const branch of [success, error]) expect(linksOf(branch)).toEqual(sorted(linksOf(branch)));
	const claimed = new Set<string>();
	for (const output of outputs) {
		const input = drawn.items[linksOf([output])[0] ?? -1];
		const id = input?.id ?? '';
		if (output.json.success === true) {
			expect(output.json.pre_hire_id).toBe(id);
			expect(feishu.person(id).onboardingStatus).not.toBe('withdrawn');
			if (output.json.outcome === 'restored') claimed.add(id);
		} else {
			const { category, attempts } = failureOf(output);
			// Search can always tell here.
			expect(category).not.toBe('unknown_outcome');
			// A later item about the same person, with force, may have restored them since.
			const isAlone = drawn.items.filter((other) => other.id === id).length === 1;
			if (isAlone) {
				expect(stageAfter(feishu, id)).toBe(stageBefore(id));
				if (category === 'wrong_stage') expect(stageBefore(id)).toMatch(/day_one|deleted/);
			}
			expect(attempts).toBeLessThanOrEqual(feishu.callsTo('restore').length);
		}
	}
	// Whoever was restored is told so, and nobody else.
	expect([...claimed].filter(wasWithdrawn).sort()).toEqual(restoredPeople(feishu));
}

/** Where somebody stands before the run; undefined = Feishu knows nobody by that ID. */
function stageBefore(id: string): string | undefined {
	const person = PEOPLE.find(({ preHireId }) => preHireId === id);
	return person === undefined ? undefined : (person.onboardingStatus ?? 'withdrawn');
}

/** Of somebody who was active before, a lost answer leaves open whether it was this restore. */
function wasWithdrawn(id: string): boolean {
	return stageBefore(id) === 'withdrawn';
}

function stageAfter(feishu: FeishuSimulator, id: string): string | undefined {
	return feishu.people().find(({ preHireId }) => preHireId === id)?.onboardingStatus;
}

function restoredPeople(feishu: FeishuSimulator): string[] {
	return feishu
		.people()
		.filter(({ restoredTimes }) => restoredTimes === 1)
		.map(({ preHireId }) => preHireId)
		.sort();
}

/** Whom the error that ended a run names as restored by it. */
function namedAsRestored(description: string | null | undefined): string[] {
	const names = /(?<!Already )[Rr]estored: ([\d, ]+)\./.exec(description ?? '')?.[1] ?? '';
	return [...new Set(names.split(', ').filter((id) => id !== ''))].sort();
}

function sorted(numbers: number[]): number[] {
	return [...numbers].sort((a, b) => a - b);
}

/** Creates under faults before and after they are applied: what the run claims is what Feishu holds, and nobody is there twice. */
import type { NodeResult } from '../harness/engine';
import {
	candidate,
	create,
	failureOf,
	failuresOf,
	feishu,
	linksOf,
	useSimulator,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { Fault, FaultPlan } from '../../simulator';

useSimulator({ people: [] });
useTimings({ ...QUICK, quotaWindowMs: 600 });

const LOST: Array<(applied: boolean) => Fault> = [
	(applied) => ({ kind: 'cut', applied }),
	(applied) => ({ kind: 'html', applied }),
	(applied) => ({ kind: 'noData', applied }),
	(applied) => ({ kind: 'refuse', code: 2200, applied }),
	(applied) => ({ kind: 'serverError', code: 1161000, applied }),
];

const EACH_LOST = LOST.flatMap((fault) => [true, false].map((applied) => fault(applied)));

/** The people that the successes name are those that Feishu has, each once; of the doubtful nothing is claimed. */
function account({ success, error }: NodeResult, count: number): void {
	expect(linksOf([...success, ...error]).sort((a, b) => a - b)).toEqual(
		Array.from({ length: count }, (_, index) => index),
	);
	const held = new Map(
		feishu()
			.people()
			.map(({ outBizId, preHireId }) => [outBizId, preHireId]),
	);
	expect(held.size).toBe(feishu().people().length);
	for (const { json } of success) expect(json.pre_hire_id).toBe(held.get(String(json.external_id)));
	const claimed = success.map(({ json }) => json.external_id);
	const doubtful = failuresOf(error)
		.filter(({ category }) => category === 'unknown_outcome')
		.map(({ external_id }) => external_id);
	expect([...held.keys()].filter((id) => !claimed.includes(id) && !doubtful.includes(id))).toEqual(
		[],
	);
}

it.each(EACH_LOST)('settles %j by sending the same again', async (fault) => {
	feishu().faultNext('create', fault);
	const result = await create([candidate(1)], { options: { maxRetries: 1 } });
	account(result, 1);
	expect(linksOf(result.success)).toEqual([0]);
	const [first, second] = feishu().callsTo('create');
	expect(second?.body).toEqual(first?.body);
});

it.each(EACH_LOST)(
	'calls the outcome unknown when the tries are used up after %j',
	async (fault) => {
		feishu().faultNext('create', fault, Infinity);
		const { error } = await create([candidate(1)], { options: { maxRetries: 1 } });
		expect(failureOf(error[0])).toMatchObject({
			category: 'unknown_outcome',
			retryable: false,
			external_id: 'invented-ats-000001',
			attempts: 2,
			message: 'It is not known whether this pre-hire was created',
			hint: expect.stringContaining(
				'Run this item again with the same external ID: that is harmless',
			),
		});
		feishu().clearFaults();
		account(await create([candidate(1)]), 1);
	},
);

it('keeps a doubt where the repeat is refused as a duplicate of the first try', async () => {
	feishu().decide({ duplicatesBeforeKey: true });
	feishu().faultNext('create', { kind: 'cut', applied: true });
	const result = await create([candidate(1)], { options: { maxRetries: 1 } });
	account(result, 1);
	expect(failureOf(result.error[0])).toMatchObject({
		code: 1161029,
		category: 'unknown_outcome',
		hint: expect.stringContaining('The phone number belongs to another pre-hire'),
	});
});

it('accounts for everybody, nobody twice, where something goes wrong for every twentieth', async () => {
	const KINDS: ReadonlyArray<Fault | 'tokenDeath'> = [
		{ kind: 'cut', applied: true },
		'tokenDeath',
		{ kind: 'cut', applied: false },
		{ kind: 'refuse', code: 2200, applied: true },
		{ kind: 'tooMany', code: 99991400, resetSeconds: 0.01 },
		{ kind: 'refuse', code: 2200 },
	];
	const struck = new Set<number>();
	const plan: FaultPlan = ({ outBizId }) => {
		const number = Number(outBizId?.slice(-6));
		if (outBizId === undefined || number % 20 !== 0 || struck.has(number)) return undefined;
		struck.add(number);
		const kind = KINDS[(number / 20) % KINDS.length];
		if (kind !== 'tokenDeath') return kind;
		feishu().revokeTokens();
		return undefined;
	};
	feishu().faultPlan(plan);
	const count = 200;
	const people = Array.from({ length: count }, (_, index) => candidate(index));
	const result = await create(people, { options: { maxConcurrency: 20 } });
	account(result, count);
	expect(failuresOf(result.error)).toEqual([]);
	expect(linksOf(result.success)).toHaveLength(count);
	expect(feishu().people()).toHaveLength(count);
});

it('says after a stop whom it created, and that the run can be started again as it is', async () => {
	feishu().faultPlan(({ outBizId }) =>
		outBizId === 'invented-ats-000002' ? { kind: 'refuse', code: 1161063 } : undefined,
	);
	const people = [1, 2, 3].map((number) => candidate(number));
	const { thrown } = await create(people, {
		onError: 'stopWorkflow',
		options: { maxConcurrency: 1 },
	});
	const [first] = feishu().people();
	expect(thrown?.description).toContain(`Created or existing: ${first?.preHireId}.`);
	expect(thrown?.description).toContain('external_id: invented-ats-000002');
	expect(thrown?.description).toContain('can be started again as it is');
	feishu().clearFaults();
	account(await create(people), 3);
});

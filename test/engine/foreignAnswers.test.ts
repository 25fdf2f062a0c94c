/** Answers that are none of Feishu's: each ends as one error item, and none is believed. */
import {
	failureOf,
	feishu,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { startSimulator, type Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(3) });
useTimings(QUICK);

const THREE = [0, 1, 2].map((index) => ({ id: idNumber(index), note: `note ${index}` }));

function refuseSecond(fault: Fault): void {
	feishu().faultFor(idNumber(1), fault, Infinity);
}

describe('an answer that is no answer', () => {
	const cases: Array<[string, Fault, { code: unknown; category: string }]> = [
		[
			'a code outside the table',
			{ kind: 'refuse', code: 1169999 },
			{ code: 1169999, category: 'unknown' },
		],
		[
			'success: false',
			{ kind: 'successFalse', applied: false },
			{ code: 'SUCCESS_NOT_REPORTED', category: 'unknown' },
		],
		[
			'code 0 without data',
			{ kind: 'noData', applied: false },
			{ code: 'SUCCESS_NOT_REPORTED', category: 'unknown' },
		],
		[
			'a gateway’s HTML page',
			{ kind: 'html', applied: false },
			{ code: 'NOT_FEISHU_JSON', category: 'service' },
		],
		[
			'an empty body',
			{ kind: 'empty', applied: false },
			{ code: 'NOT_FEISHU_JSON', category: 'service' },
		],
		['plain text', { kind: 'notFoundText' }, { code: 'NOT_FEISHU_JSON', category: 'service' }],
		[
			'half a JSON',
			{ kind: 'truncatedJson', applied: false },
			{ code: 'NOT_FEISHU_JSON', category: 'service' },
		],
	];

	it('goes to the error output as one item, whatever it is, and nobody is restored', async () => {
		const ids = cases.map((_, index) => String(index + 1));
		feishu().addPeople(ids.map((preHireId) => ({ preHireId, preferredName: 'X' })));
		cases.forEach(([, fault], index) => feishu().faultFor(String(index + 1), fault, Infinity));
		const { success, error } = await restore([...ids, idNumber(0)], { options: { maxRetries: 0 } });
		expect(linksOf(success)).toEqual([cases.length]);
		expect(error.map(({ json }) => json)).toMatchObject(
			cases.map(([, , expected], index) => ({ id: ids[index], error: expected })),
		);
		for (const id of ids) expect(feishu().person(id).onboardingStatus).toBe('withdrawn');
	});

	describe('with a code of this node’s own', () => {
		const expected = { code: 'NOT_FEISHU_JSON', category: 'service' };

		beforeEach(() => refuseSecond({ kind: 'html', applied: false }));

		it('stays in place on the one output under Continue', async () => {
			const { success, error, thrown } = await restore(THREE, {
				onError: 'continueRegularOutput',
				options: { maxRetries: 0 },
			});
			expect([thrown, error]).toEqual([undefined, []]);
			expect(linksOf(success)).toEqual([0, 1, 2]);
			expect(success[1]?.json).toEqual({ error: expect.objectContaining(expected) });
		});

		it('ends the execution with the same facts under Stop', async () => {
			const { success, thrown } = await restore(THREE, {
				onError: 'stopWorkflow',
				options: { maxRetries: 0, maxConcurrency: 1 },
			});
			expect(success).toEqual([]);
			expect(thrown).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 1 } });
			for (const fact of [expected.category, idNumber(1), `Restored: ${idNumber(0)}.`]) {
				expect(thrown?.description).toContain(fact);
			}
			expect(feishu().person(idNumber(2)).onboardingStatus).toBe('withdrawn');
		});
	});

	it('a redirect is not followed: the token must not go elsewhere', async () => {
		const elsewhere = await startSimulator();
		try {
			refuseSecond({ kind: 'redirect', to: `${elsewhere.url}/open-apis/application/v6/scopes` });
			const { success, error } = await restore(THREE, { options: { maxRetries: 0 } });
			expect(linksOf(success)).toEqual([0, 2]);
			expect(failureOf(error[0])).toMatchObject({ code: 'NOT_FEISHU_JSON', http_status: 302 });
			expect(elsewhere.calls).toEqual([]);
		} finally {
			await elsewhere.stop();
		}
	});

	it('a right answer with the wrong content type is a success', async () => {
		refuseSecond({ kind: 'wrongContentType', applied: true });
		const { success } = await restore(THREE);
		expect(success).toHaveLength(3);
	});

	it('does not believe code 0 with success: false even where the person was restored', async () => {
		refuseSecond({ kind: 'successFalse', applied: true });
		const { success } = await restore(THREE);
		expect(success[1]?.json).toMatchObject({ outcome: 'restored', confirmed_by: 'search' });
	});
});

it('takes HTTP 429 without Feishu’s JSON for a rate limit: nothing was done', async () => {
	refuseSecond({ kind: 'html', status: 429, applied: false });
	const { success, error } = await restore(THREE, { options: { maxRetries: 0 } });
	expect(linksOf(success)).toEqual([0, 2]);
	expect(failureOf(error[0])).toMatchObject({
		category: 'rate_limit',
		retryable: true,
		attempts: feishu().callsTo('restore').length - 2,
	});
	expect(feishu().callsTo('search')).toEqual([]);
});

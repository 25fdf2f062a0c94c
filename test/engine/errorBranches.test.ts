/** Which output receives which failure, in all three error modes, and what stands in it. */
import {
	failureOf,
	failuresOf,
	feishu,
	getMany,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { watchLogs } from '../harness/logs';
import { QUICK, useTimings } from '../harness/timings';
import { RESTORE_CODES as PAGE, type Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(3) });
useTimings(QUICK);

/** The categories of the contract; all others are of the work email. */
const CATEGORY: Record<number, string> = {
	1161001: 'invalid_input',
	1161063: 'headcount',
	1161097: 'permission',
	1161120: 'permission',
	1161105: 'not_found',
	1161129: 'wrong_stage',
	1161116: 'conflict',
	1161604: 'rate_limit',
	1161000: 'service',
	1161204: 'service',
};

const RETRYABLE = ['conflict', 'rate_limit', 'service'];

const RESTORE_ONLY = ['corehr:pre_hire:restore_flow_instance'];

const THREE = [0, 1, 2].map((index) => ({ id: idNumber(index), note: `note ${index}` }));

const pageCodes = Object.keys(PAGE).map(Number);

function refuseSecond(fault: Fault): void {
	feishu().faultFor(idNumber(1), fault, Infinity);
}

/** What the item about `id` says of a code of the page, where the app may not search. */
function expectedFailure(code: number, id: string, maxRetries = 0) {
	const category = CATEGORY[code] ?? 'work_email';
	// Nobody can tell whether Feishu did the work before it failed.
	const isDoubtful = category === 'service';
	return {
		code,
		category: isDoubtful ? 'unknown_outcome' : category,
		retryable: !isDoubtful && RETRYABLE.includes(category),
		message: isDoubtful
			? expect.stringMatching(/^It is not known whether /)
			: expect.stringMatching(new RegExp(`^[A-Z].+\\(${code}\\)$`)),
		hint: expect.stringMatching(/^[A-Z].{20,}\.$/),
		feishu_message: expect.any(String),
		http_status: PAGE[code]?.status,
		log_id: expect.stringMatching(/^\w{20,}$/),
		pre_hire_id: id,
		// A call too many is no retry: it is given up after ten.
		attempts:
			category === 'rate_limit'
				? expect.any(Number)
				: 1 + (RETRYABLE.includes(category) ? maxRetries : 0),
		...(code === 1161129 && { stage: expect.any(String) }),
		...(isDoubtful && {
			missing_scopes: expect.arrayContaining(['corehr:pre_hire.search:read']),
			fix_url: expect.stringMatching(/^http/),
		}),
	};
}

it('gives each code of the API page its category, Feishu’s facts, a sentence and a way out', async () => {
	expect(pageCodes).toHaveLength(22);
	feishu().setScopes('cli_simulated_custom', RESTORE_ONLY);
	const ids = pageCodes.map(String);
	feishu().addPeople(ids.map((preHireId) => ({ preHireId, preferredName: 'X' })));
	for (const code of pageCodes) feishu().faultFor(`${code}`, { kind: 'refuse', code }, Infinity);
	const { success, error } = await restore([...ids, idNumber(0)], {
		options: { maxRetries: 1, maxConcurrency: 23 },
	});
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual([idNumber(0)]);
	expect(failuresOf(error)).toEqual(pageCodes.map((code) => expectedFailure(code, `${code}`, 1)));
	expect(linksOf(error)).toEqual(pageCodes.map((_, index) => index));
});

/** One code for each way in which a refusal is dealt with. */
const CURES: Array<[string, Fault & { code: number }]> = [
	['is final', { kind: 'refuse', code: 1161063 }],
	['can be tried again', { kind: 'refuse', code: 1161116 }],
	['leaves a doubt', { kind: 'refuse', code: 1161000 }],
	['waits for the quota', { kind: 'refuse', code: 1161604 }],
];

describe.each(CURES)('a refusal that %s, on item 2 of 3', (_name, fault) => {
	const expected = expectedFailure(fault.code, idNumber(1));

	beforeEach(() => {
		refuseSecond(fault);
		feishu().setScopes('cli_simulated_custom', RESTORE_ONLY);
	});

	it('goes to the error output with the input’s fields, the others succeed', async () => {
		const { success, error, thrown } = await restore(THREE, { options: { maxRetries: 0 } });
		expect(thrown).toBeUndefined();
		expect(success.map(({ json }) => [json.pre_hire_id, json.outcome])).toEqual([
			[idNumber(0), 'restored'],
			[idNumber(2), 'restored'],
		]);
		expect(linksOf(success)).toEqual([0, 2]);
		// n8n adds the input's fields; `error` is all that this node gives.
		expect(error.map(({ json }) => json)).toEqual([{ ...THREE[1], error: expected }]);
		expect(linksOf(error)).toEqual([1]);
	});

	it('stays in place on the one output under Continue', async () => {
		const { success, error, thrown } = await restore(THREE, {
			onError: 'continueRegularOutput',
			options: { maxRetries: 0 },
		});
		expect(thrown).toBeUndefined();
		expect(error).toEqual([]);
		expect(linksOf(success)).toEqual([0, 1, 2]);
		expect(success[1]?.json).toEqual({ error: expected });
	});

	it('ends the execution with the same facts under Stop', async () => {
		const { thrown, success } = await restore(THREE, {
			onError: 'stopWorkflow',
			options: { maxRetries: 0, maxConcurrency: 1 },
		});
		expect(success).toEqual([]);
		expect(thrown).toMatchObject({
			name: 'NodeApiError',
			message: expected.message,
			httpCode: String(expected.http_status),
			context: { itemIndex: 1 },
		});
		for (const fact of [
			expected.category,
			idNumber(1),
			`Restored: ${idNumber(0)}.`,
			'Succeed If Active',
		]) {
			expect(thrown?.description).toContain(fact);
		}
		expect(feishu().person(idNumber(2)).onboardingStatus).toBe('withdrawn');
	});
});

it('calls a service failure what search shows not to have happened', async () => {
	refuseSecond({ kind: 'refuse', code: 1161204 });
	const { success, error } = await restore(THREE, { options: { maxRetries: 1 } });
	expect(linksOf(success)).toEqual([0, 2]);
	expect(failureOf(error[0])).toMatchObject({
		code: 1161204,
		category: 'service',
		retryable: true,
		hint: expect.stringMatching(
			/^Run this item again later\. .*did not show the change.*Succeed If Active/,
		),
		attempts: 2,
	});
});

/** By the gateway's page: what a fresh token may cure. */
const TOKEN_CODES = [99991661, 99991663, 99991664, 99991665, 99991668, 99991671];

it('calls every token code that stays a matter of authentication', async () => {
	TOKEN_CODES.forEach((code, index) => {
		feishu().faultFor(`${code}`, { kind: 'unauthorized', code }, Infinity);
		feishu().addPeople([
			{ preHireId: `${code}`, preferredName: 'Refused' },
			{ preHireId: `${index + 1}`, preferredName: 'Fine' },
		]);
	});
	// Somebody who gets through stands between two who do not: several in a row would end the run.
	const items = TOKEN_CODES.flatMap((code, index) => [`${code}`, `${index + 1}`]);
	const { success, error } = await restore(items, { options: { maxConcurrency: 1 } });
	expect(success).toHaveLength(TOKEN_CODES.length);
	for (const failure of failuresOf(error)) {
		expect(failure).toMatchObject({ category: 'authentication', retryable: false, attempts: 1 });
	}
	expect(feishu().callsTo('tenantToken')).toHaveLength(1 + TOKEN_CODES.length);
});

describe('a mistake inside the node', () => {
	/** n8n's logger never throws; that it does stands for any mistake while an answer is being read. */
	const breakAt = (api: string) =>
		watchLogs(({ meta }) => {
			const line = meta as { api?: string; pre_hire_id?: string } | undefined;
			if (line?.api === api && line.pre_hire_id !== idNumber(0)) throw new RangeError('token t-1');
		});

	it('costs its own item only, and nobody claims to know how it ended', async () => {
		const repair = breakAt('restore');
		const { success, error } = await restore([idNumber(0), idNumber(1)]);
		repair();
		expect(linksOf(success)).toEqual([0]);
		expect(linksOf(error)).toEqual([1]);
		expect(failureOf(error[0])).toEqual({
			message: 'This node failed unexpectedly (RangeError)',
			code: 'UNEXPECTED',
			category: 'unknown_outcome',
			retryable: false,
			hint: expect.stringContaining('Open the person in Feishu People'),
			pre_hire_id: idNumber(1),
		});
		const { success: second } = await restore([idNumber(1)], {
			options: { ifNotWithdrawn: 'succeedIfActive' },
		});
		expect(second[0]?.json).toMatchObject({ outcome: 'already_restored' });
	});

	it('while only reading says that nobody was changed', async () => {
		const repair = breakAt('search');
		const { error } = await getMany({ returnAll: true });
		repair();
		expect(failureOf(error[0])).toMatchObject({
			code: 'UNEXPECTED',
			category: 'unknown',
			hint: expect.stringContaining('Nobody was changed'),
		});
	});
});

it('passes binary data on with a failure too, where Include Input Fields is on', async () => {
	refuseSecond({ kind: 'refuse', code: 1161063 });
	const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
	const { success, error } = await restore(THREE, {
		binary,
		options: { includeInputFields: true },
	});
	expect([...success, ...error].map((item) => item.binary)).toEqual(Array(3).fill(binary));
	expect(error[0]?.json).toMatchObject({ ...THREE[1], error: { code: 1161063 } });
	const without = await restore([THREE[1] ?? {}], { binary });
	expect(without.error.map((item) => item.binary)).toEqual([undefined]);
});

it('leaves every item to the error output when one failure hits all', async () => {
	feishu().changeSecret('cli_simulated_custom', 'another one');
	const { success, error } = await restore(THREE);
	expect(success).toEqual([]);
	expect(error.map(({ json }) => json.error)).toEqual(
		Array(3).fill(expect.objectContaining({ category: 'authentication', attempts: 0 })),
	);
	expect(feishu().callsTo('tenantToken')).toHaveLength(1);
});

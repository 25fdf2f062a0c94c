/** For every code: which output receives which item, and what stands in it, in all three error modes. */
import { RESTORE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/restore';
import { GATEWAY_CODES, TOKEN_CODES } from '../../nodes/FeishuCoreHr/feishu/answers/gatewayCodes';
import {
	failureOf,
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

/** The categories of the contract. */
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

const THREE = [0, 1, 2].map((index) => ({ id: idNumber(index), note: `note ${index}` }));

const pageCodes = Object.keys(PAGE).map(Number);

function refuseSecond(fault: Fault): void {
	feishu().faultFor(idNumber(1), fault, Infinity);
}

it('has exactly the codes of the API page in its table', () => {
	expect([...RESTORE_CODES.keys()].sort()).toEqual(pageCodes.sort());
	expect(pageCodes).toHaveLength(22);
});

describe.each(pageCodes)('code %i on item 2 of 3', (code) => {
	const category = CATEGORY[code] ?? 'work_email';
	const retryable = ['conflict', 'rate_limit', 'service'].includes(category);
	const expected = {
		code,
		category,
		retryable,
		message: expect.stringMatching(new RegExp(`^[A-Z].+\\(${code}\\)$`)),
		hint: expect.stringMatching(/^[A-Z].{20,}\.$/),
		feishu_message: expect.any(String),
		http_status: PAGE[code]?.status,
		log_id: expect.stringMatching(/^\w{20,}$/),
		pre_hire_id: idNumber(1),
		// A call too many is no retry: it is given up after ten of them and ten windows.
		attempts: category === 'rate_limit' ? expect.any(Number) : 1,
	};

	beforeEach(() => {
		refuseSecond({ kind: 'refuse', code });
		feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
	});

	/** Without the search scope nobody can tell whether a 5xx was carried out. */
	const seen =
		category === 'service'
			? { ...expected, category: 'unknown_outcome', retryable: false, message: expect.any(String) }
			: expected;

	it('goes to the error output with the input’s fields, the others succeed', async () => {
		const { success, error, thrown } = await restore(THREE, { options: { maxRetries: 0 } });
		expect(thrown).toBeUndefined();
		expect(success.map(({ json }) => [json.pre_hire_id, json.outcome])).toEqual([
			[idNumber(0), 'restored'],
			[idNumber(2), 'restored'],
		]);
		expect(linksOf(success)).toEqual([0, 2]);
		expect(error).toHaveLength(1);
		expect(error[0]?.json).toMatchObject({ ...THREE[1], error: seen });
		expect(Object.keys(error[0]?.json ?? {}).sort()).toEqual(['error', 'id', 'note']);
		expect(linksOf(error)).toEqual([1]);
		expect(Object.values(failureOf(error[0]))).not.toContain(null);
		expect(new Set(Object.keys(failureOf(error[0])))).toEqual(
			new Set([
				...Object.keys(expected),
				...(code === 1161129 ? ['stage'] : []),
				...(category === 'service' ? ['missing_scopes', 'fix_url'] : []),
			]),
		);
	});

	it('stays in place on the one output under Continue', async () => {
		const { success, error, thrown } = await restore(THREE, {
			onError: 'continueRegularOutput',
			options: { maxRetries: 0 },
		});
		expect(thrown).toBeUndefined();
		expect(error).toEqual([]);
		expect(linksOf(success)).toEqual([0, 1, 2]);
		expect(Object.keys(success[1]?.json ?? {})).toEqual(['error']);
		expect(success[1]?.json).toMatchObject({ error: seen });
	});

	it('ends the execution with the same facts under Stop', async () => {
		const { thrown, success } = await restore(THREE, {
			onError: 'stopWorkflow',
			options: { maxRetries: 0, maxConcurrency: 1 },
		});
		expect(success).toEqual([]);
		expect(thrown).toMatchObject({
			name: 'NodeApiError',
			message: seen.message,
			httpCode: String(PAGE[code]?.status),
			context: { itemIndex: 1 },
		});
		for (const fact of [
			seen.category,
			idNumber(1),
			`Restored: ${idNumber(0)}.`,
			'Succeed If Active',
		]) {
			expect(thrown?.description).toContain(fact);
		}
		expect(feishu().person(idNumber(2)).onboardingStatus).toBe('withdrawn');
	});
});

it.each([1161000, 1161204])(
	'calls %i a service failure where search shows that nothing happened',
	async (code) => {
		refuseSecond({ kind: 'refuse', code });
		const { success, error } = await restore(THREE, { options: { maxRetries: 1 } });
		expect(linksOf(success)).toEqual([0, 2]);
		expect(failureOf(error[0])).toEqual({
			message: `${RESTORE_CODES.get(code)?.title} (${code})`,
			code,
			category: 'service',
			retryable: true,
			hint: RESTORE_CODES.get(code)?.hint,
			feishu_message: expect.any(String),
			http_status: PAGE[code]?.status,
			log_id: expect.any(String),
			pre_hire_id: idNumber(1),
			attempts: 2,
		});
	},
);

const gatewayCodes = [...GATEWAY_CODES.keys()].filter((code) => !TOKEN_CODES.has(code));

it.each(gatewayCodes)('puts gateway code %i into its category', async (code) => {
	refuseSecond({ kind: 'refuse', code, ...(code === 99991400 && { httpStatus: 429 }) });
	const { success, error } = await restore(THREE, { options: { maxRetries: 0 } });
	expect(linksOf(success)).toEqual([0, 2]);
	expect(error[0]?.json.error).toMatchObject({
		code,
		category: GATEWAY_CODES.get(code)?.category,
		retryable: code === 99991400,
		hint: GATEWAY_CODES.get(code)?.hint,
	});
});

it.each([...TOKEN_CODES])(
	'calls token code %i a matter of authentication if it stays',
	async (code) => {
		refuseSecond({ kind: 'unauthorized', code });
		const { success, error } = await restore(THREE);
		expect(linksOf(success)).toEqual([0, 2]);
		expect(failureOf(error[0])).toMatchObject({ category: 'authentication', retryable: false });
	},
);

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

it('cuts Feishu’s words to 500 characters and takes control characters out', async () => {
	refuseSecond({ kind: 'refuse', code: 1161063, msg: `a\u0000b\n${'x'.repeat(900)}` });
	const { error } = await restore(THREE);
	const words = failureOf(error[0]).feishu_message ?? '';
	expect(words).toHaveLength(500);
	expect(words.startsWith('a b x')).toBe(true);
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

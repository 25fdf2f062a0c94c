/** Tokens that die in the middle of a run. */
import {
	customAppCredential,
	failureOf,
	failuresOf,
	feishu,
	idNumber,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { useCredentialLatency } from '../harness/credentialStore';
import { passTime } from '../harness/passTime';
import { QUICK, useTimings } from '../harness/timings';
import { forgetTokens } from '../harness/newProcess';

const COUNT = 60;

useSimulator({
	people: [...withdrawnPeople(COUNT), ...withdrawnPeople(COUNT, { tenant: 'tenant-a' })],
	quota: { limit: 10_000, windowMs: 60_000 },
});
useTimings(QUICK);

const ids = Array.from({ length: COUNT }, (_, index) => idNumber(index));

const fast = { requestsPerMinute: 10_000 };

/** So short that the simulator issues a new token at each exchange. */
const LIFE_SECONDS = 1_000;

function killTokensAt(...counts: number[]): void {
	feishu().faultPlan(({ api, nth }) => {
		if (api === 'restore' && counts.includes(nth)) feishu().revokeTokens();
		return undefined;
	});
}

function expectEverybodyRestoredOnce(tenant?: string): void {
	expect(
		feishu()
			.people(tenant)
			.map(({ restoredTimes }) => restoredTimes),
	).toEqual(Array(COUNT).fill(1));
}

describe.each([0, 3])('where n8n takes %d ms to read or write the credential', (ms) => {
	useCredentialLatency(ms);

	it('restores everybody through two revocations with one exchange for each', async () => {
		killTokensAt(20, 40);
		const credentials = customAppCredential();
		const { success } = await restore(ids, { credentials, options: fast });
		expect(success).toHaveLength(COUNT);
		expectEverybodyRestoredOnce();
		expect(feishu().callsTo('tenantToken')).toHaveLength(3);
		expect(credentials.stored.accessToken).toBe(feishu().issuedTokens.at(-1));
	});

	it('exchanges once when the token is revoked while five requests are under way', async () => {
		feishu().faultPlan(({ api, nth }) => {
			if (api !== 'restore') return undefined;
			if (nth === 25) feishu().revokeTokens();
			return { kind: 'latency', ms: 5 };
		});
		const { success } = await restore(ids, { options: fast });
		expect(success).toHaveLength(COUNT);
		expectEverybodyRestoredOnce();
		expect(feishu().callsTo('tenantToken')).toHaveLength(2);
	});

	it('exchanges before the end of a token, not after a refusal', async () => {
		feishu().setTokenLifetime(LIFE_SECONDS);
		// Each time nineteen twentieths of a token's life go by while people are being restored.
		feishu().faultPlan(({ api, nth }) => {
			if (api === 'restore' && [20, 40].includes(nth)) passTime(LIFE_SECONDS * 950);
			return undefined;
		});
		const { success } = await restore(ids, { options: fast });
		expect(success).toHaveLength(COUNT);
		expect(
			feishu()
				.callsTo('restore')
				.map(({ code }) => code),
		).toEqual(Array(COUNT).fill(0));
		expect(feishu().callsTo('tenantToken')).toHaveLength(3);
	});

	it('does the same for a store app, and stores nothing', async () => {
		killTokensAt(20, 40);
		const credentials = storeAppCredential({ tenantKey: 'tenant-a' });
		const { success } = await restore(ids, { credentials, options: fast });
		expect(success).toHaveLength(COUNT);
		expectEverybodyRestoredOnce('tenant-a');
		expect(feishu().callsTo('storeTenantToken')).toHaveLength(3);
		expect(credentials.writes).toBe(0);
	});

	it('executions that start together exchange once', async () => {
		feishu().faultNext('tenantToken', { kind: 'latency', ms: 50 });
		const credentials = customAppCredential();
		const runs = await Promise.all(
			ids.slice(0, 50).map(async (id) => await restore([id], { credentials, options: fast })),
		);
		expect(runs.every(({ success }) => success.length === 1)).toBe(true);
		expect(feishu().callsTo('tenantToken')).toHaveLength(1);
	});
});

it('stops when the fresh token is the one that was refused, four times in a row', async () => {
	feishu().faultNext('restore', { kind: 'unauthorized', code: 99991663 }, Infinity);
	const { success, error } = await restore(ids.slice(0, 10), { options: { maxConcurrency: 1 } });
	expect(success).toEqual([]);
	expect(failuresOf(error).map(({ category }) => category)).toEqual(
		Array(10).fill('authentication'),
	);
	expect(failureOf(error[0])).toMatchObject({ code: 'TOKEN_NOT_ACCEPTED', attempts: 1 });
	expect(feishu().callsTo('restore')).toHaveLength(4);
	expect(feishu().callsTo('tenantToken')).toHaveLength(5);
});

it('loses one person, not the run, when the gateway refuses a good token once, however often that happens', async () => {
	// Five times: more than end a run where nobody gets through in between.
	feishu().faultPlan(({ api, nth }) =>
		api === 'restore' && nth % 12 === 0 ? { kind: 'unauthorized', code: 99991663 } : undefined,
	);
	const { success, error } = await restore(ids, {
		options: { ...fast, maxConcurrency: 1 },
	});
	expect([success.length, error.length]).toEqual([55, 5]);
	expect(feishu().callsTo('restore')).toHaveLength(COUNT);
});

it('sends at most once more with a fresh token', async () => {
	feishu().faultPlan(({ api }) => {
		if (api !== 'restore') return undefined;
		feishu().revokeTokens();
		return undefined;
	});
	const { error } = await restore([idNumber(0)]);
	expect(failureOf(error[0])).toMatchObject({
		code: 99991663,
		category: 'authentication',
		attempts: 2,
	});
	expect(feishu().callsTo('restore')).toHaveLength(2);
});

it('a process that starts afresh finds the revoked token in the credential and heals', async () => {
	const credentials = customAppCredential();
	await restore([idNumber(0)], { credentials });
	feishu().revokeTokens();
	forgetTokens();
	const { success } = await restore([idNumber(1), idNumber(2)], { credentials });
	expect(success).toHaveLength(2);
	expect(feishu().callsTo('tenantToken')).toHaveLength(2);
	forgetTokens();
	await restore([idNumber(3)], { credentials });
	expect(feishu().callsTo('tenantToken')).toHaveLength(2);
});

describe('a token endpoint that fails for a while', () => {
	it('is asked again within the run and costs nobody anything', async () => {
		feishu().faultNext('tenantToken', { kind: 'html', applied: false }, 2);
		const { success } = await restore(ids.slice(0, 20), { options: fast });
		expect(success).toHaveLength(20);
		expect(feishu().callsTo('tenantToken')).toHaveLength(3);
	});

	it('fails only those who waited for it', async () => {
		feishu().faultNext('tenantToken', { kind: 'cut', applied: false }, 1);
		const { success, error } = await restore(ids.slice(0, 50), {
			options: { ...fast, maxRetries: 0 },
		});
		expect(error).toHaveLength(5);
		expect(success).toHaveLength(45);
		expect(failureOf(error[0])).toMatchObject({ category: 'network', attempts: 0 });
		expect(feishu().callsTo('tenantToken')).toHaveLength(2);
	});
});

it('goes on after a hiccup in which several requests under way are refused with a good token', async () => {
	feishu().faultPlan(({ api, nth }) => {
		if (api !== 'restore') return undefined;
		return nth >= 10 && nth < 13
			? { kind: 'unauthorized', code: 99991663 }
			: { kind: 'latency', ms: 20 };
	});
	const { success, error } = await restore(ids, { options: fast });
	expect(success.length).toBeGreaterThanOrEqual(COUNT - 3);
	expect(success.length + error.length).toBe(COUNT);
});

describe('while items wait for the quota', () => {
	useTimings({ quotaWindowMs: 300, quotaMarginMs: 10 });

	it('two tokens that die one after the other cost nobody anything', async () => {
		const credentials = customAppCredential();
		await restore([idNumber(0)], { credentials });
		killTokensAt(2, 5);
		const { success, error } = await restore(ids.slice(1, 6), {
			credentials,
			options: { requestsPerMinute: 1 },
		});
		expect(failuresOf(error)).toEqual([]);
		expect(success).toHaveLength(5);
	});
});

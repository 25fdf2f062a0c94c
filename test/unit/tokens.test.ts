/** Who waits for which exchange, and which tokens are used again. The token endpoint is a function. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { monotonicNow } from '../../nodes/FeishuCoreHr/feishu/core/clock';
import {
	renewToken,
	waitForRest,
	type Asker,
} from '../../nodes/FeishuCoreHr/feishu/tokens/renewal';
import {
	dropToken,
	findFreshToken,
	forgetTokens,
	tokensOf,
	trustToken,
} from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { QUICK, useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';

useTimings(QUICK);
beforeEach(forgetTokens);
afterEach(() => jest.restoreAllMocks());

function accountWith(appTicket: string) {
	const read = readAccount({
		environment: 'feishu',
		appType: 'store',
		appId: 'cli_x',
		appSecret: 'placeholder',
		tenantKey: 'tenant',
		appTicket,
	});
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
}

const account = accountWith('old');
const withNewerTicket = accountWith('new');

type Answer = Record<string, unknown> | Error;

/** A token endpoint that answers when the test says so. */
class Endpoint {
	/** The questions that wait for an answer. */
	readonly waiting: Array<{ options: IHttpRequestOptions; answer(answer: Answer): void }> = [];

	askedAt = 0;

	answeredAt = 0;

	readonly transmit = async (options: IHttpRequestOptions): Promise<unknown> => {
		this.askedAt = monotonicNow();
		const answer = await new Promise<Answer>((resolve) => {
			this.waiting.push({ options, answer: resolve });
		});
		if (answer instanceof Error) throw answer;
		return { statusCode: 200, headers: {}, body: JSON.stringify(answer) };
	};

	/** Answers what waits longest, once it is there. */
	async answer(answer: Answer): Promise<void> {
		await until(() => this.waiting.length > 0);
		this.answeredAt = monotonicNow();
		this.waiting.shift()?.answer(answer);
		await pause(0);
	}

	async give(token: string): Promise<void> {
		await this.answer({ code: 0, app_access_token: 'a-app', expire: 7200 });
		await this.answer({ code: 0, tenant_access_token: token, expire: 7200 });
	}

	asker(more: Partial<Asker> = {}): Asker {
		return {
			transmit: this.transmit,
			timeoutMs: 1_000,
			maxRetries: 0,
			signal: undefined,
			log: () => undefined,
			...more,
		};
	}
}

const CUT = Object.assign(new Error('cut'), { code: 'ECONNRESET' });

describe('whoever joins an exchange', () => {
	it('gets its token', async () => {
		const endpoint = new Endpoint();
		const two = [
			renewToken(account, endpoint.asker()),
			renewToken(account, endpoint.asker({ maxRetries: 3 })),
		];
		await endpoint.give('t-1');
		expect(await Promise.all(two)).toMatchObject([
			{ value: { value: 't-1' } },
			{ value: { value: 't-1' } },
		]);
	});

	it('tries again by its own Max Retries, not by those of whoever began it', async () => {
		const endpoint = new Endpoint();
		const impatient = renewToken(account, endpoint.asker());
		const patient = renewToken(account, endpoint.asker({ maxRetries: 1 }));
		await endpoint.answer(CUT);
		expect(await impatient).toMatchObject({ failure: { code: 'CONNECTION_LOST' } });
		await endpoint.give('t-1');
		expect(await patient).toMatchObject({ value: { value: 't-1' } });
	});

	it('does not try longer than its own Max Retries either', async () => {
		const endpoint = new Endpoint();
		const patient = renewToken(account, endpoint.asker({ maxRetries: 5 }));
		const impatient = renewToken(account, endpoint.asker());
		await endpoint.answer(CUT);
		expect(await impatient).toMatchObject({ failure: { code: 'CONNECTION_LOST' } });
		await endpoint.give('t-1');
		await patient;
	});

	it('costs the endpoint no more questions than one that is alone', async () => {
		const endpoint = new Endpoint();
		const many = Array.from(
			{ length: 50 },
			async () => await renewToken(account, endpoint.asker({ maxRetries: 2 })),
		);
		for (let asked = 1; asked <= 3; asked += 1) {
			await endpoint.answer(CUT);
			expect(endpoint.waiting.length).toBeLessThanOrEqual(1);
		}
		const outcomes = await Promise.all(many);
		expect(outcomes.every((outcome) => outcome?.ok === false)).toBe(true);
		expect(endpoint.waiting).toEqual([]);
	});
});

describe('nobody joins an exchange', () => {
	it.each([
		['that waits longer than they would', 300_000, 1_000],
		['that waits shorter than they would', 1_000, 300_000],
	])('%s', async (_which, first, second) => {
		const endpoint = new Endpoint();
		const never = new AbortController();
		const held = renewToken(account, endpoint.asker({ timeoutMs: first, signal: never.signal }));
		const other = renewToken(account, endpoint.asker({ timeoutMs: second }));
		expect(endpoint.waiting.map(({ options }) => options.timeout)).toEqual([first, second]);
		endpoint.waiting.shift();
		await endpoint.give('t-1');
		expect(await other).toMatchObject({ value: { value: 't-1' } });
		never.abort();
		expect(await held).toBeUndefined();
	});

	it('that asks with another ticket', async () => {
		const endpoint = new Endpoint();
		const old = renewToken(account, endpoint.asker());
		const newer = renewToken(withNewerTicket, endpoint.asker());
		await endpoint.answer({ code: 10012, msg: 'old ticket' });
		await endpoint.give('t-1');
		expect(await old).toMatchObject({ failure: { code: 10012 } });
		expect(await newer).toMatchObject({ value: { value: 't-1' } });
	});
});

describe('an hour before it would ask again', () => {
	useTimings({ backoffBaseMs: 3_600_000, backoffCeilingMs: 3_600_000 });

	it('whoever waits to ask again takes the token that somebody else got meanwhile', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.99);
		const endpoint = new Endpoint();
		const patient = renewToken(account, endpoint.asker({ maxRetries: 1 }));
		await endpoint.answer(CUT);
		const other = renewToken(account, endpoint.asker({ timeoutMs: 2_000 }));
		await endpoint.give('t-1');
		await other;
		expect(await patient).toMatchObject({ value: { value: 't-1' } });
		expect(endpoint.waiting).toEqual([]);
	});
});

it('waits before it asks again, longer each time', async () => {
	Object.assign(timing, { backoffBaseMs: 50 });
	jest.spyOn(Math, 'random').mockReturnValue(0.99);
	const endpoint = new Endpoint();
	const patient = renewToken(account, endpoint.asker({ maxRetries: 2 }));
	for (const waitMs of [99, 198]) {
		await endpoint.answer(CUT);
		await until(() => endpoint.waiting.length > 0);
		// Timers may end a little early.
		expect(endpoint.askedAt - endpoint.answeredAt).toBeGreaterThan(waitMs - 10);
	}
	await endpoint.answer(CUT);
	expect(await patient).toMatchObject({ ok: false });
});

describe('a token endpoint is left alone by whoever comes new', () => {
	useTimings({ exchangeRestMs: 3_600_000 });

	/** Whether somebody who comes now waits; nobody is kept for the hour. */
	async function waits(): Promise<boolean> {
		const leave = new AbortController();
		let isOver = false;
		const rest = waitForRest(account, new Endpoint().asker({ signal: leave.signal })).then(() => {
			isOver = true;
		});
		await pause(5);
		const waited = !isOver;
		leave.abort();
		await rest;
		return waited;
	}

	async function ask(answer: Answer): Promise<void> {
		const endpoint = new Endpoint();
		const outcome = renewToken(account, endpoint.asker());
		await endpoint.answer(answer);
		await outcome;
	}

	it('after a failure that may pass', async () => {
		await ask(CUT);
		expect(await waits()).toBe(true);
	});

	it('not before the first question, nor after a refusal', async () => {
		expect(await waits()).toBe(false);
		await ask({ code: 10014, msg: 'no' });
		expect(await waits()).toBe(false);
	});

	it('not once it has issued a token again', async () => {
		await ask(CUT);
		const endpoint = new Endpoint();
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		await renewed;
		dropToken(account, 't-1', monotonicNow());
		expect(await waits()).toBe(false);
	});
});

it('goes on when the one who began the exchange is cancelled', async () => {
	const endpoint = new Endpoint();
	const cancel = new AbortController();
	const first = renewToken(account, endpoint.asker({ signal: cancel.signal }));
	const second = renewToken(account, endpoint.asker());
	cancel.abort();
	await endpoint.answer(Object.assign(new Error('cancelled'), { code: 'ERR_CANCELED' }));
	await endpoint.give('t-1');
	expect(await first).toBeUndefined();
	expect(await second).toMatchObject({ value: { value: 't-1' } });
});

describe('a refused token', () => {
	const stored = (accessToken: string) => ({
		accessToken,
		accessTokenOwner: account.owner,
		accessTokenExpiresAt: Date.now() + 3_600_000,
	});

	it('is not used again, nor are those refused before it', () => {
		for (const token of ['t-1', 't-2', 't-3']) dropToken(account, token, monotonicNow());
		for (const token of ['t-1', 't-2', 't-3']) {
			expect(findFreshToken(account, stored(token))).toBeUndefined();
		}
		expect(findFreshToken(account, stored('t-4'))).toBe('t-4');
	});

	it('that Feishu issues again ends one item; whoever only waited with it may try the token', async () => {
		const endpoint = new Endpoint();
		dropToken(account, 't-1', monotonicNow());
		const first = renewToken(account, endpoint.asker());
		const second = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		expect(await first).toMatchObject({ failure: { code: 'TOKEN_NOT_ACCEPTED' } });
		expect(await second).toMatchObject({ value: { value: 't-1' } });
	});

	it('that Feishu has issued again is a token like any other from then on', async () => {
		const endpoint = new Endpoint();
		dropToken(account, 't-1', monotonicNow());
		const refused = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		await refused;
		trustToken(account);
		const renewed = renewToken(account, endpoint.asker(), 't-1');
		await endpoint.give('t-1');
		expect(await renewed).toMatchObject({ value: { value: 't-1' } });
	});

	it('is used again if Feishu has issued it again since the refused request was sent', async () => {
		const endpoint = new Endpoint();
		const sentAt = monotonicNow();
		dropToken(account, 't-1', sentAt);
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		expect(await renewed).toMatchObject({ failure: { code: 'TOKEN_NOT_ACCEPTED' } });
		// Another request that was under way with it meets the same refusal, later.
		dropToken(account, 't-1', sentAt);
		expect(findFreshToken(account, {})).toBe('t-1');
		dropToken(account, 't-1', monotonicNow());
		expect(findFreshToken(account, {})).toBeUndefined();
	});
});

describe('the life of a token', () => {
	const RealDate = Date.now.bind(Date);
	const realNow = performance.now.bind(performance);

	it('goes by a clock that nobody sets: an hour put back does not keep an ended token', async () => {
		const endpoint = new Endpoint();
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		await renewed;
		expect(findFreshToken(account, {})).toBe('t-1');
		jest.spyOn(Date, 'now').mockImplementation(() => RealDate() - 3_600_000);
		jest.spyOn(performance, 'now').mockImplementation(() => realNow() + 7_200_000);
		expect(findFreshToken(account, {})).toBeUndefined();
	});

	it('goes by a clock that nobody sets: one that was put back before the exchange does not shorten it', async () => {
		jest.spyOn(Date, 'now').mockImplementation(() => RealDate() - 86_400_000);
		const endpoint = new Endpoint();
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		await renewed;
		expect(findFreshToken(account, {})).toBe('t-1');
	});

	it('goes by a clock that nobody sets: a day put forward costs no exchange', async () => {
		const endpoint = new Endpoint();
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.give('t-1');
		await renewed;
		jest.spyOn(Date, 'now').mockImplementation(() => RealDate() + 86_400_000);
		expect(findFreshToken(account, {})).toBe('t-1');
	});

	it('that is absurdly long is taken for a day', async () => {
		const endpoint = new Endpoint();
		const renewed = renewToken(account, endpoint.asker());
		await endpoint.answer({ code: 0, app_access_token: 'a-app', expire: 7200 });
		await endpoint.answer({ code: 0, tenant_access_token: 't-1', expire: 1e20 });
		await renewed;
		jest.spyOn(performance, 'now').mockImplementation(() => realNow() + 86_400_000);
		expect(findFreshToken(account, {})).toBeUndefined();
	});
});

it('what failed with an old ticket is forgotten once there is a token', async () => {
	for (let index = 0; index < 10; index += 1) {
		const endpoint = new Endpoint();
		const failed = renewToken(accountWith(`ticket ${index}`), endpoint.asker());
		await endpoint.answer(CUT);
		await failed;
	}
	const endpoint = new Endpoint();
	const renewed = renewToken(account, endpoint.asker());
	await endpoint.give('t-1');
	await renewed;
	expect(tokensOf(account).exchanges.size).toBe(1);
});

it('an owner whose exchange is under way is not forgotten', async () => {
	const endpoint = new Endpoint();
	const renewed = renewToken(account, endpoint.asker());
	const others = Array.from({ length: 2_000 }, (_, index) =>
		tokensOf({ ...account, owner: `another ${index}` }),
	);
	expect(tokensOf({ ...account, owner: 'another 0' })).not.toBe(others[0]);
	const joined = renewToken(account, endpoint.asker());
	expect(endpoint.waiting).toHaveLength(1);
	await endpoint.give('t-1');
	expect([await renewed, await joined]).toMatchObject([{ ok: true }, { ok: true }]);
});

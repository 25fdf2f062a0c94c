/** Who waits for which token exchange, and when it is asked for again. The token endpoint is a function. */
import { monotonicNow } from '../../nodes/FeishuCoreHr/feishu/core/clock';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { renewToken, waitForRest } from '../../nodes/FeishuCoreHr/feishu/tokens/renewal';
import { dropToken } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';
import { QUICK, useTimings } from '../harness/timings';
import { pause, until } from '../harness/until';
import { account, accountWith, CUT, Endpoint, useNewAccount, type Answer } from './tokenEndpoint';

useTimings(QUICK);
useNewAccount();
afterEach(() => jest.restoreAllMocks());

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
		const newer = renewToken(accountWith('new'), endpoint.asker());
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

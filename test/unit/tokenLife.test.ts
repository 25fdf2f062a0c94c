/** Which tokens are used again, how long one lives, and what is forgotten. The token endpoint is a function. */
import { monotonicNow } from '../../nodes/FeishuCoreHr/feishu/core/clock';
import { renewToken } from '../../nodes/FeishuCoreHr/feishu/tokens/renewal';
import {
	dropToken,
	findFreshToken,
	tokensOf,
	trustToken,
} from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';
import { QUICK, useTimings } from '../harness/timings';
import { account, accountWith, CUT, Endpoint, useNewAccount } from './tokenEndpoint';

useTimings(QUICK);
useNewAccount();
afterEach(() => jest.restoreAllMocks());

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

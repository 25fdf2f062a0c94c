/** The lane's rules, one by one, in virtual time. */
import { wait } from '../../../nodes/FeishuCoreHr/feishu/core/wait';
import { timing } from '../../../nodes/FeishuCoreHr/feishu/core/timing';
import { Lane, laneFor, type Place } from '../../../nodes/FeishuCoreHr/feishu/quota/lane';
import {
	boundWindows,
	HUNDRED_A_MINUTE,
	THOUSAND_A_MINUTE,
	type QuotaWindow,
} from '../../../nodes/FeishuCoreHr/feishu/quota/window';
import { answered, laneInVirtualTime, LIFE, MINUTE } from './laneInVirtualTime';
import { simulate, type Run } from './sharedLimit';

const perMinute = (calls: number): QuotaWindow[] => [{ calls, perMs: MINUTE }];

describe('a place', () => {
	it('is taken for a window after the reply, and a margin', async () => {
		const { clock, times, call } = laneInVirtualTime();
		await times(100, answered, 500);
		const { at } = await clock.runUntil(call());
		expect(at).toBe(500 + LIFE);
	});

	it.each([
		['of a lost call is taken as long as that of an answered one', (p: Place) => p.unanswered()],
		['of a call that met an internal error is taken', (p: Place) => p.failed()],
	])('%s', async (_what, end) => {
		const { clock, times, call } = laneInVirtualTime();
		await times(100, end);
		const { at } = await clock.runUntil(call());
		expect(at).toBe(LIFE);
	});

	it('given back is free at once', async () => {
		const { clock, times, call } = laneInVirtualTime();
		await times(99);
		const { place } = await clock.runUntil(call());
		place.giveBack();
		expect((await clock.runUntil(call())).at).toBe(0);
	});

	it('is reported on once: what comes later changes nothing', async () => {
		const { clock, times, call } = laneInVirtualTime();
		await times(99);
		const { place } = await clock.runUntil(call());
		place.answered();
		place.giveBack();
		expect((await clock.runUntil(call())).at).toBe(LIFE);
	});

	it('is free again when its user throws before sending', async () => {
		const { clock, lane, times, call } = laneInVirtualTime();
		await times(99);
		const request = { windows: HUNDRED_A_MINUTE, isAbandoned: () => false };
		const broken = lane.withPlace(request, async () => await Promise.reject(new Error('broken')));
		await expect(clock.runUntil(broken)).rejects.toThrow('broken');
		expect((await clock.runUntil(call())).at).toBe(0);
	});

	it('is taken when its user throws after sending', async () => {
		const { clock, lane, times, call } = laneInVirtualTime();
		await times(99);
		const request = { windows: HUNDRED_A_MINUTE, isAbandoned: () => false };
		const broken = lane.withPlace(request, async (place) => {
			place.sending();
			return await Promise.reject(new Error('broken'));
		});
		await expect(clock.runUntil(broken)).rejects.toThrow('broken');
		expect((await clock.runUntil(call())).at).toBe(LIFE);
	});

	it('is not waited for by who has given up', async () => {
		const { clock, lane, times } = laneInVirtualTime();
		await times(100);
		let isAbandoned = false;
		const admission = lane.acquire({
			windows: HUNDRED_A_MINUTE,
			isAbandoned: () => isAbandoned,
		});
		await clock.runUntil(clock.sleep(1_000));
		isAbandoned = true;
		expect(await clock.runUntil(admission)).toEqual({ kind: 'abandoned' });
		expect(clock.now()).toBeLessThan(1_500);
	});
});

it('keeps a lane for each API: one that is used up holds up no other', () => {
	const [one, other] = [laneFor('app / restore'), laneFor('app / search')];
	expect(one).not.toBe(other);
	expect(laneFor('app / restore')).toBe(one);
});

it('keeps to every window at once: 50 in a second and 1,000 in a minute', async () => {
	const { clock, callAnd } = laneInVirtualTime();
	const sent = await clock.runUntil(
		Promise.all(
			Array.from({ length: 1_100 }, async () => await callAnd(answered, THOUSAND_A_MINUTE)),
		),
	);
	const most = (windowMs: number) =>
		Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + windowMs).length));
	expect(most(1_000)).toBe(50);
	expect(most(MINUTE)).toBe(1_000);
	expect(Math.max(...sent)).toBeLessThan(MINUTE + 15_000);
});

describe('Requests per Minute', () => {
	it('lowers what Feishu allows and does not raise it', () => {
		expect(boundWindows(HUNDRED_A_MINUTE, 30, true)).toEqual(perMinute(30));
		expect(boundWindows(HUNDRED_A_MINUTE, 500, true)).toEqual(perMinute(100));
	});

	it('leaves the limit for a second as it is', () => {
		const second = { calls: 50, perMs: 1_000 };
		expect(boundWindows(THOUSAND_A_MINUTE, 300, true)).toEqual([second, ...perMinute(300)]);
	});

	it('is the operation’s own limit where it is not set', () => {
		expect(boundWindows(THOUSAND_A_MINUTE, undefined, true)).toEqual(THOUSAND_A_MINUTE);
	});

	it('holds as it is for a private deployment, whose limits are not known', () => {
		expect(boundWindows(HUNDRED_A_MINUTE, 500, false)).toEqual(perMinute(500));
	});
});

describe('two runs with different Requests per Minute', () => {
	it('get nine tenths of what their settings and the shared limit allow: 600 people at 100 beside 40 at 10', async () => {
		const figures: string[] = [];
		for (const latencyMs of [0, 200]) {
			const runs: Run[] = [
				{ people: 600, startsAtMs: 0 },
				{ people: 40, startsAtMs: 1_000, requestsPerMinute: 10 },
			];
			const outcome = await simulate({ window: 'sliding', header: true, latencyMs }, [runs], 1);
			const [larger, smaller] = (outcome.runs[0] ?? []).map(({ endedAt }) => endedAt / MINUTE);
			figures.push(
				`latency ${latencyMs} ms: larger ${larger?.toFixed(2)} min, smaller ${smaller?.toFixed(2)} min, ${outcome.refused} refused`,
			);
			// 640 people at 100 a minute: six windows. The smaller one came when the first window was used up: its 40 take four.
			expect(larger).toBeLessThanOrEqual(6 / 0.9);
			expect(smaller).toBeLessThanOrEqual(4 / 0.9);
			expect(outcome.refused).toBe(0);
		}
		expect(figures).toEqual([
			'latency 0 ms: larger 6.02 min, smaller 4.01 min, 0 refused',
			'latency 200 ms: larger 6.33 min, smaller 4.30 min, 0 refused',
		]);
	});

	it('the smaller one does not stop the larger one while its calls take long', async () => {
		const { clock, call } = laneInVirtualTime();
		const slow = (await clock.runUntil(call(perMinute(10)))).place;
		const { at } = await clock.runUntil(call());
		expect(at).toBeLessThanOrEqual(MINUTE / 10 + 1_000);
		slow.answered();
	});
});

describe('the system’s clock steps back six seconds', () => {
	const stepBack = () => {
		const realNow = Date.now.bind(Date);
		return jest.spyOn(Date, 'now').mockImplementation(() => realNow() - 6_000);
	};

	afterEach(() => jest.restoreAllMocks());

	it('and a wait takes no longer for that', async () => {
		const startedAt = performance.now();
		const waiting = wait(300, undefined);
		stepBack();
		await waiting;
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});

	it('and neither a pause nor a window does', async () => {
		const normal = { ...timing };
		Object.assign(timing, { quotaWindowMs: 300, quotaMarginMs: 10 });
		const lane = new Lane();
		const startedAt = performance.now();
		const request = { windows: perMinute(1), isAbandoned: () => false };
		await lane.withPlace(request, async (place) => place.refused(100));
		const second = lane.withPlace(request, async (place) => place.answered());
		stepBack();
		await second;
		await lane.withPlace(request, async (place) => place.answered());
		expect(performance.now() - startedAt).toBeLessThan(5_000);
		Object.assign(timing, normal);
	});
});

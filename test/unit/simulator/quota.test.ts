// The simulator's quotas: several windows at once, sliding or fixed, with or without a word on the reset, refused calls counted or not.
import type { QuotaOptions } from '../../../simulator/gateway/quota';
import { RouteQuotas } from '../../../simulator/gateway/routeQuotas';
import { startSimulator, type FeishuSimulator } from '../../../simulator';
import { restore, tokenOf } from './client';

const LANE = { api: 'restore', appId: 'cli_x', tenant: 'tenant' } as const;

/** Calls at these milliseconds; the wait of each that is refused, else `ok`. */
function answers(options: QuotaOptions, times: number[]): Array<'ok' | number> {
	const now = jest.spyOn(Date, 'now');
	const book = new RouteQuotas(options);
	const said = times.map((time) => {
		now.mockReturnValue(1_000_000 + time);
		return book.take(LANE, [])?.waitMs ?? 'ok';
	});
	now.mockRestore();
	return said;
}

test('a sliding window frees each place a window after it was taken', () => {
	expect(answers({ limit: 2, windowMs: 100 }, [0, 50, 60, 99, 100, 149, 150])).toEqual([
		'ok',
		'ok',
		40,
		1,
		'ok',
		1,
		'ok',
	]);
});

test('a fixed window frees all places at its end', () => {
	const fixed: QuotaOptions = { limit: 2, windowMs: 100, kind: 'fixed' };
	expect(answers(fixed, [0, 90, 95, 100, 110, 120])).toEqual(['ok', 'ok', 5, 'ok', 'ok', 80]);
});

test('a call has to find room in each window of its API', () => {
	const both: QuotaOptions = {
		limit: 100,
		windowMs: 60_000,
		windows: {
			restore: [
				{ limit: 3, windowMs: 1_000 },
				{ limit: 2, windowMs: 100 },
			],
		},
	};
	expect(answers(both, [0, 1, 2, 101, 300, 1_000])).toEqual(['ok', 'ok', 98, 'ok', 700, 'ok']);
});

test('the longer wait is the one that is told', () => {
	const both: QuotaOptions = {
		limit: 1,
		windowMs: 1,
		windows: {
			restore: [
				{ limit: 1, windowMs: 1_000 },
				{ limit: 1, windowMs: 100 },
			],
		},
	};
	expect(answers(both, [0, 10])).toEqual(['ok', 990]);
});

test('a refused call takes a place only where that is asked for', () => {
	const times = [0, 10, 105, 115];
	expect(answers({ limit: 1, windowMs: 100 }, times)).toEqual(['ok', 90, 'ok', 90]);
	expect(answers({ limit: 1, windowMs: 100, countsRefused: true }, times)).toEqual([
		'ok',
		90,
		5,
		90,
	]);
});

describe('a Feishu that does not say when a place becomes free', () => {
	let simulator: FeishuSimulator;

	beforeAll(async () => {
		simulator = await startSimulator({ quota: { limit: 0, windowMs: 60_000, header: false } });
	});
	afterAll(async () => await simulator.stop());

	test('refuses without the two headers', async () => {
		await tokenOf(simulator);
		const { status, json, headers } = await restore(simulator, '7345005664477775407');
		expect([status, json.code]).toEqual([429, 99991400]);
		expect(Object.keys(headers).filter((name) => name.includes('ratelimit'))).toEqual([]);
	});
});

/* eslint-disable no-console -- prints the table that the assertions are about */
/** N processes that share one limit of 100 a minute, in virtual time, over both kinds of window, with and without the reset header, without latency and with 200 ms. */
import { useTimings } from '../../harness/timings';
import { seeded, simulate, type Outcome, type Run, type Server } from './sharedLimit';

// Nobody cancels here: looking at the queue less often makes the simulation quicker.
useTimings({ sliceMs: 5_000 });

const SEEDS = [1, 2];

const PEOPLE = 1_000;

/** ⌈1,000/100⌉ − 1 windows. */
const IDEAL_MS = 540_000;

const SERVERS: Server[] = (['sliding', 'fixed'] as const).flatMap((window) =>
	[true, false].flatMap((header) => [0, 200].map((latencyMs) => ({ window, header, latencyMs }))),
);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const percentile = (values: number[], share: number) =>
	[...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? NaN;

const failures = ({ runs }: Outcome) => runs.flat().reduce((sum, { failed }) => sum + failed, 0);

const lines: string[] = [];

afterAll(() => console.log(lines.join('\n')));

/** 1,000 people split over `count` processes that start `gapMs` apart. */
async function split(count: number, gapMs: number, foreignEveryMs?: number, people = PEOPLE) {
	const outcomes: Outcome[] = [];
	for (const server of SERVERS) {
		for (const seed of SEEDS) {
			const processes: Run[][] = Array.from({ length: count }, (_, n) => [
				{
					people: Math.floor(people / count) + (n < people % count ? 1 : 0),
					startsAtMs: n * gapMs + (foreignEveryMs === undefined ? 0 : 90_000),
				},
			]);
			outcomes.push(await simulate(server, processes, seed, foreignEveryMs));
		}
	}
	const times = outcomes.map(
		({ runs }) => Math.max(...runs.flat().map(({ endedAt }) => endedAt)) / IDEAL_MS,
	);
	const refused = outcomes.map((outcome) => outcome.refused / people);
	return {
		time: mean(times),
		worst: Math.max(...times),
		refused: mean(refused),
		failed: outcomes.reduce((sum, outcome) => sum + failures(outcome), 0),
		foreign: mean(outcomes.map(({ foreign }) => foreign.accepted / Math.max(foreign.made, 1))),
	};
}

it.each([
	[1, 1.02, 0],
	[2, 1.05, 0.05],
	[4, 1.05, 0.08],
	[8, 1.05, 0.09],
	[16, 1.06, 0.25],
])(
	'%i processes that start together take at most %f of the ideal, with at most %f refused on top',
	async (count, time, refused) => {
		const result = await split(count, 0);
		lines.push(line(`1,000 people, ${count} together`, result));
		expect(result.time).toBeLessThanOrEqual(time);
		expect(result.refused).toBeLessThanOrEqual(refused);
		expect(result.failed).toBe(0);
	},
);

it.each([
	[2, 1.06, 0.06],
	[4, 1.06, 0.1],
	[8, 1.06, 0.16],
	[16, 1.06, 0.32],
])(
	'%i processes that start 7 s apart take at most %f of the ideal, with at most %f refused on top',
	async (count, time, refused) => {
		const result = await split(count, 7_000);
		lines.push(line(`1,000 people, ${count} staggered`, result));
		expect(result.time).toBeLessThanOrEqual(time);
		expect(result.refused).toBeLessThanOrEqual(refused);
		expect(result.failed).toBe(0);
	},
);

it('leaves another program that sends 50 a minute most of its calls', async () => {
	const result = await split(8, 0, 1_200, 500);
	lines.push(
		`${line('500 people, 8 beside a foreign 50 a minute', result)}, it keeps ${percent(result.foreign)}`,
	);
	expect(result.foreign).toBeGreaterThan(0.8);
	expect(result.failed).toBe(0);
});

/** One run of 800 people in one process, somebody every four seconds on average in the others. */
async function beside(
	count: number,
	header: boolean,
	isBigFirst: boolean,
	requestsPerMinute = 100,
) {
	const percentiles: number[] = [];
	const waits: number[] = [];
	let failed = 0;
	for (const server of SERVERS.filter((one) => one.header === header)) {
		const these: number[] = [];
		for (const seed of SEEDS) {
			const random = seeded(seed * 77);
			const bigStartsAt = isBigFirst ? 0 : 60_000;
			const processes: Run[][] = Array.from({ length: count }, () => []);
			processes[0]?.push({ people: 800, startsAtMs: bigStartsAt, requestsPerMinute });
			let startsAtMs = isBigFirst ? 2_000 : 0;
			while (startsAtMs < bigStartsAt + 480_000) {
				const chosen = 1 + Math.floor(random() * (count - 1));
				processes[chosen]?.push({ people: 1, startsAtMs });
				startsAtMs -= Math.log(1 - random()) * 4_000;
			}
			const outcome = await simulate(server, processes, seed);
			const single = outcome.runs.slice(1).flat();
			these.push(
				...single.filter(({ endedAt }) => endedAt >= bigStartsAt).map(({ ms }) => ms / 1_000),
			);
			failed += failures(outcome);
		}
		percentiles.push(percentile(these, 0.95));
		waits.push(...these);
	}
	return {
		p50: percentile(waits, 0.5),
		p95: mean(percentiles),
		max: Math.max(...waits),
		failed,
	};
}

it.each([
	['says when a place becomes free', true, 60],
	['does not say', false, 120],
])(
	'single people beside a big run wait at most a window or two where Feishu %s',
	async (what, header, limitSeconds) => {
		const all: number[] = [];
		for (const count of [2, 8, 16]) {
			for (const isBigFirst of [true, false]) {
				const { p50, p95, max, failed } = await beside(count, header, isBigFirst);
				const order = isBigFirst ? 'big run first' : 'single people first';
				lines.push(
					`single people, ${count} processes, ${order}, Feishu ${what}: p50 ${seconds(p50)}, p95 ${seconds(p95)}, max ${seconds(max)}, ${failed} failed`,
				);
				all.push(p95);
				expect(failed).toBe(0);
			}
		}
		expect(mean(all)).toBeLessThanOrEqual(limitSeconds);
	},
);

it('single people hardly wait where the big run leaves them room', async () => {
	const { p50, p95, max, failed } = await beside(8, true, false, 80);
	lines.push(
		`single people, 8 processes, big run at 80 a minute: p50 ${seconds(p50)}, p95 ${seconds(p95)}, max ${seconds(max)}`,
	);
	expect(p95).toBeLessThan(10);
	expect(failed).toBe(0);
});

it('nobody fails where Feishu counts refused calls too', async () => {
	const server: Server = { window: 'sliding', header: true, latencyMs: 200, countsRefused: true };
	const processes: Run[][] = Array.from({ length: 8 }, () => [{ people: 125, startsAtMs: 0 }]);
	const outcome = await simulate(server, processes, 1);
	const time = Math.max(...outcome.runs.flat().map(({ endedAt }) => endedAt)) / IDEAL_MS;
	lines.push(`1,000 people, 8 together, refused calls counted: ${time.toFixed(2)} × the ideal`);
	expect(failures(outcome)).toBe(0);
	expect(time).toBeLessThan(1.25);
});

function line(
	what: string,
	{ time, worst, refused }: { time: number; worst: number; refused: number },
): string {
	return `${what}: ${time.toFixed(3)} (worst ${worst.toFixed(2)}) × the ideal, ${percent(refused)} refused on top`;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}

function seconds(value: number): string {
	return `${value.toFixed(0)} s`;
}

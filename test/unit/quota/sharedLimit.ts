/** Several processes that spend from one limit of Feishu, in virtual time. Each has the real lane of the package. */
import { Lane } from '../../../nodes/FeishuCoreHr/feishu/quota/lane';
import type { QuotaWindow } from '../../../nodes/FeishuCoreHr/feishu/quota/window';
import { VirtualClock } from './virtualClock';

/** How this Feishu counts. */
export interface Server {
	window: 'sliding' | 'fixed';
	/** Whether a refusal says for how long to wait. */
	header: boolean;
	latencyMs: number;
	/** Whether a refused call takes a place all the same. */
	countsRefused?: boolean;
}

/** Some people that one process works on. */
export interface Run {
	people: number;
	startsAtMs: number;
	/** How many items at the same time. */
	width?: number;
	requestsPerMinute?: number;
}

export interface RunResult {
	/** From the start of the run to its last answer. */
	ms: number;
	endedAt: number;
	failed: number;
}

export interface Outcome {
	/** By process, by run. */
	runs: RunResult[][];
	accepted: number;
	refused: number;
	/** Calls of the foreign client that got through, of those it made. */
	foreign: { made: number; accepted: number };
}

const LIMIT = 100;

const WINDOW_MS = 60_000;

/** As in the client's `retry.ts`. */
const [MAX_REFUSALS, AGAIN_MS] = [10, 2_000];

/** Random numbers that are the same in every run of the test. */
export function seeded(seed: number): () => number {
	let state = seed * 2_654_435_761 + 1;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) | 0;
		const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_909);
		return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
	};
}

class Feishu {
	accepted = 0;

	refused = 0;

	private times: number[] = [];

	private readonly phaseMs: number;

	constructor(
		private readonly clock: VirtualClock,
		private readonly server: Server,
		random: () => number,
	) {
		this.phaseMs = random() * WINDOW_MS;
	}

	/** Undefined = let through; else the ms until a place becomes free. */
	take(): number | undefined {
		const now = this.clock.now();
		const since =
			this.server.window === 'sliding'
				? now - WINDOW_MS
				: Math.floor((now + this.phaseMs) / WINDOW_MS) * WINDOW_MS - this.phaseMs - 1e-6;
		this.times = this.times.filter((time) => time > since);
		const isFree = this.times.length < LIMIT;
		const oldest = this.times[0] ?? now;
		if (isFree || this.server.countsRefused) this.times.push(now);
		if (isFree) return undefined;
		return this.server.window === 'sliding' ? oldest + WINDOW_MS - now : since + WINDOW_MS - now;
	}
}

/** `foreignEveryMs`: another client sends a call so often and does not care about refusals. */
export async function simulate(
	server: Server,
	processes: Run[][],
	seed: number,
	foreignEveryMs?: number,
): Promise<Outcome> {
	const clock = new VirtualClock();
	const random = seeded(seed);
	const feishu = new Feishu(clock, server, random);
	const foreign = { made: 0, accepted: 0 };
	let isOver = false;
	const others = (async () => {
		while (foreignEveryMs !== undefined && !isOver) {
			await clock.sleep(foreignEveryMs);
			foreign.made += 1;
			if (feishu.take() === undefined) foreign.accepted += 1;
		}
	})();
	const working = Promise.all(
		processes.map(async (runs) => {
			const lane = new Lane(clock, random);
			return await Promise.all(
				runs.map(async (run) => await work(clock, feishu, server, lane, run)),
			);
		}),
	);
	const runs = await clock.runUntil(working);
	isOver = true;
	void others;
	return { runs, accepted: feishu.accepted, refused: feishu.refused, foreign };
}

async function work(
	clock: VirtualClock,
	feishu: Feishu,
	server: Server,
	lane: Lane,
	{ people, startsAtMs, width = 5, requestsPerMinute = LIMIT }: Run,
): Promise<RunResult> {
	await clock.sleep(startsAtMs);
	const windows: QuotaWindow[] = [{ calls: requestsPerMinute, perMs: WINDOW_MS }];
	let next = 0;
	let failed = 0;
	const worker = async () => {
		while (next < people) {
			next += 1;
			const isThrough = await settle(clock, feishu, server, lane, windows, () => people - next);
			if (!isThrough) failed += 1;
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, people) }, worker));
	return { ms: clock.now() - startsAtMs, endedAt: clock.now(), failed };
}

/** One person: asks until the call gets through, or as long as the client would. */
async function settle(
	clock: VirtualClock,
	feishu: Feishu,
	server: Server,
	lane: Lane,
	windows: QuotaWindow[],
	notBegun: () => number,
): Promise<boolean> {
	let firstRefusedAt: number | undefined;
	for (let refusals = 0; ; ) {
		const outcome = await lane.withPlace(
			{ windows, isAbandoned: () => false, notBegun: notBegun() },
			async (place) => {
				place.sending();
				await clock.sleep(server.latencyMs / 2);
				const waitMs = feishu.take();
				await clock.sleep(server.latencyMs / 2);
				if (waitMs === undefined) {
					feishu.accepted += 1;
					place.answered();
					return true;
				}
				feishu.refused += 1;
				place.refused(server.header ? waitMs : undefined);
				return false;
			},
		);
		if (outcome.kind !== 'used') throw new Error(`The lane gave up: ${outcome.kind}`);
		if (outcome.value) return true;
		firstRefusedAt ??= clock.now();
		refusals += 1;
		if (refusals >= MAX_REFUSALS && clock.now() - firstRefusedAt >= MAX_REFUSALS * WINDOW_MS) {
			return false;
		}
		if (refusals > 1) await clock.sleep(AGAIN_MS);
	}
}

/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, never runs inside n8n */
/** Runs one contender in a fresh process and measures time, CPU and memory of its run, without loading. */

import type { Answers, Contender, Job } from './contender';
import { helperNode } from './contenders/helperNode';
import { httpRequestBatched, httpRequestPlain } from './contenders/httpRequestNode';
import { sdkFiveAtOnce, sdkOneByOne } from './contenders/officialSdk';
import { ours } from './contenders/ours';
import { floor } from './contenders/undici';

export const CONTENDERS = {
	ours,
	httpRequestPlain,
	httpRequestBatched,
	sdkOneByOne,
	sdkFiveAtOnce,
	helperNode,
	floor,
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof CONTENDERS;

export interface Measured {
	answers: Answers;
	durationMs: number;
	/** User and system time of this process. */
	cpuMs: number;
	/** The most heap in use after a collection, over what was in use before the run, in bytes. */
	peakHeapBytes: number;
}

/** How often the heap is looked at, in milliseconds. */
const HEAP_INTERVAL_MS = 500;

async function measure(name: ContenderName, job: Job): Promise<Measured> {
	const run = await CONTENDERS[name](job);
	const heap = watchHeap();
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	const answers = await run();
	const durationMs = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(cpu);
	return { answers, durationMs, cpuMs: (user + system) / 1_000, peakHeapBytes: heap() };
}

/** Collections cost CPU, so memory is looked at only where the process was started with --expose-gc. */
function watchHeap(): () => number {
	const collect = globalThis.gc;
	if (collect === undefined) return () => 0;
	const inUse = () => {
		void collect();
		return process.memoryUsage().heapUsed;
	};
	const before = inUse();
	let peak = before;
	const timer = setInterval(() => {
		peak = Math.max(peak, inUse());
	}, HEAP_INTERVAL_MS);
	return () => {
		clearInterval(timer);
		return Math.max(peak, inUse()) - before;
	};
}

if (process.send !== undefined) {
	process.once('message', ({ name, job }: { name: ContenderName; job: Job }) => {
		measure(name, job).then(
			(measured) => process.send?.(measured, () => process.exit(0)),
			(error: unknown) => {
				process.send?.({ error: String(error) }, () => process.exit(1));
			},
		);
	});
}

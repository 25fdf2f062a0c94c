// Watches how much of the heap is really in use: collects garbage at short intervals and keeps the highest reading.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks at this process, never runs inside n8n */
import type { MemoryPeak } from '../contract';
import { held } from './held';

const INTERVAL_MS = 150;

/** Needs Node's `--expose-gc`. */
export function watchMemory(): { end(): MemoryPeak } {
	const before = inUse();
	let peak = before;
	const timer = setInterval(() => {
		peak = Math.max(peak, inUse());
	}, INTERVAL_MS);
	return {
		end: () => {
			clearInterval(timer);
			peak = Math.max(peak, inUse());
			return {
				before,
				peak,
				items: sizeOfItems(),
				maxRss: process.resourceUsage().maxRSS * 1_024,
			};
		},
	};
}

function inUse(): number {
	if (globalThis.gc === undefined) throw new Error('Start this process with --expose-gc');
	globalThis.gc();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** The items that went in and came out, measured by making them once more. */
function sizeOfItems(): number {
	const before = inUse();
	const copy: unknown = structuredClone(held.items);
	const after = inUse();
	return copy === undefined ? 0 : after - before;
}

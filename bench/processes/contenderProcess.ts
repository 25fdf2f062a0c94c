// Runs tasks, several at a time if it is asked to, and measures time, CPU and memory of this process around each.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { floor } from '../contenders/floor';
import { helper } from '../contenders/helper';
import { ours } from '../contenders/ours';
import { serve } from './child';
import type { ContenderName, Ran, Task } from './contender';

const [name, scale] = process.argv.slice(2) as [ContenderName, string];

const contender = { ours, helper, floor }[name];

async function run(task: Task): Promise<Ran> {
	const before = heapInUse();
	let peak = before;
	const look = () => {
		peak = Math.max(peak, heapInUse());
	};
	const timer = globalThis.gc && setInterval(look, 150);
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	const said = await contender(task);
	const ms = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(cpu);
	clearInterval(timer);
	look();
	return { said, ms, cpuMs: (user + system) / 1_000, peakBytes: peak - before };
}

/** After a collection, where this process may ask for one. */
function heapInUse(): number {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Divides all waits of the built client. Limits and counts stay. */
function scaleTime(factor: number): void {
	const file = join(__dirname, '../../dist/nodes/FeishuCoreHr/feishu/core/timing.js');
	const { timing } = createRequire(__filename)(file) as { timing: Record<string, number> };
	for (const [name, ms] of Object.entries(timing)) timing[name] = ms / factor;
}

scaleTime(Number(scale));
serve(run);

// One of several n8n processes that share a limit of Feishu: runs this package's build as often and whenever it is told to, with time scaled.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { runInN8n } from '../contenders/n8n';
import { loadBuild } from '../contenders/ours';
import { FROZEN_NODE } from '../frozenBuild';
import type { Schedule, ScheduledResult } from './schedule';

const built = loadBuild();

/** The client's waits, all divided alike. Limits and counts stay. */
function scaleTime(factor: number): void {
	const path = join(FROZEN_NODE, '../feishu/core/timing.js');
	const { timing } = createRequire(__filename)(path) as { timing: Record<string, number> };
	for (const [name, ms] of Object.entries(timing)) timing[name] = ms / factor;
}

async function carryOut({ runs, ...app }: Schedule): Promise<ScheduledResult[]> {
	return await Promise.all(
		runs.map(async ({ people, startsAtMs, requestsPerMinute }) => {
			await new Promise((resolve) => setTimeout(resolve, startsAtMs));
			const startedAt = performance.now();
			const { success } = await runInN8n(
				built,
				{ ...app, people, quota: '100 per minute' },
				{
					parameters: {
						resource: 'preHire',
						operation: 'restore',
						preHireId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
						confirmWorkforce: false,
						options: { requestsPerMinute },
					},
				},
			);
			const ms = performance.now() - startedAt;
			return { ms, endedAtMs: startsAtMs + ms, lost: people.length - success.length };
		}),
	);
}

process.on('message', (schedule: Schedule) => {
	void carryOut(schedule).then(
		(results) => process.send?.({ results }),
		(error: unknown) => process.send?.({ error: String((error as Error).stack ?? error) }),
	);
});
process.once('disconnect', () => process.exit());
scaleTime(Number(process.argv[2]));
process.send?.('ready');

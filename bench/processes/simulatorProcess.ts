// The simulated Feishu in a process of its own. Each setup closes the one before and starts a new one at a new address.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import { startSimulator, type FeishuSimulator } from '../../simulator';
import { serve } from './child';
import type { Report, Setup } from './simulator';

let simulator: FeishuSimulator | undefined;
let foreign: NodeJS.Timeout | undefined;

async function open(setup: Setup): Promise<string> {
	clearInterval(foreign);
	await simulator?.stop();
	const { people = [], latencyMs = 0, quota, faults = [], revokeAt, foreignEveryMs = 0 } = setup;
	const opened = await startSimulator({ people, latencyMs, ...(quota !== undefined && { quota }) });
	const left = new Map(faults);
	opened.faultPlan(({ api, nth, preHireId, outBizId }) => {
		if (nth === revokeAt && (api === 'restore' || api === 'create')) opened.revokeTokens();
		const key = outBizId ?? preHireId ?? '';
		const fault = left.get(key);
		left.delete(key);
		return fault;
	});
	if (foreignEveryMs > 0) {
		foreign = setInterval(() => opened.spendQuota('restore', 1), foreignEveryMs);
	}
	simulator = opened;
	return opened.url;
}

async function report(): Promise<Report> {
	const { calls = [], people } = simulator ?? {};
	const counts: Report['calls'] = {};
	for (const { api } of calls) counts[api] = (counts[api] ?? 0) + 1;
	const refused = calls.filter(({ code }) => code === 99991400).length;
	return { people: people?.() ?? [], calls: counts, refused };
}

serve(async (order: Setup | 'report') => await (order === 'report' ? report() : open(order)));

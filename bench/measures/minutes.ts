// Measure 2: 250 people at 100 a minute, in real minutes, each contender against a Feishu of its own, all at once: they mostly wait.
import { welcomePeople } from '../crowd';
import type { ContenderName } from '../contract';
import type { Plan } from '../plan';
import { Simulator } from '../processes/simulator';
import { Worker } from '../processes/worker';

export interface MinutesRow {
	name: ContenderName;
	latencyMs: number;
	seconds: number;
	/** Time over the theoretical minimum; undefined for those who lose somebody. */
	ratio: number | undefined;
	restored: number;
	lost: number;
	/** Calls that Feishu refused as too many. */
	refusedCalls: number;
	restoreCalls: number;
	exchanges: number;
}

export interface MinutesResult {
	people: number;
	/** ⌈people/100⌉ − 1 windows of a minute, in seconds. */
	minimumSeconds: number;
	rows: MinutesRow[];
}

const WINDOW_SECONDS = 60;

export async function measureMinutes(
	plan: Plan,
	names: readonly ContenderName[],
): Promise<MinutesResult> {
	const minimumSeconds = (Math.ceil(plan.people / 100) - 1) * WINDOW_SECONDS;
	const rows = await Promise.all([
		...names.map(async (name) => await measureOne(plan, name, 0, minimumSeconds)),
		measureOne(plan, 'ours', plan.latencyMs, minimumSeconds),
	]);
	return { people: plan.people, minimumSeconds, rows };
}

async function measureOne(
	plan: Plan,
	name: ContenderName,
	latencyMs: number,
	minimumSeconds: number,
): Promise<MinutesRow> {
	const simulator = await Simulator.start({ quota: '100 per minute', latencyMs });
	const worker = await Worker.start(name);
	try {
		const people = welcomePeople(plan.people);
		const measured = await worker.run({
			...(await simulator.prepare(people)),
			people: people.map(({ preHireId }) => preHireId),
			quota: '100 per minute',
		});
		const calls = await simulator.calls();
		const restored = calls.filter(({ applied }) => applied).length;
		const seconds = measured.ms / 1_000;
		const lost = plan.people - measured.said.filter((said) => said === 'restored').length;
		return {
			name,
			latencyMs,
			seconds,
			ratio: lost === 0 ? seconds / minimumSeconds : undefined,
			restored,
			lost,
			refusedCalls: calls.filter(({ code }) => code === 99991400).length,
			restoreCalls: calls.filter(({ api }) => api === 'restore').length,
			exchanges: calls.filter(({ api }) => api === 'tenantToken').length,
		};
	} finally {
		await worker.stop();
		await simulator.stop();
	}
}

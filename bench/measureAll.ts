// The measures one after the other, each announced.
/* eslint-disable no-console -- a program of its own, never runs inside n8n */
import type { ContenderName } from './contract';
import { findHttpRequestNode } from './installedN8n';
import { startClock } from './machine';
import { measureCost } from './measures/cost';
import { measureGrowth } from './measures/growth';
import { measureLoad } from './measures/load';
import { measureMinutes } from './measures/minutes';
import { measureProcesses } from './measures/processes';
import { measureQuota } from './measures/quota';
import {
	askRegistry,
	otherPackagesFolder,
	findOtherPackages,
	OTHER_PACKAGES,
} from './otherPackages';
import type { Plan } from './plan';
import type { Results } from './results';

export async function measureAll(plan: Plan): Promise<Results> {
	const clock = startClock();
	const hasHttpNode = findHttpRequestNode() !== undefined;
	if (!hasHttpNode) {
		console.log(
			'HTTP Request node: skipped, no n8n is installed here. `npm run n8n` installs one.',
		);
	}
	if (findOtherPackages().length < OTHER_PACKAGES.length) {
		console.log(
			`${OTHER_PACKAGES.join(', ')}: not all built in ${otherPackagesFolder()}, skipped.`,
		);
	}
	const present = (names: ContenderName[]) =>
		names.filter((name) => hasHttpNode || !name.startsWith('httpNode'));
	const everybody = present(['ours', 'httpNode', 'sdkSequential', 'sdkFive', 'floor']);
	const withHelper = present([
		'ours',
		'helper',
		'helperExpression',
		'httpNode',
		'sdkSequential',
		'sdkFive',
		'floor',
	]);
	const { rounds, items, latencyItems, latencyMs } = plan;

	const playMinutes = async () =>
		await announced(
			'2 of 6, in real minutes',
			async () =>
				await measureMinutes(
					plan,
					present([
						'ours',
						'httpNode',
						'httpNodeMinute',
						'httpNodeSpaced',
						'sdkSequential',
						'sdkFive',
						'floor',
					]),
				),
		);
	// It mostly waits: where figures may be rough, the other measures need not wait for it.
	const early = plan.name === 'quick' ? playMinutes() : undefined;

	const load = announced('5 of 6, load and size', () => measureLoad(plan));
	const cost = await announced(
		'3 of 6, time and CPU without latency',
		async () => await measureCost(withHelper, { items, latencyMs: 0, rounds, warmUps: 2 }),
	);
	const latency = await announced(
		'3 of 6, with latency',
		async () =>
			await measureCost(withHelper, { items: latencyItems, latencyMs, rounds, warmUps: 0 }),
	);
	const growth = await announced(
		'4 of 6, growth',
		async () => await measureGrowth(plan, ['ours', 'helperExpression']),
	);
	const quota = await announced('1 of 6, quota', async () => await measureQuota(plan, everybody));
	const minutes = await (early ?? playMinutes());
	// Many processes on few cores: nothing else runs beside it.
	const processes = await announced(
		'6 of 6, several processes',
		async () => await measureProcesses(plan),
	);
	return {
		plan,
		machine: clock(),
		hasHttpNode,
		quota,
		minutes,
		cost,
		latency,
		growth,
		load,
		processes,
		registry: askRegistry(),
	};
}

function announced<T>(name: string, measure: () => T): T {
	console.log(`${new Date().toISOString().slice(11, 19)} measure ${name} …`);
	return measure();
}

// Runs one contender whenever it is asked to, and measures time, CPU and memory of this process around it.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import type { Contender, ContenderName, Measured, Task } from '../contract';
import { watchMemory } from './memory';

export interface Question {
	task: Task;
	watchMemory: boolean;
}

/** Loads only what the contender needs: the others' modules would sit in its memory. */
async function load(name: ContenderName): Promise<Contender> {
	switch (name) {
		case 'ours':
			return (await import('../contenders/ours')).ours;
		case 'helper':
			return (await import('../contenders/helperNode')).helperNode;
		case 'helperExpression':
			return (await import('../contenders/helperNode')).helperNodeWithExpression;
		case 'httpNode':
			return (await import('../contenders/httpRequestNode')).plain;
		case 'httpNodeMinute':
			return (await import('../contenders/httpRequestNode')).everyMinute;
		case 'httpNodeSpaced':
			return (await import('../contenders/httpRequestNode')).spaced;
		case 'sdkSequential':
			return (await import('../contenders/sdkLoop')).sequential;
		case 'sdkFive':
			return (await import('../contenders/sdkLoop')).fiveInParallel;
		case 'floor':
			return (await import('../contenders/floor')).floor;
	}
}

async function measure(contender: Contender, question: Question): Promise<Measured> {
	const memory = question.watchMemory ? watchMemory() : undefined;
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	const said = await contender(question.task);
	const ms = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(cpu);
	const measured: Measured = { said, ms, cpuMs: (user + system) / 1_000 };
	if (memory !== undefined) measured.memory = memory.end();
	return measured;
}

async function main(): Promise<void> {
	const contender = await load(process.argv[2] as ContenderName);
	process.on('message', (question: Question) => {
		void measure(contender, question).then(
			(measured) => process.send?.({ measured }),
			(error: unknown) => process.send?.({ error: String((error as Error).stack ?? error) }),
		);
	});
	process.once('disconnect', () => process.exit());
	process.send?.('ready');
}

void main();

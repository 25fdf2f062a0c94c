// A contender in a process of its own, as the measures hold it.
import type { ContenderName, Measured, Task } from '../contract';
import { Child } from './child';
import type { Question } from './workerProcess';

type Reply = { measured: Measured; error?: undefined } | { error: string };

export class Worker {
	private constructor(private readonly child: Child) {}

	/** Ready once the contender's modules are loaded. */
	static async start(name: ContenderName, nodeOptions: string[] = []): Promise<Worker> {
		const child = Child.start('workerProcess.ts', [name], nodeOptions);
		await child.answer<'ready'>();
		return new Worker(child);
	}

	async run(task: Task, watchMemory = false): Promise<Measured> {
		const question: Question = { task, watchMemory };
		const reply = await this.child.answer<Reply>(question);
		if (reply.error !== undefined) throw new Error(reply.error);
		return reply.measured;
	}

	async stop(): Promise<void> {
		await this.child.stop();
	}
}

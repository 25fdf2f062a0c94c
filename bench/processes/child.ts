// Child processes that run TypeScript and answer questions over IPC: both sides.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts processes of its own, never runs inside n8n */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

interface Message {
	id: number;
	question?: unknown;
	answer?: unknown;
	error?: string;
}

export class Child<Question, Answer> {
	private static readonly running = new Set<ChildProcess>();

	private readonly process: ChildProcess;

	/** What is to be done with the answers that have not come yet. */
	private readonly asked = new Map<number, (message: Message) => void>();

	private lastId = 0;

	/** `file` is beside this one; `nodeOptions` are flags of Node itself. */
	constructor(file: string, args: string[] = [], nodeOptions: string[] = []) {
		this.process = fork(join(__dirname, file), args, {
			cwd: join(__dirname, '../..'),
			execArgv: ['--import', 'tsx', ...nodeOptions],
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		this.process.on('message', (message: Message) => this.asked.get(message.id)?.(message));
		this.process.once('exit', () => {
			for (const [id, end] of this.asked) end({ id, error: `${file} ended unexpectedly` });
		});
		Child.running.add(this.process);
	}

	/** Several questions may be open at the same time. What is asked early waits until the child listens. */
	async ask(question: Question): Promise<Answer> {
		const id = ++this.lastId;
		const message = await new Promise<Message>((resolve) => {
			this.asked.set(id, resolve);
			this.process.send({ id, question });
		});
		this.asked.delete(id);
		if (message.error !== undefined) throw new Error(message.error);
		return message.answer as Answer;
	}

	/** Ends every child that there is. */
	static stopAll(): void {
		for (const child of Child.running) child.kill();
		Child.running.clear();
	}
}

/** The child's side: answers each question, and ends with whoever started the process. */
export function serve<Question>(answer: (question: Question) => Promise<unknown>): void {
	process.on('message', ({ id, question }: Message) => {
		void answer(question as Question).then(
			(value) => process.send?.({ id, answer: value }),
			(error: Error) => process.send?.({ id, error: error.stack ?? error.message }),
		);
	});
	process.once('disconnect', () => process.exit());
}

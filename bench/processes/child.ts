// One child process that runs TypeScript: started, asked over IPC, ended by its id.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts processes of its own, never runs inside n8n */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export class Child {
	private constructor(private readonly process: ChildProcess) {}

	/** `file` is beside this one; `nodeOptions` are flags of Node itself. */
	static start(file: string, args: string[] = [], nodeOptions: string[] = []): Child {
		const child = fork(join(__dirname, file), args, {
			cwd: join(__dirname, '../..'),
			execArgv: ['--import', 'tsx', ...nodeOptions],
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		return new Child(child);
	}

	/** The next message of the child, after sending `question` if there is one. */
	async answer<T>(question?: object): Promise<T> {
		return await new Promise<T>((resolve, reject) => {
			const ended = (code: number | null) => {
				reject(new Error(`A process of the bench ended unexpectedly (${code ?? 'signal'})`));
			};
			this.process.once('exit', ended);
			this.process.once('message', (message) => {
				this.process.off('exit', ended);
				resolve(message as T);
			});
			if (question !== undefined) this.process.send(question);
		});
	}

	async stop(): Promise<void> {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const ended = new Promise((resolve) => this.process.once('exit', resolve));
		this.process.kill();
		await ended;
	}
}

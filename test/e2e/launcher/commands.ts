/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error -- starts and ends processes, never runs inside n8n */
/** Starting other programs, and ending each of them by its id, whatever happens to this process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';

export interface CommandOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Runs as this user and group. */
	user?: { uid: number; gid: number };
	/** Told each piece of output as it comes. */
	onOutput?: (text: string) => void;
	/** Ends the program after this long; default never. */
	timeoutMs?: number;
}

/** A program that is running. */
export interface RunningCommand {
	readonly pid: number;
	/** Both outputs so far, in the order they came. */
	output(): string;
	/** Standard output alone. */
	stdout(): string;
	/** The exit code, or null while it runs or when a signal ended it. */
	exitCode(): number | null;
	/** Resolves once it has ended, however. */
	readonly ended: Promise<void>;
	/** Ends it with all its children: asks first, insists after `graceMs`. */
	stop(graceMs?: number): Promise<void>;
	/** Ends it with all its children at once, as a crash would. */
	kill(): Promise<void>;
}

let tellGuard: ((line: string) => void) | undefined;

/** Starts a program in a process group of its own. */
export function start(
	program: string,
	args: readonly string[],
	options: CommandOptions = {},
): RunningCommand {
	const child = spawn(program, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		// Said, because a test sets a `process.env` of its own, which Node would not look at by itself.
		env: options.env ?? process.env,
		...options.user,
	});
	const output = collect(child, options.onOutput);
	const pid = child.pid ?? 0;
	if (pid > 0) watch('+', pid);
	const ended = endOf(child, output).then(() => {
		if (pid > 0) signalGroup(pid, 'SIGKILL');
		if (pid > 0) watch('-', pid);
	});
	return {
		pid,
		output: () => output.all,
		stdout: () => output.stdout,
		exitCode: () => child.exitCode,
		ended,
		stop: async (graceMs = 20_000) => {
			signalGroup(pid, 'SIGTERM');
			await endWithin(ended, graceMs, pid);
		},
		kill: async () => {
			signalGroup(pid, 'SIGKILL');
			await ended;
		},
	};
}

/** Runs a program to its end and returns its standard output; throws with the end of its output if it fails. */
export async function run(
	program: string,
	args: readonly string[],
	options: CommandOptions = {},
): Promise<string> {
	const command = start(program, args, options);
	const timer =
		options.timeoutMs === undefined
			? undefined
			: setTimeout(() => signalGroup(command.pid, 'SIGKILL'), options.timeoutMs);
	await command.ended;
	clearTimeout(timer);
	if (command.exitCode() !== 0) {
		throw new CommandFailed(`${program} ${args.join(' ')}`, command.output());
	}
	return command.stdout();
}

/** A program that did not end well, with what it said last. */
export class CommandFailed extends Error {
	constructor(
		readonly command: string,
		readonly output: string,
	) {
		super(`${command} failed:\n${output.trim().slice(-3_000)}`);
	}
}

/** Waits. */
export async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks again until it is so; fails after `withinMs`. */
export async function until(
	isSo: () => boolean | Promise<boolean>,
	{ withinMs, everyMs = 1_000 }: { withinMs: number; everyMs?: number },
): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error('It did not come to pass in time');
		await pause(everyMs);
	}
}

/** Has a process of its own end the group if this one goes without doing so, killed or interrupted. */
function watch(change: '+' | '-', pid: number): void {
	tellGuard ??= startGuard();
	tellGuard(`${change}${pid}\n`);
}

function startGuard(): (line: string) => void {
	const guard = spawn(process.execPath, [join(__dirname, 'guard.cjs')], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	guard.unref();
	if (guard.stdin instanceof Socket) guard.stdin.unref();
	return (line) => guard.stdin.write(line);
}

interface Output {
	all: string;
	stdout: string;
}

function collect(child: ChildProcess, onOutput?: (text: string) => void): Output {
	const output: Output = { all: '', stdout: '' };
	const take = (text: string) => {
		output.all += text;
		onOutput?.(text);
	};
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		output.stdout += text;
		take(text);
	});
	child.stderr?.setEncoding('utf8').on('data', take);
	return output;
}

async function endOf(child: ChildProcess, output: Output): Promise<void> {
	try {
		await once(child, 'close');
	} catch (error) {
		output.all += String(error);
	}
}

async function endWithin(ended: Promise<void>, graceMs: number, pid: number): Promise<void> {
	const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
	await ended;
	clearTimeout(timer);
}

/** Signals the whole group; a group that is gone is as wanted. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
	if (pid <= 0) return;
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a program in a folder of its own */
/** `npm run prove` as the process that a tester starts. Needs `npm run build` first, as `npm test` does it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProveProcess {
	/** What it wrote on both streams. */
	stdout: string;
	stderr: string;
	/** The files that it left behind, by name. */
	files: Record<string, string>;
	exitCode: number | null;
}

const ROOT = join(__dirname, '../..');

/** `input` is what the tester types. */
export async function runProveProcess(
	args: string[],
	env: Record<string, string>,
	input: string,
): Promise<ProveProcess> {
	const folder = mkdtempSync(join(tmpdir(), 'feishu-proof-'));
	try {
		const program = spawn(
			process.execPath,
			[
				'--import',
				join(ROOT, 'node_modules/tsx/dist/loader.mjs'),
				join(ROOT, 'prove/main.ts'),
				...args,
			],
			{ cwd: folder, env: { PATH: process.env.PATH, HOME: folder, ...env } },
		);
		program.stdin.end(input);
		const streams = { stdout: '', stderr: '' };
		for (const name of ['stdout', 'stderr'] as const) {
			program[name].setEncoding('utf8').on('data', (text: string) => (streams[name] += text));
		}
		const exitCode = await new Promise<number | null>((ended) => program.on('close', ended));
		const files = readdirSync(folder, { withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')] as const);
		return { ...streams, files: Object.fromEntries(files), exitCode };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

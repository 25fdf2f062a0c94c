/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs npm on this machine, never runs inside n8n */
/** Asks the npm registry that this machine's npm is set to, through npm itself: with its login, its proxy and its mirrors. */
import { start } from './commands';

/** A version that the registry has. */
export interface Manifest {
	version: string;
	dependencies: Record<string, string>;
}

/** The versions that match `name@range`, in the registry's order; none where it has none. Throws where the registry cannot be asked. */
export async function manifestsOf(spec: string, timeoutMs: number): Promise<Manifest[]> {
	const fields = ['version', 'dependencies'];
	const { output, failed } = await askNpm(['view', spec, ...fields, '--json'], timeoutMs);
	const answer = readJson(output);
	if (!failed) return readManifests(answer);
	const { error } = (answer ?? {}) as { error?: { code?: string; summary?: string } };
	if (error?.code === 'E404' || error?.code === 'ETARGET') return [];
	throw new Error(error?.summary?.split('\n')[0] ?? 'npm did not answer in time');
}

async function askNpm(
	args: string[],
	timeoutMs: number,
): Promise<{ output: string; failed: boolean }> {
	const env = {
		...process.env,
		npm_config_fetch_retries: '0',
		npm_config_fetch_timeout: String(Math.max(1_000, timeoutMs)),
		npm_config_loglevel: 'silent',
	};
	const command = start('npm', args, { env });
	const timer = setTimeout(() => void command.kill(), timeoutMs);
	await command.ended;
	clearTimeout(timer);
	return { output: command.stdout(), failed: command.exitCode() !== 0 };
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** npm answers with one or with a list, and with the version alone where there are no dependencies. */
function readManifests(answer: unknown): Manifest[] {
	return [answer].flat().flatMap((entry) => {
		if (typeof entry === 'string') return [{ version: entry, dependencies: {} }];
		const { version, dependencies = {} } = (entry ?? {}) as Partial<Manifest>;
		return version === undefined ? [] : [{ version, dependencies }];
	});
}

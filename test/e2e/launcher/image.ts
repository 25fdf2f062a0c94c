/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs Docker on this machine, never runs inside n8n */
/** n8n out of a container image, which shares this machine's network and one folder with the tests. */
import { run } from './commands';
import type { CommandLine, InstalledN8n } from './installing';
import { nodeForN8n } from './nodeRuntime';
import { sayWhileBusy } from './progress';

/** Pulls the image if need be and asks it for n8n's version. */
export async function imageN8n(image: string): Promise<InstalledN8n> {
	await run('docker', ['version', '--format', '{{.Server.Version}}']).catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`N8N_IMAGE needs Docker, and it does not answer here.\n${reason}`);
	});
	const said = await sayWhileBusy(
		`Asking ${image} for its version`,
		async () => await run('docker', ['run', '--rm', image, '--version']),
	);
	const version = /\d+\.\d+\.\d+\S*/.exec(said)?.[0];
	if (version === undefined) throw new Error(`${image} is no image of n8n: it says ${said}`);
	const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
	return {
		version,
		node: await nodeForN8n(),
		commandLine: (args, env, userFolder) => dockerCommand(image, user, args, env, userFolder),
	};
}

/**
 * The folder has the same path inside, so that n8n's commands name its files alike; this user owns what n8n writes there.
 * Values of variables stay out of the command line: whoever lists processes would read them.
 */
export function dockerCommand(
	image: string,
	user: string,
	args: readonly string[],
	{ PATH, HOME, ...settings }: NodeJS.ProcessEnv,
	userFolder: string,
): CommandLine {
	const names = Object.keys(settings).filter((name) => settings[name] !== undefined);
	return {
		program: 'docker',
		args: [
			...['run', '--rm', '--network', 'host', '--user', user],
			...['--volume', `${userFolder}:${userFolder}`, '--env', `HOME=${userFolder}`],
			...names.flatMap((name) => ['--env', name]),
			image,
			...args,
		],
		env: { PATH, HOME, ...settings },
	};
}

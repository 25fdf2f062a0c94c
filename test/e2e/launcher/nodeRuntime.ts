/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks at this machine's Node, never runs inside n8n */
/** The Node that runs an n8n: this machine's own if n8n takes it, else one from the npm registry. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder } from './folders';
import { npm } from './npm';
import { sayWhileBusy } from './progress';
import { canRunN8n } from './versions';

const NODE_VERSION = '24.21.0';

/** A Node to run n8n with. */
export interface NodeRuntime {
	/** The `node` program. */
	program: string;
	version: string;
	/** The environment in which `node`, and what npm compiles for it, is this one. */
	environment: NodeJS.ProcessEnv;
}

/** A Node that runs n8n, installed if need be. It also reads n8n's database (`node:sqlite`). */
export async function nodeForN8n(): Promise<NodeRuntime> {
	if (canRunN8n(process.versions.node)) {
		return {
			program: process.execPath,
			version: process.versions.node,
			environment: environmentOf(process.execPath),
		};
	}
	return await nodeFromRegistry();
}

async function nodeFromRegistry(): Promise<NodeRuntime> {
	const folder = cacheFolder(`node-${NODE_VERSION}`);
	const name = `node-${process.platform}-${process.arch}`;
	const root = join(folder, 'node_modules', name);
	const program = join(root, 'bin', 'node');
	// npm writes this file last.
	if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
		await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
		await sayWhileBusy(`Installing Node ${NODE_VERSION} from the npm registry`, async () => {
			await npm(folder, process.env, 'install', `${name}@${NODE_VERSION}`, '--ignore-scripts');
		});
	}
	const environment = { ...environmentOf(program), npm_config_nodedir: root };
	return { program, version: NODE_VERSION, environment };
}

function environmentOf(program: string): NodeJS.ProcessEnv {
	const path = `${dirname(program)}${delimiter}${process.env.PATH ?? ''}`;
	return { ...process.env, PATH: path };
}

// A copy of the build for the length of a run: whoever builds meanwhile changes nothing that is measured.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- copies files on this machine, never runs inside n8n */
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..');

/** Inside node_modules, so that the build finds n8n-workflow as it does in its own place. */
const FOLDER = join(REPOSITORY, 'node_modules/.cache/feishu-corehr-bench');

const NODE = 'nodes/FeishuCoreHr/FeishuCoreHr.node.js';

const CREDENTIAL = 'credentials/FeishuCoreHrApi.credentials.js';

export const FROZEN_NODE = join(FOLDER, 'dist', NODE);

export const FROZEN_CREDENTIAL = join(FOLDER, 'dist', CREDENTIAL);

/** Copies `dist`; the function returned removes the copy. */
export async function freezeBuild(): Promise<() => Promise<void>> {
	const dist = join(REPOSITORY, 'dist');
	if (!existsSync(join(dist, NODE))) throw new Error('There is no build: run `npm run build`');
	const remove = async () => await rm(FOLDER, { recursive: true, force: true });
	await remove();
	await mkdir(FOLDER, { recursive: true });
	await cp(dist, join(FOLDER, 'dist'), { recursive: true });
	return remove;
}

// Finds an n8n that `npm run n8n` has installed on this machine: the HTTP Request node comes from there.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for files on this machine, never runs inside n8n */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { NEWEST } from '../test/e2e/launcher/versions';

export interface HttpRequestPlace {
	/** The compiled node. */
	file: string;
	/** Of n8n-nodes-base. */
	version: string;
	n8n: string;
}

export function findHttpRequestNode(): HttpRequestPlace | undefined {
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const folder = join(cache, 'n8n-nodes-feishu-corehr', `n8n-${NEWEST}-node-24`);
	const base = join(folder, 'node_modules/n8n-nodes-base');
	const file = join(base, 'dist/nodes/HttpRequest/HttpRequest.node.js');
	if (!existsSync(file)) return undefined;
	const { version } = JSON.parse(readFileSync(join(base, 'package.json'), 'utf8')) as {
		version: string;
	};
	return { file, version, n8n: NEWEST };
}

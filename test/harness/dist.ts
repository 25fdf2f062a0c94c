/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads files as n8n's server does */
/** The files that npm publishes, loaded as n8n loads them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import type { Package } from './engine';
import type { TriggerPackage } from './triggerServer';

const DIST = join(__dirname, '../../dist');

const load = createRequire(__filename);

/** The class in a file of the build. */
function create<T>(path: string, name: string): T {
	const { [name]: Built } = load(join(DIST, path)) as Record<string, new () => T>;
	if (Built === undefined) throw new Error(`${path} has no ${name}: run npm run build`);
	return new Built();
}

const nodeNamed = (name: string) => create<INodeType>(`nodes/FeishuCoreHr/${name}.node.js`, name);

const credentialNamed = (name: string) =>
	create<ICredentialType>(`credentials/${name}.credentials.js`, name);

/** Needs `npm run build` first. */
export function loadBuild(): Package {
	return { node: nodeNamed('FeishuCoreHr'), credential: credentialNamed('FeishuCoreHrApi') };
}

/** Needs `npm run build` first. */
export function loadTrigger(): TriggerPackage {
	return {
		node: nodeNamed('FeishuCoreHrTrigger'),
		credential: credentialNamed('FeishuCoreHrEventsApi'),
	};
}

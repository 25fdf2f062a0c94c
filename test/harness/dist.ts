/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads files as n8n's server does */
/** The files that npm publishes, loaded as n8n loads them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import type { Package } from './engine';

/** Needs `npm run build` first. */
export function loadBuild(): Package {
	const dist = join(__dirname, '../../dist');
	const load = createRequire(__filename);
	const { FeishuCoreHr } = load(join(dist, 'nodes/FeishuCoreHr/FeishuCoreHr.node.js')) as {
		FeishuCoreHr: new () => INodeType;
	};
	const { FeishuCoreHrApi } = load(join(dist, 'credentials/FeishuCoreHrApi.credentials.js')) as {
		FeishuCoreHrApi: new () => ICredentialType;
	};
	return { node: new FeishuCoreHr(), credential: new FeishuCoreHrApi() };
}

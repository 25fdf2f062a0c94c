// This package: the built files, in n8n's engine, with the node's defaults.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- loads the build as n8n does, never runs inside n8n */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Package } from '../../test/harness/engine';
import type { Contender, Said } from '../contract';
import { inOrder, runInN8n } from './n8n';

export const DIST = join(__dirname, '../../dist');

export function loadBuild(): Package {
	const load = createRequire(__filename);
	const { FeishuCoreHr } = load(join(DIST, 'nodes/FeishuCoreHr/FeishuCoreHr.node.js')) as {
		FeishuCoreHr: new () => INodeType;
	};
	const { FeishuCoreHrApi } = load(join(DIST, 'credentials/FeishuCoreHrApi.credentials.js')) as {
		FeishuCoreHrApi: new () => ICredentialType;
	};
	return { node: new FeishuCoreHr(), credential: new FeishuCoreHrApi() };
}

const built = loadBuild();

/** More than any run of the bench has people: the highest value that the option takes. */
const NO_QUOTA = { requestsPerMinute: 10_000 };

export const ours: Contender = async (task) => {
	const result = await runInN8n(built, task, {
		parameters: {
			resource: 'preHire',
			operation: 'restore',
			preHireId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			confirmWorkforce: false,
			options: task.quota === 'none' ? NO_QUOTA : {},
		},
	});
	return inOrder(task, result, read);
};

function read({ json }: INodeExecutionData): Said {
	if (json.success === true) return 'restored';
	const { code } = json.error as { code: unknown };
	return typeof code === 'number' ? code : 'nothing';
}

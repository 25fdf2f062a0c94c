// This package: the built files, in n8n's engine, with the node's defaults.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads the build as n8n does, never runs inside n8n */
import { createRequire } from 'node:module';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Package } from '../../test/harness/engine';
import type { Contender, Said } from '../contract';
import { FROZEN_CREDENTIAL, FROZEN_NODE } from '../frozenBuild';
import { inOrder, runInN8n } from './n8n';

export function loadBuild(): Package {
	const load = createRequire(__filename);
	const { FeishuCoreHr } = load(FROZEN_NODE) as {
		FeishuCoreHr: new () => INodeType;
	};
	const { FeishuCoreHrApi } = load(FROZEN_CREDENTIAL) as {
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

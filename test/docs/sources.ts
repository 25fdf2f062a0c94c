/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads a file by its whole name */
/** The package from its sources. tsx would take `FeishuCoreHr.node` for the JSON file of that name, so the ending is said. */
import { createRequire } from 'node:module';

import type { INodeType } from 'n8n-workflow';

import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { FeishuCoreHrEventsApi } from '../../credentials/FeishuCoreHrEventsApi.credentials';

const load = createRequire(__filename);

const { FeishuCoreHr } = load('../../nodes/FeishuCoreHr/FeishuCoreHr.node.ts') as {
	FeishuCoreHr: new () => INodeType;
};

const { FeishuCoreHrTrigger } = load('../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node.ts') as {
	FeishuCoreHrTrigger: new () => INodeType;
};

export const node = new FeishuCoreHr();

export const triggerNode = new FeishuCoreHrTrigger();

export const credential = new FeishuCoreHrApi();

export const eventsCredential = new FeishuCoreHrEventsApi();

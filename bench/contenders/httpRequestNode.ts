// n8n's own HTTP Request node, loaded from an installed n8n, with this package's credential.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads n8n's node from where n8n is installed */
import { createRequire } from 'node:module';
import type { INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import { RESTORE_PATH, type Contender, type Said } from '../contract';
import { findHttpRequestNode } from '../installedN8n';
import { inOrder, runInN8n } from './n8n';
import { loadBuild } from './ours';

const VERSION = 4.5;

/** Fits the quota, as its page advises: so many requests, then a pause. */
const PER_MINUTE = { batchSize: 100, batchInterval: 60_000 };

const EVENLY = { batchSize: 1, batchInterval: 600 };

export const plain: Contender = requestAll({});

export const everyMinute: Contender = requestAll({ batching: { batch: PER_MINUTE } });

export const spaced: Contender = requestAll({ batching: { batch: EVENLY } });

function requestAll(options: INodeParameters): Contender {
	const tested = { node: loadHttpRequest(), credential: loadBuild().credential };
	return async (task) => {
		const result = await runInN8n(tested, task, {
			type: 'n8n-nodes-base.httpRequest',
			settings: { typeVersion: VERSION },
			parameters: {
				method: 'POST',
				url: task.url + RESTORE_PATH,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'feishuCoreHrApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ { pre_hire_id: $json.id, confirm_workforce: false } }}',
				options,
			},
		});
		return inOrder(task, result, read);
	};
}

function loadHttpRequest(): INodeType {
	const place = findHttpRequestNode();
	if (place === undefined) throw new Error('No n8n is installed here');
	const { HttpRequest } = createRequire(__filename)(place.file) as {
		HttpRequest: new () => { getNodeType(version: number): INodeType };
	};
	return new HttpRequest().getNodeType(VERSION);
}

/** Generous: Feishu's code counts wherever in the item it stands, in text as well. */
function read({ json }: INodeExecutionData, failed: boolean): Said {
	if (!failed) return json.code === 0 ? 'restored' : codeIn(json);
	return codeIn(json);
}

function codeIn(json: unknown): Said {
	const found = /\b(1161\d{3}|9999\d{4})\b/.exec(JSON.stringify(json));
	return found === null ? 'nothing' : Number(found[1]);
}

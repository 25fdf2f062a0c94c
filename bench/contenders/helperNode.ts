// What n8n itself costs: a node that calls n8n's request helper once per item, five at a time, and nothing else.
import {
	NodeConnectionTypes,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { Pool } from 'undici';

import { RESTORE_PATH, type Contender, type Said, type Task } from '../contract';
import { exchange } from './floor';
import { inParallel } from './inParallel';
import { inOrder, runInN8n } from './n8n';

const WIDTH = 5;

/** The cheapest credential there is: a header. The name is the one that the harness gives to every node. */
function credentialWith(token: string): ICredentialType {
	return {
		name: 'feishuCoreHrApi',
		displayName: 'Header',
		properties: [],
		authenticate: async (_credential, options) => ({
			...options,
			headers: { ...options.headers, Authorization: `Bearer ${token}` },
		}),
	};
}

// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- a measuring device is no agent's tool
class HelperNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Helper',
		name: 'helper',
		group: ['transform'],
		version: 1,
		description: 'Calls the helper',
		defaults: { name: 'Helper' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuCoreHrApi', required: true }],
		properties: [
			{
				displayName: 'ID',
				name: 'id',
				type: 'string',
				default: '',
				description: 'Whom to restore',
			},
		],
	};

	/** n8n calls this with its own context as `this`. */
	readonly execute: NonNullable<INodeType['execute']>;

	constructor(url: string, readId: ReadId) {
		this.execute = async function (this: IExecuteFunctions) {
			const items = [...this.getInputData().entries()];
			return [
				await inParallel(
					items,
					WIDTH,
					async ([index, item]) => await send(this, url, index, readId(this, index, item)),
				),
			];
		};
	}
}

type ReadId = (context: IExecuteFunctions, index: number, item: INodeExecutionData) => unknown;

async function send(
	context: IExecuteFunctions,
	url: string,
	index: number,
	id: unknown,
): Promise<INodeExecutionData> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		'feishuCoreHrApi',
		{ method: 'POST', url, body: { pre_hire_id: id, confirm_workforce: false } },
	)) as IDataObject;
	return { json: answer, pairedItem: { item: index } };
}

export const helperNode: Contender = async (task) =>
	await restoreAll(task, (_context, _index, { json }) => json.id);

/** What every n8n node pays that works on items: its field holds `{{ $json.id }}`. */
export const helperNodeWithExpression: Contender = async (task) =>
	await restoreAll(task, (context, index) => context.getNodeParameter('id', index));

async function restoreAll(task: Task, readId: ReadId): Promise<Said[]> {
	const pool = new Pool(task.url);
	const credential = credentialWith(await exchange(pool, task));
	await pool.close();
	const node = new HelperNode(task.url + RESTORE_PATH, readId);
	const result = await runInN8n({ node, credential }, task, {
		parameters: { id: '={{ $json.id }}' },
	});
	return inOrder(task, result, ({ json }) => (json.code === 0 ? 'restored' : 'nothing'));
}

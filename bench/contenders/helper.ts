// What n8n itself costs: a node that reads an ID from a field with an expression, as every n8n node does, calls n8n's request helper with it, and nothing else.
import {
	NodeConnectionTypes,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeTypeDescription,
} from 'n8n-workflow';

import type { Said, Task } from '../processes/contender';
import { authorize, inParallel, RESTORE_PATH } from './floor';
import { runInN8n } from './n8n';

/** The name is the one that the harness gives to every node. */
const CREDENTIAL = 'feishuCoreHrApi';

const description: INodeTypeDescription = {
	displayName: 'Helper',
	name: 'helper',
	group: ['transform'],
	version: 1,
	description: 'Calls the helper',
	defaults: { name: 'Helper' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	credentials: [{ name: CREDENTIAL, required: true }],
	properties: [{ displayName: 'ID', name: 'id', type: 'string', default: '' }],
};

export async function helper(task: Task): Promise<Said[]> {
	const Authorization = await authorize(task.url);
	const url = task.url + RESTORE_PATH;
	// The cheapest credential there is: a header.
	const credential: ICredentialType = {
		name: CREDENTIAL,
		displayName: 'Header',
		properties: [],
		authenticate: async (_credential, { headers, ...request }) => ({
			...request,
			headers: { ...headers, Authorization },
		}),
	};
	async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const send = async (_input: INodeExecutionData, item: number) => {
			const pre_hire_id = this.getNodeParameter('id', item) as string;
			const body = { pre_hire_id, confirm_workforce: false };
			const call = this.helpers.httpRequestWithAuthentication.bind(this);
			const { code } = (await call(CREDENTIAL, { method: 'POST', url, body })) as IDataObject;
			return { json: { pre_hire_id, code }, pairedItem: { item } };
		};
		return [await inParallel(this.getInputData(), send)];
	}
	const tested = { node: { description, execute }, credential };
	return await runInN8n(tested, task, { id: '={{ $json.id }}' }, ({ json }) =>
		json.code === 0 ? { done: String(json.pre_hire_id) } : {},
	);
}

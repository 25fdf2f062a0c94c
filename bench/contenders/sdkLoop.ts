// What a Code node would hold: a loop over Feishu's official SDK. Run outside n8n, so without what a Code node itself costs.
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';

import type { Contender, Said, Task } from '../contract';
import { inParallel } from './inParallel';

export const sequential: Contender = async (task) => await restoreAll(task, 1);

export const fiveInParallel: Contender = async (task) => await restoreAll(task, 5);

async function restoreAll(task: Task, width: number): Promise<Said[]> {
	const { url: domain, appId, appSecret } = task;
	const client = new Client({ appId, appSecret, domain, loggerLevel: LoggerLevel.fatal });
	return await inParallel(task.people, width, async (id) => await restore(client, id));
}

async function restore(client: Client, id: string): Promise<Said> {
	try {
		const { code, data } = await client.corehr.v2.preHire.restoreFlowInstance({
			data: { pre_hire_id: id, confirm_workforce: false },
		});
		return code === 0 && data?.success === true ? 'restored' : (code ?? 'nothing');
	} catch (error) {
		return codeOf(error);
	}
}

/** The SDK throws axios's error for every status from 400 on; Feishu's code is in the body. */
function codeOf(error: unknown): Said {
	const { response } = error as { response?: { data?: { code?: unknown } } };
	const code = response?.data?.code;
	return typeof code === 'number' ? code : 'nothing';
}

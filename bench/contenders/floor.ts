// The floor: undici with connections kept alive, a few calls at a time, and no logic at all.
import { Pool } from 'undici';

import { CUSTOM_APP } from '../../simulator';
import type { Said, Task } from '../processes/contender';

/** How many at a time: the node's own default. */
const WIDTH = 5;

export const RESTORE_PATH = '/open-apis/corehr/v2/pre_hires/restore_flow_instance';

export async function floor({ url, items }: Task): Promise<Said[]> {
	const pool = new Pool(url, { connections: WIDTH });
	const authorization = await authorize(url, pool);
	const said = await inParallel(items, async ({ id }) => {
		const body = { pre_hire_id: id, confirm_workforce: false };
		const { code } = await post(pool, RESTORE_PATH, body, { authorization });
		return code === 0 ? { done: String(id) } : {};
	});
	await pool.close();
	return said;
}

/** What the Authorization header says with a new token. */
export async function authorize(url: string, pool = new Pool(url)): Promise<string> {
	const { appId: app_id, appSecret: app_secret } = CUSTOM_APP;
	const path = '/open-apis/auth/v3/tenant_access_token/internal';
	return `Bearer ${String((await post(pool, path, { app_id, app_secret })).tenant_access_token)}`;
}

/** Works on a list, `WIDTH` at a time, and keeps its order. */
export async function inParallel<In, Out>(
	list: readonly In[],
	work: (one: In, index: number) => Promise<Out>,
): Promise<Out[]> {
	const results = new Array<Out>(list.length);
	const entries = list.entries();
	const walk = async () => {
		for (const [index, one] of entries) results[index] = await work(one, index);
	};
	await Promise.all(Array.from({ length: WIDTH }, walk));
	return results;
}

async function post(pool: Pool, path: string, json: object, more: Record<string, string> = {}) {
	const headers = { 'content-type': 'application/json; charset=utf-8', ...more };
	const reply = await pool.request({ path, method: 'POST', headers, body: JSON.stringify(json) });
	return (await reply.body.json()) as Record<string, unknown>;
}

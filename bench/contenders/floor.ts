// The floor: undici with connections kept alive, five at a time, and no logic at all.
import { Pool } from 'undici';

import { EXCHANGE_PATH, RESTORE_PATH, type Contender, type Said, type Task } from '../contract';
import { inParallel } from './inParallel';

const WIDTH = 5;

export const floor: Contender = async (task) => {
	const pool = new Pool(task.url, { connections: WIDTH });
	const authorization = `Bearer ${await exchange(pool, task)}`;
	const said = await inParallel(task.people, WIDTH, async (id): Promise<Said> => {
		const body = { pre_hire_id: id, confirm_workforce: false };
		// Whatever breaks is an answer that says nothing.
		const answer = await post<{ code: number }>(pool, RESTORE_PATH, body, { authorization }).catch(
			() => undefined,
		);
		return answer?.code === 0 ? 'restored' : (answer?.code ?? 'nothing');
	});
	await pool.close();
	return said;
};

export async function exchange(pool: Pool, { appId, appSecret }: Task): Promise<string> {
	const answer = await post<{ tenant_access_token: string }>(pool, EXCHANGE_PATH, {
		app_id: appId,
		app_secret: appSecret,
	});
	return answer.tenant_access_token;
}

async function post<T>(
	pool: Pool,
	path: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<T> {
	const { body: answer } = await pool.request({
		path,
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
		body: JSON.stringify(body),
	});
	return JSON.parse(await answer.text()) as T;
}

/** The floor: undici with keep-alive and no logic at all. */
import { Pool } from 'undici';

import { CUSTOM_APP } from '../../test/simulator';
import { count, inParallel, RESTORE_PATH, type Answers, type Contender } from '../contender';

export const floor: Contender = async ({ url, ids, concurrency }) => {
	const pool = new Pool(url, { connections: concurrency });
	const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
		const reply = await pool.request({
			method: 'POST',
			path,
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		return (await reply.body.json()) as { code: number; tenant_access_token?: string };
	};
	return async () => {
		const answers: Answers = { restored: 0, refused: 0, lost: 0 };
		const { tenant_access_token: token } = await post(
			'/open-apis/auth/v3/tenant_access_token/internal',
			{ app_id: CUSTOM_APP.appId, app_secret: CUSTOM_APP.appSecret },
		);
		const headers = { authorization: `Bearer ${token}` };
		await inParallel(ids, concurrency, async (id) => {
			const { code } = await post(
				RESTORE_PATH,
				{ pre_hire_id: id, confirm_workforce: false },
				headers,
			);
			count(answers, code);
		});
		await pool.close();
		return answers;
	};
};

/** A loop over Feishu's official SDK, as one writes it in a Code node or a script. */
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';

import { CUSTOM_APP } from '../../test/simulator';
import { count, inParallel, RESTORE_PATH, type Answers, type Contender } from '../contender';

/** `width` loops side by side; 1 = one person after the other. */
function loops(width: number): Contender {
	return async ({ url, ids }) => {
		const client = new Client({
			appId: CUSTOM_APP.appId,
			appSecret: CUSTOM_APP.appSecret,
			domain: url,
			loggerLevel: LoggerLevel.fatal,
		});
		return async () => {
			const answers: Answers = { restored: 0, refused: 0, lost: 0 };
			await inParallel(ids, width, async (id) => {
				count(answers, await restore(client, id));
			});
			return answers;
		};
	};
}

/** Feishu's code; the SDK throws axios errors for HTTP statuses other than 2xx. */
async function restore(client: Client, id: string): Promise<number | undefined> {
	const request = {
		method: 'POST',
		url: RESTORE_PATH,
		data: { pre_hire_id: id, confirm_workforce: false },
	};
	try {
		const reply = (await client.request(request)) as { code?: number };
		return reply.code;
	} catch (error) {
		return (error as { response?: { data?: { code?: number } } }).response?.data?.code;
	}
}

export const sdkOneByOne = loops(1);

export const sdkFiveAtOnce = loops(5);

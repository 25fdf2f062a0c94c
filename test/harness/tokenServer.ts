/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests */
/** A host whose token endpoint answers whatever a test likes: what a broken proxy or a hostile host may say. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenServer {
	url: string;
	/** The Authorization headers of all other requests, which get Feishu’s success. */
	authorizations: Array<string | undefined>;
	/** The exchanges asked for so far. */
	exchanges: number;
	stop(): Promise<void>;
}

export async function startTokenServer(
	answer: (response: ServerResponse) => void,
): Promise<TokenServer> {
	const server = createServer((request, response) => {
		request.resume();
		if (request.url?.includes('/auth/v3/')) {
			running.exchanges += 1;
			answer(response);
		} else {
			running.authorizations.push(request.headers.authorization);
			response.end(JSON.stringify({ code: 0, msg: 'success', data: { success: true } }));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const running: TokenServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		authorizations: [],
		exchanges: 0,
		stop: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return running;
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a relay with a socket of its own */
/** A relay in front of the simulator that changes its answers: a Feishu that differs in one point. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way; what is changed in it arrives changed. */
export interface Passing {
	/** Behind `/open-apis/`, without the query. */
	path: string;
	/** 1 for the first answer to that path. */
	nth: number;
	asked: Record<string, unknown>;
	/** What the call asks for in Accept-Language. */
	language: string | undefined;
	status: number;
	headers: Headers;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any JSON
	body: any;
}

export interface Relay {
	url: string;
	stop(): Promise<void>;
}

export async function startRelay(
	target: string,
	change: (passing: Passing) => void,
): Promise<Relay> {
	const counts = new Map<string, number>();
	const server = createServer((request, response) => {
		void (async () => {
			const asked = await bodyOf(request);
			const answer = await fetch(target + (request.url ?? ''), {
				method: request.method ?? 'GET',
				headers: request.headers as Record<string, string>,
				body: asked === '' ? null : asked,
			});
			const path = (request.url ?? '').replace(/^\/open-apis\//, '').replace(/\?.*$/, '');
			const nth = (counts.get(path) ?? 0) + 1;
			counts.set(path, nth);
			const passing: Passing = {
				path,
				nth,
				asked: JSON.parse(asked || '{}') as Record<string, unknown>,
				language: request.headers['accept-language'],
				status: answer.status,
				headers: new Headers(answer.headers),
				body: JSON.parse(await answer.text()),
			};
			change(passing);
			passing.headers.delete('content-length');
			passing.headers.delete('transfer-encoding');
			for (const [name, value] of passing.headers) response.setHeader(name, value);
			response.writeHead(passing.status).end(JSON.stringify(passing.body));
		})().catch(() => request.socket.destroy());
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

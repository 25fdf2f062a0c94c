// Stands between the node and Feishu on this machine, and sees what n8n does not hand on: status, headers, bodies.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program of its own, never runs inside n8n */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call and its answer. Stays in memory: it holds secrets and people. */
export interface Observed {
	/** Behind `/open-apis/`, without the query. */
	path: string;
	status: number;
	headers: Headers;
	/** Undefined where the answer is not JSON. */
	body: Record<string, unknown> | undefined;
	/** Epoch ms at which the answer came. */
	at: number;
}

export interface Observer {
	readonly url: string;
	readonly observed: Observed[];
	/** Lets so many more calls through; the connection of any further one is cut. */
	allow(calls: number): void;
	stop(): Promise<void>;
}

const HANDED_ON = ['content-type', 'x-tt-logid', 'x-request-id', 'retry-after'];

export async function startObserver(baseUrl: string): Promise<Observer> {
	const observed: Observed[] = [];
	let allowed = 0;
	const server = createServer((request, response) => {
		void (async () => {
			if (allowed <= 0) return void request.socket.destroy();
			allowed -= 1;
			const answer = await fetch(baseUrl + (request.url ?? ''), {
				method: request.method ?? 'GET',
				headers: headersOf(request),
				body: request.method === 'GET' ? null : await bodyOf(request),
				redirect: 'manual',
			});
			const text = await answer.text();
			observed.push({
				path: (request.url ?? '').replace(/^\/open-apis\//, '').replace(/\?.*$/, ''),
				status: answer.status,
				headers: answer.headers,
				body: parse(text),
				at: Date.now(),
			});
			for (const [name, value] of answer.headers) {
				if (HANDED_ON.includes(name) || name.startsWith('x-ogw-')) response.setHeader(name, value);
			}
			response.writeHead(answer.status).end(text);
		})().catch(() => request.socket.destroy());
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		observed,
		allow: (calls) => {
			allowed = calls;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
	const { authorization, 'content-type': type } = headers;
	return {
		accept: 'application/json',
		...(authorization !== undefined && { authorization }),
		...(type !== undefined && { 'content-type': type }),
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return undefined;
	}
}

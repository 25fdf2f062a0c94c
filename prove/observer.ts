// Stands between the node and Feishu on this machine, and sees what n8n does not hand on: status, headers, bodies.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program of its own, never runs inside n8n */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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

const HANDED_ON = ['content-type', 'x-tt-logid', 'x-request-id', 'retry-after'];

export class Observer {
	readonly observed: Observed[] = [];

	/** Is told of each answer before the node gets it. */
	onAnswer: () => void = () => undefined;

	private allowed = 0;

	private ending = new AbortController();

	private readonly underWay = new Set<Promise<void>>();

	private readonly servers: Server[] = [];

	constructor(private readonly baseUrl: string) {}

	/**
	 * One more address for the node to call. What the node keeps, such as tokens, limits and lists, it keeps for each
	 * address. `language` is what calls to this one ask for in `Accept-Language`.
	 */
	async open(language?: string): Promise<string> {
		const server = createServer((request, response) => {
			const passing = this.pass(request, response, language).catch(() => {
				request.socket.destroy();
			});
			this.underWay.add(passing);
			void passing.then(() => this.underWay.delete(passing));
		});
		this.servers.push(server);
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	/** Lets so many more calls through; the connection of any further one is cut. */
	allow(calls: number): void {
		this.allowed = calls;
	}

	/** Until everything that was let through is answered. */
	async settle(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Closes all addresses, and gives up what is not answered yet: what still runs against them reaches Feishu no more. */
	async end(): Promise<void> {
		this.allowed = 0;
		this.ending.abort();
		await this.settle();
		this.ending = new AbortController();
		for (const server of this.servers.splice(0)) {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		}
	}

	private async pass(
		request: IncomingMessage,
		response: ServerResponse,
		language: string | undefined,
	): Promise<void> {
		if (this.allowed <= 0) return void request.socket.destroy();
		this.allowed -= 1;
		const answer = await fetch(this.baseUrl + (request.url ?? ''), {
			method: request.method ?? 'GET',
			headers: headersOf(request, language),
			body: request.method === 'GET' ? null : await bodyOf(request),
			redirect: 'manual',
			signal: this.ending.signal,
		});
		const text = await answer.text();
		this.observed.push({
			path: (request.url ?? '').replace(/^\/open-apis\//, '').replace(/\?.*$/, ''),
			status: answer.status,
			headers: answer.headers,
			body: parse(text),
			at: Date.now(),
		});
		this.onAnswer();
		for (const [name, value] of answer.headers) {
			if (HANDED_ON.includes(name) || name.startsWith('x-ogw-')) response.setHeader(name, value);
		}
		response.writeHead(answer.status).end(text);
	}
}

function headersOf(
	{ headers }: IncomingMessage,
	language: string | undefined,
): Record<string, string> {
	const { authorization, 'content-type': type } = headers;
	return {
		accept: 'application/json',
		...(authorization !== undefined && { authorization }),
		...(type !== undefined && { 'content-type': type }),
		...(language !== undefined && { 'accept-language': language }),
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		const body: unknown = JSON.parse(text);
		return typeof body === 'object' && body !== null
			? (body as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

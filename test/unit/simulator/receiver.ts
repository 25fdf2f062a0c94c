// The server of an app's owner, to which the simulator pushes events.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, as the simulator is */
import { createDecipheriv, createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	headers: IncomingHttpHeaders;
	text: string;
	/** The body, decrypted. */
	json: Record<string, unknown>;
}

export interface Receiver {
	url: string;
	received: Received[];
	/** Statuses to answer with; 200 when they are used up. */
	answers: number[];
	stop(): void;
}

/** @param encryptKeyOf asked for each body that is encrypted */
export async function startReceiver(encryptKeyOf: () => string): Promise<Receiver> {
	const received: Received[] = [];
	const answers: number[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const json = opened(text, encryptKeyOf);
			received.push({ headers: request.headers, text, json });
			response.statusCode = answers.shift() ?? 200;
			response.end(JSON.stringify({ challenge: json.challenge }));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		answers,
		stop: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

function opened(text: string, encryptKeyOf: () => string): Record<string, unknown> {
	const body = JSON.parse(text) as Record<string, unknown>;
	if (typeof body.encrypt !== 'string') return body;
	const data = Buffer.from(body.encrypt, 'base64');
	const key = createHash('sha256').update(encryptKeyOf()).digest();
	const decipher = createDecipheriv('aes-256-cbc', key, data.subarray(0, 16));
	const plain = Buffer.concat([decipher.update(data.subarray(16)), decipher.final()]);
	return JSON.parse(plain.toString('utf8')) as Record<string, unknown>;
}

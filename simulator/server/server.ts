// The HTTP server on the loopback interface: reading requests, sending replies, cutting connections.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the simulator is a server of its own and never runs inside n8n */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { RecordedHeaders } from './api';
import { answerCall } from './answering';
import { answerControl, CONTROL_PATH, type Control } from '../control/control';
import { recordOf, type ArrivedRequest } from './record';
import type { Reply } from './replies';
import { routeOf } from './routes';
import type { TenantWorld } from '../tenantWorld';
import { TEST_CERTIFICATE } from './testCertificate';
import { Waits } from './waits';

/** Longer than any client keeps an idle connection, so that none is closed under a request (ms). */
const KEEP_ALIVE_MS = 120_000;

/** Serves one world on 127.0.0.1. */
export class SimulatorServer {
	/** Business requests being handled right now. */
	inFlight = 0;
	/** The most there were at once. */
	maxInFlight = 0;
	private readonly waits = new Waits();
	private readonly server: Server;
	private readonly open = new Set<ServerResponse>();
	private control: Control | undefined;

	/** @param tls speaks TLS with the test certificate */
	constructor(
		private readonly world: TenantWorld,
		tls = false,
	) {
		const serve = (request: IncomingMessage, response: ServerResponse) => {
			this.handle(request, response).catch(() => response.destroy());
		};
		const { certificate: cert, key } = TEST_CERTIFICATE;
		this.server = tls
			? createTlsServer({ keepAliveTimeout: KEEP_ALIVE_MS, cert, key }, serve)
			: createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, serve);
	}

	/** Starts to listen (port 0: any free one) and tells the port. */
	async listen(port: number): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', resolve);
		});
		return (this.server.address() as AddressInfo).port;
	}

	/** Opens the control endpoints. */
	openControl(control: Control): void {
		this.control = control;
	}

	/** Cuts off every call being handled and forgets the counts. */
	dropCalls(): void {
		this.waits.cancelAll();
		const cut = [...this.open];
		this.open.clear();
		for (const response of cut) response.destroy();
		this.inFlight = 0;
		this.maxInFlight = 0;
	}

	/** Closes all connections and ends all timers. */
	async stop(): Promise<void> {
		this.dropCalls();
		if (!this.server.listening) return;
		await new Promise<void>((resolve) => {
			this.server.close(() => resolve());
			this.server.closeAllConnections();
		});
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const arrived = await read(request);
		if (arrived.url.pathname.startsWith(CONTROL_PATH) && this.control) {
			send(response, answerControl(arrived, this.control));
			return;
		}
		const call = recordOf(arrived, this.world);
		this.world.calls.push(call);
		const gone = new AbortController();
		const isBusiness = routeOf(call.method, call.path).gateway !== undefined;
		const leave = this.enter(response, isBusiness);
		response.once('close', () => {
			leave();
			gone.abort();
		});
		const outcome = await answerCall(call, this.world, this.waits, gone.signal);
		const trickles = typeof outcome !== 'string' && outcome.trickleEveryMs !== undefined;
		if (!trickles) leave();
		if (outcome === 'cut') request.socket.destroy();
		if (outcome === 'cut' || outcome === 'abandoned' || response.destroyed) return;
		call.status = outcome.status;
		if (outcome.code !== undefined) call.code = outcome.code;
		const logId = outcome.foreign ? {} : { 'X-Tt-Logid': call.logId };
		const reply = { ...outcome, headers: { ...outcome.headers, ...logId } };
		if (trickles) await this.trickle(response, reply);
		else send(response, reply);
	}

	/** Sends a reply byte by byte, until its end or the client's. */
	private async trickle(
		response: ServerResponse,
		{ status, headers, body, trickleEveryMs }: Reply,
	) {
		const bytes = Buffer.from(body);
		response.writeHead(status, { ...headers, 'content-length': bytes.length });
		response.flushHeaders();
		for (const byte of bytes) {
			if (!(await this.waits.elapse(trickleEveryMs ?? 0)) || response.destroyed) return;
			response.write(Buffer.of(byte));
		}
		response.end();
	}

	/** Takes note of a call being handled; the function returned ends that, once. */
	private enter(response: ServerResponse, isBusiness: boolean): () => void {
		const weight = isBusiness ? 1 : 0;
		this.open.add(response);
		this.inFlight += weight;
		this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
		return () => {
			if (this.open.delete(response)) this.inFlight -= weight;
		};
	}
}

async function read(request: IncomingMessage): Promise<ArrivedRequest> {
	const at = Date.now();
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
	return {
		method: request.method ?? 'GET',
		url: new URL(request.url ?? '/', 'http://127.0.0.1'),
		headers: headersOf(request),
		text: Buffer.concat(chunks).toString('utf8'),
		at,
	};
}

function headersOf({ headers }: IncomingMessage): RecordedHeaders {
	const kept: RecordedHeaders = {};
	if (headers.authorization !== undefined) kept.authorization = headers.authorization;
	if (headers['content-type'] !== undefined) kept['content-type'] = headers['content-type'];
	if (headers['user-agent'] !== undefined) kept['user-agent'] = headers['user-agent'];
	return kept;
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
	response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
	response.end(body);
}

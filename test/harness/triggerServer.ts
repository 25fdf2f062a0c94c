/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server for tests, never runs inside n8n */
/** n8n's webhook server around the trigger: real requests over a real socket into n8n-core's WebhookContext, answered by n8n's rules (2.40). */
import './n8nFolder';

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGunzip } from 'node:zlib';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHookFunctions,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { CredentialStore } from './credentialStore';
import { additionalData } from './engine';
import { captureLogs, type LogLine } from './logs';
import { NodeTypes, TRIGGER_TYPE } from './nodes';

/** As n8n's N8N_PAYLOAD_SIZE_MAX. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The trigger and its credential, from the sources or from the build. */
export interface TriggerPackage {
	node: INodeType;
	credential: ICredentialType;
}

export interface TriggerStart {
	/** The credential, as its form stores it. */
	keys: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	/** `manual`: the editor's test address. */
	mode?: 'webhook' | 'manual';
	/** Tells two workflows apart. */
	workflowId?: string;
}

export interface TriggerServer {
	readonly url: string;
	/** The item of every execution, in the order they started. */
	readonly items: IDataObject[];
	/** What `webhook` threw. n8n would save a failed execution for each. */
	readonly thrown: unknown[];
	/** What was logged since the server started. */
	logs(): LogLine[];
	readonly credentials: CredentialStore;
	/** So many executions cannot be created: n8n answers 500. */
	failStarts(times: number): void;
	/** Executions are not created before the function returned is called. */
	holdStarts(): () => void;
	/** What n8n does on publishing. */
	publish(): Promise<void>;
	stop(): Promise<void>;
}

const lines = captureLogs();

/** A workflow of its own for each server: what was run and which keys it has is remembered for the process. */
let started = 0;

export async function serveTrigger(
	{ node, credential }: TriggerPackage,
	options: TriggerStart,
): Promise<TriggerServer> {
	const credentials = new CredentialStore(credential, options.keys);
	started += 1;
	const { parameters = {}, mode = 'webhook', workflowId = `workflow-${started}` } = options;
	const firstLine = lines.length;
	const workflow = new Workflow({
		id: workflowId,
		active: true,
		nodes: [
			{
				id: 'trigger-node',
				name: 'Feishu CoreHR Trigger',
				type: TRIGGER_TYPE,
				typeVersion: 1.1,
				position: [0, 0],
				webhookId: 'feishu-events',
				parameters,
				credentials: { feishuCoreHrEventsApi: { id: '1', name: 'Feishu events' } },
			},
		],
		connections: {},
		nodeTypes: new NodeTypes({ [TRIGGER_TYPE]: node }),
	});
	const triggerNode = workflow.getNode('Feishu CoreHR Trigger');
	if (triggerNode === null) throw new Error('The workflow has a trigger');
	const items: IDataObject[] = [];
	const thrown: unknown[] = [];
	let failures = 0;
	let held: Promise<void> | undefined;

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const arrived = await asExpress(request);
		if (typeof arrived === 'number') return void response.writeHead(arrived).end();
		const result = await callWebhook(arrived, expressResponse(response));
		if (result === undefined) return void response.writeHead(500).end();
		if (result.noWebhookResponse) return;
		if (result.workflowData !== undefined) {
			await held;
			if (failures > 0) {
				failures -= 1;
				return void response.writeHead(500).end();
			}
			items.push(...(result.workflowData[0] ?? []).map(({ json }) => json));
		}
		response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
		response.end(JSON.stringify(result.webhookResponse));
	}

	async function callWebhook(
		request: object,
		response: ServerResponse,
	): Promise<IWebhookResponseData | undefined> {
		const context = new WebhookContext(
			workflow,
			triggerNode!,
			{ ...additionalData(credentials), httpRequest: request, httpResponse: response } as never,
			mode,
			{ webhookDescription: node.description.webhooks?.[0] } as unknown as IWebhookData,
			[],
			null,
		);
		try {
			return await node.webhook?.call(context as unknown as IWebhookFunctions);
		} catch (error) {
			thrown.push(error);
			return undefined;
		}
	}

	const server = createServer((request, response) => void handle(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/feishu-events/webhook`,
		items,
		thrown,
		logs: () => lines.slice(firstLine),
		credentials,
		failStarts: (times) => {
			failures = times;
		},
		holdStarts: () => {
			let release: () => void = () => undefined;
			held = new Promise((resolve) => {
				release = resolve;
			});
			return release;
		},
		publish: async () => {
			const context = new HookContext(
				workflow,
				triggerNode,
				additionalData(credentials),
				'trigger',
				'activate',
			);
			await node.webhookMethods?.default?.checkExists?.call(context as unknown as IHookFunctions);
		},
		stop: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** The request as n8n hands it over: bytes and parsed body; or the status with which n8n refuses it by itself. */
async function asExpress(request: IncomingMessage): Promise<object | number> {
	const rawBody = await readBody(request);
	if (rawBody === undefined) return 413;
	const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
	let body: unknown;
	try {
		body = isJson && rawBody.length > 0 ? (JSON.parse(rawBody.toString('utf8')) as unknown) : {};
	} catch {
		return 422;
	}
	return Object.assign(request, { rawBody, body, params: {}, query: {} });
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
	const isPacked = request.headers['content-encoding'] === 'gzip';
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of isPacked ? request.pipe(createGunzip()) : request) {
		chunks.push(Buffer.from(chunk as Uint8Array));
		size += (chunk as Uint8Array).length;
		if (size > MAX_BODY_BYTES) return undefined;
	}
	return Buffer.concat(chunks);
}

/** Express adds these to Node's own response. */
function expressResponse(response: ServerResponse): ServerResponse {
	return Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		type(type: string) {
			response.setHeader('content-type', `${type}; charset=utf-8`);
			return response;
		},
		send(text: string) {
			response.end(text);
			return response;
		},
	});
}

/** A request to the trigger's address in, an answer or an item out. Nothing throws: n8n would save a failed execution for every forged request. */
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { classify } from '../feishu/events/kinds';
import type { Envelope } from '../feishu/events/envelope';
import { takeTurn } from '../feishu/events/repeats';
import { receive, REFUSALS, type EventRequest } from '../feishu/events/request';
import { simplify } from '../feishu/events/simplify';
import { cleanText } from '../feishu/core/cleanText';
import { wait } from '../feishu/core/wait';
import { readEventKeys } from './credential';
import { readSettings, wantedName, type TriggerSettings } from './wanted';

/** What a refused sender reads: the status in words, nothing of what was sent. */
const WORDS = {
	400: 'Bad Request',
	401: 'Unauthorized',
	503: 'Service Unavailable',
} as const;

/** 200 without an execution. */
const TAKEN_NOTE: IWebhookResponseData = { webhookResponse: {} };

export async function answerFeishu(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answer(context);
	} catch (error) {
		// A credential or an expression that n8n cannot read. Nobody is to blame who sent something, and Feishu sends it again.
		const reason = error instanceof Error ? cleanText(error.message, []) : 'n8n gives no reason';
		context.logger.error(`Feishu CoreHR Trigger cannot work: ${reason}`, whereabouts(context));
		return refuse(context, 503);
	}
}

async function answer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const keys = await readEventKeys(context);
	const received = receive(requestOf(context), keys);
	if (received.kind === 'refused') {
		context.logger.warn(
			`Feishu CoreHR Trigger refused a request. ${REFUSALS[received.refusal]}`,
			whereabouts(context),
		);
		return refuse(context, received.refusal === 'notJson' ? 400 : 401);
	}
	if (received.kind === 'challenge') {
		context.logger.info('Feishu CoreHR Trigger: Feishu checked the address', whereabouts(context));
		return { webhookResponse: { challenge: received.challenge } };
	}
	return answerEvent(context, received.envelope, readSettings(context));
}

function answerEvent(
	context: IWebhookFunctions,
	envelope: Envelope,
	settings: TriggerSettings,
): IWebhookResponseData {
	const classified = classify(envelope);
	const name = wantedName(envelope, classified, settings);
	const note = (outcome: string) =>
		context.logger.debug('Feishu CoreHR event', {
			...whereabouts(context),
			event_id: envelope.eventId,
			event_type: envelope.eventType,
			outcome,
		});
	if (name === undefined) {
		note('not wanted');
		return TAKEN_NOTE;
	}
	const json = settings.simplify ? simplify(envelope, name, classified.facts) : envelope.body;
	const started = { workflowData: [context.helpers.returnJsonArray(json as IDataObject)] };
	// From the editor's test address the same sample may come again and again.
	const remembers = settings.ignoreRepeats && context.getMode() !== 'manual';
	if (remembers && envelope.eventId !== undefined) {
		const turn = takeTurn(keyOf(context, envelope.eventId));
		if (turn.kind === 'repeat') {
			note('repeat');
			return TAKEN_NOTE;
		}
		if (turn.kind === 'running') {
			note('repeat while the first is being started');
			return refuse(context, 503);
		}
		whenAnswered(context, turn.answered);
	}
	note('run');
	return { ...started, webhookResponse: {} };
}

/** Two triggers that get the same event each run it. */
function keyOf(context: IWebhookFunctions, eventId: string): string {
	return [context.getWorkflow().id, context.getNode().id, eventId].join('/');
}

/** For how long n8n may still be starting an execution whose sender has gone. */
const ABANDONED_MS = 600_000;

/**
 * n8n answers after it has created the execution (1.123: just before), and not with success where it could not.
 * Feishu may be gone by then: it waits for 3 seconds. What n8n says to nobody counts all the same, or a slow n8n would run everything twice.
 */
function whenAnswered(context: IWebhookFunctions, tell: (withSuccess: boolean) => void): void {
	const response = context.getResponseObject() as HttpResponse;
	const isSuccess = () => response.writableEnded && response.statusCode < 300;
	response.once('close', () => {
		if (response.writableEnded) return tell(isSuccess());
		void wait(ABANDONED_MS, undefined, () => response.writableEnded).then(() => tell(isSuccess()));
	});
	response.once('finish', () => tell(isSuccess()));
}

function requestOf(context: IWebhookFunctions): EventRequest {
	const request = context.getRequestObject() as HttpRequest;
	const header = (name: string) => {
		const value = request.headers[name];
		return typeof value === 'string' ? value : undefined;
	};
	return {
		body: request.rawBody ?? Buffer.alloc(0),
		headers: {
			timestamp: header('x-lark-request-timestamp'),
			nonce: header('x-lark-request-nonce'),
			signature: header('x-lark-signature'),
		},
	};
}

function refuse(context: IWebhookFunctions, status: keyof typeof WORDS): IWebhookResponseData {
	const response = context.getResponseObject() as HttpResponse;
	response.status(status).type('text/plain').send(WORDS[status]);
	return { noWebhookResponse: true };
}

function whereabouts(context: IWebhookFunctions): IDataObject {
	return { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
}

/** What is used of Express's request, to which n8n adds the bytes of the body. */
interface HttpRequest {
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Missing for a form with files, which n8n does not read as a whole. */
	rawBody?: Buffer;
}

/** What is used of Express's response. */
interface HttpResponse {
	statusCode: number;
	/** n8n has answered, whether or not anybody is there to read it. */
	writableEnded: boolean;
	status(code: number): this;
	type(type: string): this;
	send(text: string): this;
	once(event: 'finish' | 'close', listener: () => void): this;
}

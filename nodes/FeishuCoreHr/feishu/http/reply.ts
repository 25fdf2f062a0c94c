/** Reads a HTTP reply as Feishu's JSON, without trusting that it is. */
import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

export interface Reply {
	status: number;
	/** Undefined where the body is not Feishu's JSON: a gateway's page, plain text, nothing. */
	body?: FeishuBody;
	/** What Feishu support asks for. */
	logId?: string;
	/** Seconds to wait after a refusal for too many calls, maybe fractional. */
	resetSeconds?: number;
}

export interface FeishuBody extends IDataObject {
	/** 0 = accepted. */
	code: number;
	msg: string;
}

export function readReply(response: IN8nHttpFullResponse): Reply {
	const reply: Reply = { status: response.statusCode };
	const body = readBody(response.body);
	if (body !== undefined) reply.body = body;
	const logId =
		readHeader(response, 'x-tt-logid') ??
		readHeader(response, 'x-request-id') ??
		readText(readObject(body?.error).log_id);
	if (logId !== undefined) reply.logId = logId;
	const reset =
		readSeconds(readHeader(response, 'x-ogw-ratelimit-reset')) ??
		readSeconds(readHeader(response, 'retry-after'));
	if (reset !== undefined) reply.resetSeconds = reset;
	return reply;
}

/** An object as it is, anything else as an empty one. */
export function readObject(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

function readBody(raw: unknown): FeishuBody | undefined {
	if (typeof raw !== 'string') return undefined;
	let parsed: unknown;
	try {
		parsed = JSON.parse(raw);
	} catch {
		return undefined;
	}
	const body = readObject(parsed);
	if (typeof body.code !== 'number') return undefined;
	return { ...body, code: body.code, msg: readText(body.msg) ?? '' };
}

function readHeader(response: IN8nHttpFullResponse, name: string): string | undefined {
	const value: unknown = response.headers[name];
	return readText(Array.isArray(value) ? value[0] : value);
}

function readText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function readSeconds(value: string | undefined): number | undefined {
	const seconds = Number(value);
	return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

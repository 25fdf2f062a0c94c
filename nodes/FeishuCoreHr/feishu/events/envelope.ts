/** The envelope around an event, in Feishu's two versions, read into one form. */
import { fieldIn, objectIn, textIn, type Json } from './json';

/** An event in its envelope. What the envelope does not say is undefined. */
export interface Envelope {
	/** The same for every repeat of an event. */
	eventId: string | undefined;
	/** Feishu's name, such as `corehr.pre_hire.updated_v1`. */
	eventType: string | undefined;
	/** ISO 8601, UTC. */
	createdAt: string | undefined;
	tenantKey: string | undefined;
	appId: string | undefined;
	/** What the event says of itself, whatever form it has. */
	event: unknown;
	/** The whole body, the Verification Token taken out. */
	body: Json;
}

/** Version 2.0 has a `header`; version 1.0, which store-app events use, keeps the same facts at the top and inside of `event`. */
export function readEnvelope(body: Json): Envelope {
	const header = headerOf(body);
	return header === undefined ? readVersion1(body) : readVersion2(body, header);
}

/** The Verification Token that the body carries. A challenge has it at the top. */
export function tokenIn(body: Json): string | undefined {
	return textIn(headerOf(body) ?? body, 'token');
}

function headerOf(body: Json): Json | undefined {
	return fieldIn(body, 'schema') === undefined ? undefined : objectIn(fieldIn(body, 'header'));
}

function readVersion2(body: Json, header: Json): Envelope {
	return {
		eventId: textIn(header, 'event_id'),
		eventType: textIn(header, 'event_type'),
		createdAt: readMoment(fieldIn(header, 'create_time')),
		tenantKey: textIn(header, 'tenant_key'),
		appId: textIn(header, 'app_id'),
		event: fieldIn(body, 'event'),
		body: { ...without(body, ['token']), header: without(header, ['token']) },
	};
}

function readVersion1(body: Json): Envelope {
	const inner = fieldIn(body, 'event');
	const object = objectIn(inner);
	return {
		eventId: textIn(body, 'uuid'),
		eventType: textIn(inner, 'type'),
		createdAt: readMoment(fieldIn(body, 'ts')),
		tenantKey: textIn(inner, 'tenant_key'),
		appId: textIn(inner, 'app_id'),
		event: object === undefined ? inner : without(object, ['type', 'tenant_key', 'app_id']),
		body: without(body, ['token']),
	};
}

function without(object: Json, names: readonly string[]): Json {
	return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Feishu writes seconds (with a fraction), milliseconds, and on one page microseconds: the number of digits tells which. */
function readMoment(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const [, whole, fraction = ''] = MOMENT.exec(String(value)) ?? [];
	if (whole === undefined) return undefined;
	const milliseconds =
		whole.length === 10 ? whole + fraction.slice(0, 3).padEnd(3, '0') : whole.slice(0, 13);
	return new Date(Number(milliseconds)).toISOString();
}

const MOMENT = /^(\d{10}|\d{13}|\d{16})(?:\.(\d+))?$/;

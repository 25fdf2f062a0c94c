// The envelopes of both versions around an event.
import { randomBytes } from 'node:crypto';

/** An event before it is put into its envelope. */
export interface EventSeed {
	/** Feishu's name. */
	type: string;
	/** What the event says, without what the envelope says. */
	event: unknown;
	appId: string;
	/** Left out for an app ticket, which belongs to no tenant. */
	tenant?: string;
	/** Default: new for each event. */
	eventId?: string;
	/** Epoch milliseconds; default now. */
	createdAt?: number;
	/** Default: 1.0 for the events of store apps, 2.0 for all others. */
	version?: '1.0' | '2.0';
}

/** The store-app events, which Feishu has in the old envelope only. */
const OLD_ONES: ReadonlySet<string> = new Set([
	'app_ticket',
	'app_open',
	'app_status_change',
	'app_uninstalled',
	'order_paid',
]);

/** An id as Feishu makes them: 32 hex digits. */
export function newEventId(): string {
	return randomBytes(16).toString('hex');
}

/** The whole body, before it is encrypted. */
export function inEnvelope(
	seed: EventSeed & { eventId: string; createdAt: number },
	token: string,
): Record<string, unknown> {
	const version = seed.version ?? (OLD_ONES.has(seed.type) ? '1.0' : '2.0');
	const tenant = seed.tenant === undefined ? {} : { tenant_key: seed.tenant };
	if (version === '1.0') {
		return {
			ts: `${String(seed.createdAt).slice(0, -3)}.${String(seed.createdAt).slice(-3)}0000`,
			uuid: seed.eventId,
			token,
			type: 'event_callback',
			event: { type: seed.type, app_id: seed.appId, ...tenant, ...(seed.event as object) },
		};
	}
	return {
		schema: '2.0',
		header: {
			event_id: seed.eventId,
			event_type: seed.type,
			create_time: String(seed.createdAt),
			token,
			app_id: seed.appId,
			...tenant,
		},
		event: seed.event,
	};
}

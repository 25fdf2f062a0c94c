/** An event as one flat object, which every kind of event begins alike. */
import type { Envelope } from './envelope';
import type { Json } from './json';

/** What begins every simplified event. A field that Feishu leaves out is left out. */
const COMMON_FIELDS = [
	'event_id',
	'event',
	'event_type',
	'created_at',
	'tenant_key',
	'app_id',
] as const;

/** `data` is a name of ours as well: it takes Feishu's fields that have the name of one of ours, and events of an unknown form. */
const OUR_NAMES: ReadonlySet<string> = new Set([...COMMON_FIELDS, 'data']);

/**
 * @param name our name of the event
 * @param facts what the event says, flat; undefined: the event is passed on whole, as `data`
 */
export function simplify(envelope: Envelope, name: string, facts: Json | undefined): Json {
	const common: Record<(typeof COMMON_FIELDS)[number], unknown> = {
		event_id: envelope.eventId,
		event: name,
		event_type: envelope.eventType,
		created_at: envelope.createdAt,
		tenant_key: envelope.tenantKey,
		app_id: envelope.appId,
	};
	return known({ ...common, ...(facts === undefined ? { data: envelope.event } : sort(facts)) });
}

function sort(facts: Json): Json {
	const entries = Object.entries(facts);
	const hidden = entries.filter(([name]) => OUR_NAMES.has(name));
	const plain = entries.filter(([name]) => !OUR_NAMES.has(name));
	return {
		...Object.fromEntries(plain),
		...(hidden.length > 0 && { data: Object.fromEntries(hidden) }),
	};
}

function known(fields: Json): Json {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

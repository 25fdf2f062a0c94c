/** Whatever arrives, reading it never throws, and what is not proved never passes. */
import fc from 'fast-check';

import { readEnvelope } from '../../../nodes/FeishuCoreHr/feishu/events/envelope';
import { receive } from '../../../nodes/FeishuCoreHr/feishu/events/request';
import { simplify } from '../../../nodes/FeishuCoreHr/feishu/events/simplify';
import { classify, EVENT_KINDS } from '../../../nodes/FeishuCoreHr/feishu/events/kinds';
import { encrypt, seal } from '../../../simulator/events';

const RUNS = 1_000;
/** Where each input costs more. */
const FEWER = 500;

const KEYS = {
	both: { encryptKey: 'fuzz-key', verificationToken: 'fuzz-token', appId: '' },
	keyOnly: { encryptKey: 'fuzz-key', verificationToken: '', appId: '' },
	tokenOnly: { encryptKey: '', verificationToken: 'fuzz-token', appId: '' },
	none: { encryptKey: '', verificationToken: '', appId: '' },
};

const keys = fc.constantFrom(...Object.values(KEYS));

/** Field names that the code looks at, and those that objects inherit. */
const names = fc.constantFrom(
	...['encrypt', 'schema', 'header', 'event', 'type', 'token', 'challenge', 'uuid', 'ts'],
	...['event_id', 'event_type', 'create_time', 'tenant_key', 'app_id', 'pre_hire_id', 'data'],
	...['onboarding_flow_change', 'onboarding_task_changes', 'after_status', 'task_code'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'],
);

const texts = fc.oneof(
	fc.string({ unit: 'binary' }),
	names,
	fc.constantFrom('2.0', 'url_verification', 'event_callback', '1796000000123', '1796000000.12'),
	fc.constantFrom(...EVENT_KINDS.map(({ eventType }) => eventType)),
	fc.base64String(),
);

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
	json: fc.oneof(
		{ maxDepth: 5, withCrossShrink: true },
		fc.oneof(texts, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
		fc.array(tie('json'), { maxLength: 4 }),
		fc.dictionary(fc.oneof(names, fc.string()), tie('json'), { maxKeys: 8 }),
	),
}));

const headers = fc.record({
	timestamp: fc.option(texts, { nil: undefined }),
	nonce: fc.option(texts, { nil: undefined }),
	signature: fc.option(fc.oneof(texts, fc.string({ minLength: 64, maxLength: 64 })), {
		nil: undefined,
	}),
});

it(`bytes without proof are refused, ${RUNS} inputs`, () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 2_000 }), headers, keys, (bytes, sent, known) => {
			expect(receive({ body: Buffer.from(bytes), headers: sent }, known).kind).toBe('refused');
		}),
		{ numRuns: RUNS },
	);
});

it(`JSON without proof is refused, ${RUNS} inputs`, () => {
	fc.assert(
		fc.property(json, headers, keys, (content, sent, known) => {
			const body = Buffer.from(JSON.stringify(content) ?? '');
			expect(receive({ body, headers: sent }, known).kind).toBe('refused');
		}),
		{ numRuns: RUNS },
	);
});

it(`junk of any length in encrypt is refused, ${RUNS} inputs`, () => {
	const junk = fc.oneof(
		fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
		fc.string({ unit: 'binary', maxLength: 300 }),
	);
	fc.assert(
		fc.property(junk, headers, keys, (text, sent, known) => {
			const body = Buffer.from(JSON.stringify({ encrypt: text }));
			expect(receive({ body, headers: sent }, known).kind).toBe('refused');
		}),
		{ numRuns: RUNS },
	);
});

it(`what opens but is not signed is refused unless it is a challenge with the token, ${RUNS} inputs`, () => {
	fc.assert(
		fc.property(json, headers, (content, sent) => {
			const body = Buffer.from(
				JSON.stringify({ encrypt: encrypt(JSON.stringify(content) ?? '', KEYS.both.encryptKey) }),
			);
			expect(receive({ body, headers: sent }, KEYS.both).kind).toBe('refused');
		}),
		{ numRuns: RUNS },
	);
});

it(`a signed body with one byte changed is refused, ${FEWER} inputs`, () => {
	fc.assert(
		fc.property(
			fc.dictionary(names, json),
			fc.nat(),
			fc.integer({ min: 1, max: 255 }),
			(content, at, change) => {
				const { body: text, headers: sent } = seal({ ...content, token: 'fuzz-token' }, KEYS.both);
				const body = Buffer.from(text);
				const index = at % body.length;
				body[index] = (body[index] ?? 0) ^ change;
				const request = { body, headers: signatureIn(sent) };
				expect(receive(request, KEYS.both).kind).toBe('refused');
			},
		),
		{ numRuns: FEWER },
	);
});

it(`a genuine event of any form passes without a throw, and hides none of our fields, ${FEWER} inputs`, () => {
	const type = fc.constantFrom(
		...EVENT_KINDS.map(({ eventType }) => eventType),
		'another.event_v1',
	);
	fc.assert(
		fc.property(type, json, fc.dictionary(names, json), (eventType, event, more) => {
			const content = {
				...more,
				type: 'not a check of the address',
				schema: '2.0',
				header: { event_type: eventType, event_id: 'e1', token: 'fuzz-token' },
				event,
			};
			const { body, headers: sent } = seal(content, KEYS.both);
			const received = receive({ body: Buffer.from(body), headers: signatureIn(sent) }, KEYS.both);
			if (received.kind !== 'event') throw new Error(`refused: ${JSON.stringify(received)}`);
			const classified = classify(received.envelope);
			const item = simplify(received.envelope, 'name', classified.facts);
			expect(item).toMatchObject({ event_id: 'e1', event: 'name', event_type: eventType });
			expect(JSON.stringify([item, received.envelope.body])).not.toContain('"__proto__":');
			expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
		}),
		{ numRuns: FEWER },
	);
});

it(`an envelope of any form is read without a throw, ${RUNS} inputs`, () => {
	fc.assert(
		fc.property(fc.dictionary(names, json), (body) => {
			const { createdAt, event } = readEnvelope(body);
			if (createdAt !== undefined) expect(Number.isNaN(Date.parse(createdAt))).toBe(false);
			expect(event).not.toBe(body);
		}),
		{ numRuns: RUNS },
	);
});

function signatureIn(sent: Record<string, string>) {
	return {
		timestamp: sent['x-lark-request-timestamp'],
		nonce: sent['x-lark-request-nonce'],
		signature: sent['x-lark-signature'],
	};
}

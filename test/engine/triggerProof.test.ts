/* eslint-disable @n8n/community-nodes/no-restricted-imports -- sends requests of its own making, never runs inside n8n */
/** What is not proved is refused with 401 or 400, one line in the log and nothing else; the check of the address is answered. */
import { gzipSync } from 'node:zlib';

import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
} from 'n8n-workflow';

import { FeishuCoreHrTrigger } from '../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node';
import { CUSTOM_APP } from '../../simulator';
import { encrypt, seal, sign } from '../../simulator/events';
import { feishu, useSimulator } from '../harness/feishu';
import { startTrigger, type TriggerServer } from '../harness/trigger';
import { pause, until } from '../harness/until';

const KEYS = { encryptKey: 'an encrypt key', verificationToken: 'a verification token' };
const ALL = { events: ['any'] };
const TYPE = 'corehr.job_data.employed_v1';

useSimulator({ eventTimeScale: 0.000_001 });

let trigger: TriggerServer;
/** Each test has a workflow of its own: what was run is remembered for the process. */
let started = 0;
afterEach(async () => await trigger?.stop());

const start = async (keys: ICredentialDataDecryptedObject = KEYS, more: object = {}) => {
	started += 1;
	trigger = await startTrigger({ parameters: ALL, keys, workflowId: `w${started}`, ...more });
};

interface Sent {
	body: string | Buffer;
	headers: Record<string, string>;
}

async function send({ body, headers }: Sent): Promise<{ status: number; text: string }> {
	const reply = await fetch(trigger.url, { method: 'POST', headers, body });
	return { status: reply.status, text: await reply.text() };
}

const event = (token: string = KEYS.verificationToken, appId = CUSTOM_APP.appId) => ({
	schema: '2.0',
	header: { event_id: 'e1', event_type: TYPE, token, app_id: appId },
	event: { employment_id: '7', name: '王子轩' },
});

const genuine = (content: unknown = event()) => seal(content, KEYS);

const JSON_HEADERS = { 'content-type': 'application/json' };

function signed(body: string, key = KEYS.encryptKey): Sent {
	const [timestamp, nonce] = ['1700000000', '123456789'];
	return {
		body,
		headers: {
			...JSON_HEADERS,
			'x-lark-request-timestamp': timestamp,
			'x-lark-request-nonce': nonce,
			'x-lark-signature': sign(body, timestamp, nonce, key),
		},
	};
}

const encrypted = (content: unknown, key = KEYS.encryptKey) =>
	JSON.stringify({ encrypt: encrypt(JSON.stringify(content), key) });

const challenge = (value: unknown, token: unknown = KEYS.verificationToken) => ({
	type: 'url_verification',
	challenge: value,
	token,
});

/** Refused whatever is in them, with 401. */
const FORGED: Array<[string, () => Sent]> = [
	['no signature', () => ({ body: genuine().body, headers: JSON_HEADERS })],
	['a signature by another key', () => signed(encrypted(event()), 'another key')],
	['a signature by an empty key', () => signed(encrypted(event()), '')],
	['encryption by another key', () => signed(encrypted(event(), 'another key'))],
	['a changed body', () => ({ ...genuine(), body: genuine(event('x')).body })],
	[
		'a body written anew',
		() => {
			const { body, headers } = seal(event(), KEYS, { spaced: true });
			return { headers, body: JSON.stringify(JSON.parse(body)) };
		},
	],
	['a plain body where a key is set', () => signed(JSON.stringify(event()))],
	['a plain challenge where a key is set', () => signed(JSON.stringify(challenge('abc')))],
	['a wrong token', () => genuine(event('another token'))],
	[
		'a token that is no text',
		() => genuine({ ...event(), header: { ...event().header, token: { a: 1 } } }),
	],
	['no token', () => genuine({ schema: '2.0', header: {}, event: {} })],
	['the token in the wrong place', () => genuine({ ...event('x'), token: KEYS.verificationToken })],
	['__proto__', () => genuine(JSON.parse('{"__proto__": {"token": "a verification token"}}'))],
	[
		'a challenge with another token',
		() => ({ body: encrypted(challenge('abc', 'x')), headers: JSON_HEADERS }),
	],
	[
		'a challenge that is a number',
		() => ({ body: encrypted(challenge(7)), headers: JSON_HEADERS }),
	],
	[
		'a challenge that is an object',
		() => ({ body: encrypted(challenge({ a: '<script>' })), headers: JSON_HEADERS }),
	],
	['an empty challenge', () => ({ body: encrypted(challenge('')), headers: JSON_HEADERS })],
	['encrypted text that is no JSON', () => signed(encrypted('text').replace('"}', '"}'))],
	['an encrypted list', () => signed(encrypted([event()]))],
	['encrypt that is a list', () => signed(JSON.stringify({ encrypt: [1, 2] }))],
	...[0, 1, 15, 16, 31, 32, 40, 48, 4_096].map((bytes): [string, () => Sent] => [
		`${bytes} bytes of junk in encrypt`,
		() => signed(JSON.stringify({ encrypt: Buffer.alloc(bytes, 0xa5).toString('base64') })),
	]),
	[
		'15 MiB of junk in encrypt',
		() => signed(JSON.stringify({ encrypt: 'A'.repeat(15 * 1024 * 1024) })),
	],
];

/** Refused with 400. */
const NO_OBJECT: Array<[string, () => Sent]> = [
	['an empty body', () => signed('')],
	['a list', () => signed('[1,2,3]')],
	['a text', () => signed('"text"')],
	['null', () => signed('null')],
	[
		'no JSON, said to be plain text',
		() => ({ ...signed('hello'), headers: { 'content-type': 'text/plain' } }),
	],
	['100,000 nested lists', () => signed('['.repeat(100_000) + ']'.repeat(100_000))],
];

describe('what is refused', () => {
	beforeEach(async () => await start());

	it.each([
		...FORGED.map(([name, make]) => [name, 401, 'Unauthorized', make] as const),
		...NO_OBJECT.map(([name, make]) => [name, 400, 'Bad Request', make] as const),
	])(
		'%s: %i, one line in the log, no execution, nothing of it echoed',
		async (_name, status, text, make) => {
			expect(await send(make())).toEqual({ status, text });
			expect(trigger.items).toEqual([]);
			expect(trigger.thrown).toEqual([]);
			expect(trigger.logs()).toEqual([
				{
					level: 'warn',
					message: expect.stringMatching(
						/^Feishu CoreHR Trigger refused a request\. [A-Z].{20,}\.$/,
					),
					meta: { workflowId: `w${started}`, nodeName: 'Feishu CoreHR Trigger' },
				},
			]);
		},
	);

	it('a genuine event in the same words passes', async () => {
		expect(await send(genuine())).toEqual({ status: 200, text: '{}' });
		expect(trigger.items).toMatchObject([{ event_id: 'e1', name: '王子轩' }]);
	});

	it('a genuine event written with blanks, or packed, passes', async () => {
		expect((await send(seal(event(), KEYS, { spaced: true }))).status).toBe(200);
		const { body, headers } = genuine({
			...event(),
			header: { ...event().header, event_id: 'e2' },
		});
		const packed = { body: gzipSync(body), headers: { ...headers, 'content-encoding': 'gzip' } };
		expect((await send(packed)).status).toBe(200);
		expect(trigger.items.map(({ event_id }) => event_id)).toEqual(['e1', 'e2']);
	});

	it('an event signed years ago passes: a repeat may come late', async () => {
		expect((await send(signed(encrypted(event())))).status).toBe(200);
		expect(trigger.items).toHaveLength(1);
	});

	it('a key named __proto__ in a genuine event is left out', async () => {
		const content = JSON.parse('{"a": {"__proto__": {"polluted": true}}}') as object;
		await send(genuine({ ...event(), event: content }));
		expect(trigger.items).toMatchObject([{ a: {} }]);
		expect((trigger.items[0]?.a as { polluted?: unknown }).polluted).toBeUndefined();
	});
});

describe('the App ID in the credential', () => {
	it('refuses events of another app, and events of none', async () => {
		await start({ ...KEYS, appId: CUSTOM_APP.appId });
		expect((await send(genuine(event(KEYS.verificationToken, 'cli_other')))).status).toBe(401);
		expect(
			(await send(genuine({ ...event(), header: { ...event().header, app_id: null } }))).status,
		).toBe(401);
		expect((await send(genuine())).status).toBe(200);
		expect(trigger.items).toHaveLength(1);
	});
});

describe('the check of the address', () => {
	it.each([
		['both keys', KEYS],
		['the Encrypt Key alone', { ...KEYS, verificationToken: '' }],
	])('is answered where it decrypts: %s', async (_name, keys) => {
		await start(keys);
		const reply = await send({ body: encrypted(challenge('abc"<b>')), headers: JSON_HEADERS });
		expect(reply).toEqual({ status: 200, text: '{"challenge":"abc\\"<b>"}' });
		expect(trigger.items).toEqual([]);
	});

	it('is answered where the token matches and there is no Encrypt Key', async () => {
		await start({ verificationToken: KEYS.verificationToken });
		const right = { body: JSON.stringify(challenge('abc')), headers: JSON_HEADERS };
		expect(await send(right)).toEqual({ status: 200, text: '{"challenge":"abc"}' });
		expect((await send({ ...right, body: JSON.stringify(challenge('abc', 'x')) })).status).toBe(
			401,
		);
		expect((await send({ ...right, body: encrypted(challenge('abc')) })).status).toBe(401);
	});

	it('is not echoed where the credential proves nothing', async () => {
		await start({});
		expect(
			(await send({ body: JSON.stringify(challenge('abc', '')), headers: JSON_HEADERS })).status,
		).toBe(401);
		expect((await send(signed(JSON.stringify(event('')), ''))).status).toBe(401);
		expect(trigger.items).toEqual([]);
	});
});

describe('publishing', () => {
	it.each([
		['nothing', {}],
		['blanks', { encryptKey: ' ', verificationToken: '\n' }],
	])('fails with the reason where the credential holds %s', async (_name, keys) => {
		await start(keys);
		await expect(trigger.publish()).rejects.toMatchObject({
			message: expect.stringContaining('Encrypt Key and Verification Token are both empty'),
			description: expect.stringContaining('Events & Callbacks'),
		});
	});

	it.each([[{ encryptKey: 'k' }], [{ verificationToken: 't' }]])('goes with %j', async (keys) => {
		await start(keys);
		await trigger.publish();
	});
});

it('the credential’s own test looks at the form', async () => {
	const test = new FeishuCoreHrTrigger().methods.credentialTest.feishuCoreHrEventKeys;
	const check = async (data?: ICredentialDataDecryptedObject) =>
		await test.call({} as ICredentialTestFunctions, { data } as ICredentialsDecrypted);
	expect(await check({ encryptKey: 'k' })).toMatchObject({ status: 'OK' });
	expect(await check({ verificationToken: 't' })).toMatchObject({ status: 'OK' });
	for (const data of [undefined, {}, { encryptKey: '  ' }]) {
		expect(await check(data)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/both empty.*Events & Callbacks/),
		});
	}
});

describe('repeats', () => {
	const listen = async (parameters: object = {}, more: object = {}) => {
		await start(
			{ ...feishu().events.keysOf(CUSTOM_APP.appId) },
			{ parameters: { ...ALL, ...parameters }, ...more },
		);
		await feishu().events.register(CUSTOM_APP.appId, trigger.url);
	};
	const statuses = () => feishu().events.deliveries.map(({ status }) => status);

	it('an event that n8n could not start runs when Feishu repeats it', async () => {
		await listen();
		trigger.failStarts(2);
		await feishu().events.push({ type: TYPE }).settled;
		expect(statuses()).toEqual([500, 500, 200]);
		expect(trigger.items).toHaveLength(1);
	});

	it('a repeat that arrives while the first is being started gets 503, and 200 once it is', async () => {
		await listen();
		const go = trigger.holdStarts();
		const { events } = feishu();
		const pushed = events.push({ type: TYPE, copies: 3 });
		await until(() => statuses().filter((status) => status === 503).length >= 2);
		expect(trigger.items).toEqual([]);
		go();
		await pushed.settled;
		expect(trigger.items).toHaveLength(1);
		expect(statuses().filter((status) => status === 200)).toHaveLength(3);
	});

	it('an event whose sender did not wait for the answer is run once all the same', async () => {
		await listen();
		const go = trigger.holdStarts();
		const impatient = new AbortController();
		const keys = feishu().events.keysOf(CUSTOM_APP.appId);
		const sealed = seal(event(keys.verificationToken), keys);
		const first = fetch(trigger.url, { method: 'POST', ...sealed, signal: impatient.signal });
		await until(() => trigger.logs().some(({ meta }) => JSON.stringify(meta).includes('"run"')));
		impatient.abort();
		await expect(first).rejects.toThrow(/abort/i);
		go();
		await until(() => trigger.items.length === 1);
		let status = (await send(sealed)).status;
		while (status === 503) status = (await send(sealed)).status;
		expect(status).toBe(200);
		expect(trigger.items).toHaveLength(1);
	});

	it('without Ignore Repeats every push runs', async () => {
		await listen({ options: { ignoreRepeats: false } });
		await feishu().events.push({ type: TYPE, copies: 2, repeatTaken: true }).settled;
		expect(trigger.items).toHaveLength(4);
	});

	it('the editor’s test address runs the same sample again', async () => {
		await listen({}, { mode: 'manual' });
		await feishu().events.push({ type: TYPE, copies: 2 }).settled;
		expect(trigger.items).toHaveLength(2);
	});

	it('two workflows run the same event once each', async () => {
		const { events } = feishu();
		for (const workflowId of ['one', 'two']) {
			await listen({}, { workflowId });
			await events.push({ type: TYPE, eventId: 'shared', copies: 1, repeatTaken: true }).settled;
			expect(trigger.items).toHaveLength(1);
			await trigger.stop();
		}
	});
});

it('a storm of requests reads the credential once, and an edited one counts soon', async () => {
	await start();
	const forged = { body: genuine().body, headers: JSON_HEADERS };
	await Promise.all(Array.from({ length: 50 }, async () => await send(forged)));
	expect(trigger.credentials.reads).toBe(1);
	trigger.credentials.edit({ encryptKey: 'another key' });
	const { verificationToken } = KEYS;
	const sealed = seal(event(), { encryptKey: 'another key', verificationToken });
	let status = 401;
	for (let tries = 0; status === 401 && tries < 100; tries += 1) {
		await pause(100);
		({ status } = await send(sealed));
	}
	expect(status).toBe(200);
});

it('a credential that n8n cannot read is 503 and a line in the log: Feishu sends it again', async () => {
	await start();
	trigger.credentials.getDecrypted = async () => {
		throw new Error('the database is away');
	};
	expect(await send(genuine())).toEqual({ status: 503, text: 'Service Unavailable' });
	expect(trigger.thrown).toEqual([]);
	expect(trigger.logs()).toMatchObject([
		{ level: 'error', message: 'Feishu CoreHR Trigger cannot work: the database is away' },
	]);
});

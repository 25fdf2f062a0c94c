/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- reads n8n's files and prints a table, never runs inside n8n */
/** The trigger in a real n8n: every kind of event, genuine, forged and repeated, encrypted and plain; bad input; no secret anywhere. */
import { gzipSync } from 'node:zlib';
import { EVENT_KINDS } from '../../nodes/FeishuCoreHr/feishu/events/kinds';
import { CUSTOM_APP, STORE_APP } from '../../simulator';
import { flowChange, seal } from '../../simulator/events';
import { until } from './launcher/commands';
import { createCredential, EVENTS_CREDENTIAL_TYPE, eventsCredential } from './launcher/credentials';
import { dumpSqlite } from './launcher/database';
import { connect, endNode, triggerNode } from './launcher/nodes';
import {
	activateWorkflow,
	executionsSoFar,
	finishedExecutions,
	importWorkflow,
	outputOf,
} from './launcher/workflows';
import { openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite({ simulator: { eventTimeScale: 0.000_001 } });
});
afterAll(async () => await site?.close());

/** This kind shares its event with the one of statuses: here no status moves. */
const ONLY_A_TASK = flowChange('7345005664477775407', undefined, [
	{ task_code: '2', after_status: 'completed' },
]);

/** Workflows by their path. */
const workflows = new Map<string, string>();

const addressOf = (path: string) => `${site.server.url}/webhook/${path}/webhook`;

/** A published workflow that starts on these events of the app; its address is entered at Feishu. */
async function listen(path: string, appId: string, events: string[]): Promise<void> {
	const keys = site.simulator.events.keysOf(appId);
	const credential = await createCredential(site.api, eventsCredential(appId, keys));
	const workflow = await site.publish(
		{
			name: path,
			nodes: [triggerNode(path, { events }), endNode()],
			connections: connect({ Feishu: ['End'] }),
		},
		{ [EVENTS_CREDENTIAL_TYPE]: credential },
	);
	workflows.set(path, workflow.id);
	expect(await site.simulator.events.register(appId, addressOf(path))).toBeUndefined();
}

const idOf = (path: string) => workflows.get(path) ?? '';

const statusesOf = (eventId: string) =>
	site.simulator.events.deliveries
		.filter((delivery) => delivery.eventId === eventId)
		.map(({ status }) => status);

/** Rows of the closing table. */
const table: string[] = [];
afterAll(() => {
	const heading = '| Kind | Sent | Genuine | Repeated | Forged |\n| --- | --- | --- | --- | --- |';
	console.log(`n8n ${site.n8n.version}\n${heading}\n${table.join('\n')}`);
});

const APPS = [CUSTOM_APP, STORE_APP].flatMap((app) =>
	(['encrypted', 'plain'] as const).map((how) => [app.kind, how, app] as const),
);

describe.each(APPS)('%s app, %s', (kind, how, app) => {
	const path = `${kind}-${how}`;
	const kinds = EVENT_KINDS.filter(({ appTypes }) => appTypes.includes(kind));

	beforeAll(async () => {
		site.simulator.events.setKeys(app.appId, {
			encryptKey: how === 'plain' ? '' : `encrypt-key-of-${path}`,
			verificationToken: `verification-token-of-${path}`,
		});
		await listen(
			path,
			app.appId,
			kinds.map(({ name }) => name),
		);
	});

	it('runs every kind once, also when it is sent again, and nothing that is forged', async () => {
		const { events } = site.simulator;
		const keys = events.keysOf(app.appId);
		const counted = new Map<string, number[]>();
		for (const [index, { name, eventType }] of kinds.entries()) {
			const { eventId, settled } = events.push({
				type: eventType,
				appId: app.appId,
				repeatTaken: true,
				...(name === 'onboardingTaskChanged' && { event: ONLY_A_TASK }),
			});
			await settled;
			expect([name, statusesOf(eventId)]).toEqual([name, [200, 200]]);
			const executions = await finishedExecutions(site.api, idOf(path), index + 1);
			expect(executions).toHaveLength(index + 1);
			const [item] = outputOf(executions.at(-1)!, 'End');
			expect(item).toMatchObject({ event: name, event_id: eventId, app_id: app.appId });

			events.setKeys(app.appId, {
				encryptKey: how === 'plain' ? '' : 'forged-key',
				verificationToken: 'forged-token',
			});
			const forged = events.push({ type: eventType, appId: app.appId });
			await forged.settled;
			events.setKeys(app.appId, keys);
			expect(new Set(statusesOf(forged.eventId))).toEqual(new Set([401]));
			counted.set(name, [...statusesOf(eventId), 401].map(Number));
		}
		expect(await executionsSoFar(site.api, idOf(path))).toHaveLength(kinds.length);
		for (const [name, [first, second, forged]] of counted) {
			table.push(`| ${name} | ${path} | ${first}, run | ${second}, not run | ${forged}, not run |`);
		}
	});
});

/** n8n itself gave up reading. */
const CONNECTION_CLOSED = 599;

describe('bad input', () => {
	const path = 'custom-encrypted';
	const app = CUSTOM_APP.appId;

	async function send(
		body: string | Buffer,
		headers: Record<string, string> = {},
	): Promise<number> {
		const ask = async () =>
			await fetch(addressOf(path), {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body,
			});
		// Once more: n8n may have closed a connection that was kept open since the last request.
		const reply = await ask().catch(async () => await ask().catch(() => undefined));
		if (reply === undefined) return CONNECTION_CLOSED;
		const text = await reply.text();
		expect(text).not.toContain('marker');
		return reply.status;
	}

	it('is refused without an execution, and without an echo', async () => {
		const before = (await executionsSoFar(site.api, idOf(path))).length;
		const refusedBefore = site.server.log().split('refused a request').length;
		const megabytes = (count: number) => `{"encrypt":"${'A'.repeat(count * 1024 * 1024)}"}`;
		const gzip = { 'content-encoding': 'gzip' };
		const bomb = gzipSync(`{"encrypt":"${'A'.repeat(200 * 1024 * 1024)}"}`);
		expect(bomb.length).toBeLessThan(300_000);
		const statuses = {
			plain: await send('{"challenge":"marker","type":"url_verification"}'),
			prototype: await send('{"__proto__":{"token":"marker"}}'),
			list: await send('["marker"]'),
			empty: await send(''),
			bytes: await send('marker', { 'content-type': 'application/octet-stream' }),
			form: await send('encrypt=marker', { 'content-type': 'application/x-www-form-urlencoded' }),
			multipart: await send('marker', { 'content-type': 'multipart/form-data; boundary=x' }),
			large: await send(megabytes(15)),
			packed: await send(gzipSync(megabytes(15)), gzip),
			brokenJson: await send('{"marker"'),
			brokenGzip: await send('marker', gzip),
			tooLarge: await send(megabytes(17)),
			bomb: await send(bomb, gzip),
		};
		console.log(`n8n ${site.n8n.version}: ${JSON.stringify(statuses)}`);
		expect(statuses).toMatchObject({
			plain: 401,
			prototype: 401,
			list: 400,
			empty: 400,
			bytes: 400,
			form: 400,
			large: 401,
			packed: 401,
		});
		for (const status of Object.values(statuses)) expect(status).toBeGreaterThanOrEqual(400);
		const refused = site.server.log().split('refused a request').length - refusedBefore;
		expect(refused).toBeGreaterThanOrEqual(8);
		expect(site.server.log()).not.toContain('marker');
		expect(await executionsSoFar(site.api, idOf(path))).toHaveLength(before);
		expect(statusesOf('after')).toEqual([]);
		site.simulator.events.setKeys(app, {
			encryptKey: `encrypt-key-of-${path}`,
			verificationToken: `verification-token-of-${path}`,
		});
		// Feishu waits a second for the answer to its check, and n8n may still be busy with what it was sent.
		const { events } = site.simulator;
		await until(async () => (await events.register(app, addressOf(path))) === undefined, {
			withinMs: 20_000,
		});
		expect(events.addressOf(app)).toBe(addressOf(path));
		await site.simulator.events.push({ type: 'corehr.job_data.employed_v1', eventId: 'after' })
			.settled;
		expect(statusesOf('after')).toEqual([200]);
	});

	it('a genuine event written with blanks passes', async () => {
		const { body, headers } = seal(
			{
				schema: '2.0',
				header: {
					event_id: 'spaced',
					event_type: 'corehr.job_data.employed_v1',
					token: `verification-token-of-${path}`,
					app_id: app,
				},
				event: { employment_id: '7' },
			},
			{ encryptKey: `encrypt-key-of-${path}`, verificationToken: '' },
			{ spaced: true },
		);
		expect(await send(body, headers)).toBe(200);
	});
});

it('a workflow whose credential proves nothing cannot be published, and n8n says why', async () => {
	const credential = await createCredential(
		site.api,
		eventsCredential('', { encryptKey: '', verificationToken: ' ' }),
	);
	const content = {
		name: 'unproved',
		nodes: [triggerNode('unproved', { events: ['any'] }), endNode()],
		connections: connect({ Feishu: ['End'] }),
	};
	const workflow = await importWorkflow(site.api, content, {
		[EVENTS_CREDENTIAL_TYPE]: credential,
	});
	const published = activateWorkflow(site.api, site.n8n.version, workflow);
	const [outcome] = await Promise.allSettled([published]);
	const said = `${String(outcome.status === 'rejected' && outcome.reason)} ${site.server.log()}`;
	expect(said).toContain('Encrypt Key and Verification Token are both empty');
	const reply = await fetch(addressOf('unproved'), { method: 'POST', body: '{}' });
	expect(reply.status).toBe(404);
});

it('the credential’s test says what is missing', async () => {
	const test = async (keys: { encryptKey: string; verificationToken: string }) => {
		const content = eventsCredential('', keys);
		const { id } = await createCredential(site.api, content);
		return await site.api.post<{ status: string; message: string }>('/credentials/test', {
			credentials: { id, ...content },
		});
	};
	expect(await test({ encryptKey: '', verificationToken: '' })).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('both empty'),
	});
	expect(await test({ encryptKey: 'k', verificationToken: '' })).toMatchObject({ status: 'OK' });
});

it('the editor gets the output schema', async () => {
	const reply = await fetch(
		`${site.server.url}/schemas/n8n-nodes-feishu-corehr.feishuCoreHrTrigger/1.1.0.json`,
		{ headers: { cookie: site.api.cookie } },
	);
	const text = await reply.text();
	console.log(`schema: ${reply.status} ${text.slice(0, 60)}`);
	expect(text).toContain('event_id');
});

it('the keys and tokens stand in no execution, log line or page of the database', async () => {
	const secrets = APPS.flatMap(([kind, how]) => [
		`encrypt-key-of-${kind}-${how}`,
		`verification-token-of-${kind}-${how}`,
	]);
	const tables = JSON.stringify(await dumpSqlite(site.n8n.node, site.userFolder));
	expect(tables).toContain('employment_id');
	expect(secrets.filter((secret) => tables.includes(secret))).toEqual([]);
	expect(secrets.filter((secret) => site.server.log().includes(secret))).toEqual([]);
});

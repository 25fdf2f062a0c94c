/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's files, never runs inside n8n */
/** No secret in what n8n saves and logs, however an execution ended; the token in the credential, encrypted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CUSTOM_APP, STORE_APP } from '../../simulator';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	storeAppCredential,
} from './launcher/credentials';
import { dumpSqlite, type Tables } from './launcher/database';
import { lastNodeWorkflow, restoreNode } from './launcher/nodes';
import { openSite, type Site } from './site';

const PERSON = (n: number) => `7345005664477${String(n).padStart(3, '0')}407`;
const HEADCOUNT = PERSON(101);

let site: Site;
let secrets: string[];
let credentialId: string;
let tables: Tables;

beforeAll(async () => {
	site = await openSite();
	const custom = await createCredential(site.api, customAppCredential(site.simulator.url));
	const store = await createCredential(
		site.api,
		storeAppCredential(site.simulator.url, '={{ $json.body.tenant }}'),
	);
	credentialId = custom.id;
	await publish('branch', custom, 'continueErrorOutput');
	await publish('stop', custom, 'stopWorkflow');
	await publish('store', store, 'continueErrorOutput');
	await runEverything();
	secrets = [
		CUSTOM_APP.appSecret,
		STORE_APP.appSecret,
		STORE_APP.appTicket,
		...site.simulator.issuedTokens,
	];
	tables = await dumpSqlite(site.n8n.node, site.userFolder);
});
afterAll(async () => await site?.close());

async function publish(
	path: string,
	credential: { id: string; name: string },
	onError: 'continueErrorOutput' | 'stopWorkflow',
): Promise<void> {
	const restore = restoreNode('={{ $json.body.id }}', { maxRetries: 0 }, { onError });
	await site.publish(lastNodeWorkflow(path, [restore]), { [CREDENTIAL_TYPE]: credential });
}

/** Successes, refusals, echoed secrets, dead tokens and refused exchanges, in every way an execution can end. */
async function runEverything(): Promise<void> {
	const { simulator } = site;
	let person = 1;
	for (const path of ['branch', 'stop']) {
		await site.post(path, { id: PERSON(person++) });
		await site.post(path, { id: HEADCOUNT });
		for (const fault of [
			{ kind: 'secretEcho' },
			{ kind: 'html', applied: false },
			{ kind: 'cut', applied: false },
			{ kind: 'unauthorized', code: 99991663 },
		] as const) {
			simulator.faultNext('restore', fault);
			await site.post(path, { id: PERSON(person++) });
		}
		simulator.revokeTokens();
		simulator.faultNext('tenantToken', { kind: 'secretEcho' }, 3);
		await site.post(path, { id: PERSON(person++) });
		simulator.clearFaults();
	}
	await site.post('store', { id: PERSON(1), tenant: 'tenant-a' });
	simulator.faultNext('restore', { kind: 'secretEcho' });
	await site.post('store', { id: PERSON(2), tenant: 'tenant-a' });
	await site.post('branch', { id: PERSON(12) });
}

describe('after executions that went well, badly and very badly', () => {
	it('has something to search', () => {
		const restored = [1, 12].map((n) => site.simulator.person(PERSON(n)).restoredTimes);
		const executions = (tables.execution_entity ?? []).map(({ status }) => status);

		expect(restored).toEqual([1, 1]);
		expect(executions).toHaveLength(17);
		expect(new Set(executions)).toEqual(new Set(['success', 'error']));
		expect(site.simulator.issuedTokens.length).toBeGreaterThanOrEqual(4);
		expect(site.simulator.calls.filter(({ fault }) => fault === 'secretEcho').length).toBe(5);
		expect(textOf('execution_data')).toContain('Headcount is exceeded (1161063)');
		expect(site.server.log()).toContain('1161063');
	});

	it('holds no secret in the saved executions, nor anywhere in the database', () => {
		expect(found(textOf('execution_data'))).toEqual([]);
		for (const table of Object.keys(tables)) {
			expect([table, found(textOf(table))]).toEqual([table, []]);
		}
	});

	it("holds no secret in n8n's files, byte for byte", () => {
		const folder = join(site.userFolder, '.n8n');
		const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());

		expect(files.map(({ name }) => name)).toContain('database.sqlite');
		for (const { name } of files) {
			expect([name, found(readFileSync(join(folder, name), 'latin1'))]).toEqual([name, []]);
		}
	});

	it('holds no secret in the log, debug lines and all', () => {
		expect(found(site.server.log())).toEqual([]);
	});

	it("keeps the custom app's token in the credential, encrypted", async () => {
		const stored = tables.credentials_entity?.find(({ id }) => id === credentialId);
		const decrypted = await decryptedCredential();

		expect(decrypted).toMatchObject({
			accessToken: site.simulator.callsTo('restore').at(-1)?.headers.authorization?.slice(7),
			accessTokenOwner: expect.stringMatching(/^[0-9a-f]{16,}$/),
		});
		expect(Number(decrypted.accessTokenExpiresAt)).toBeGreaterThan(Date.now());
		expect(stored?.data).toMatch(/^[A-Za-z0-9+/=]{100,}$/);
	});

	it('shows no token to the editor', async () => {
		const shown = await site.api.get<object>(`/credentials/${credentialId}?includeData=true`);

		expect(found(JSON.stringify(shown))).toEqual([]);
	});
});

const textOf = (table: string) => JSON.stringify(tables[table]);
const found = (text: string) => secrets.filter((secret) => text.includes(secret));

async function decryptedCredential(): Promise<Record<string, unknown>> {
	const file = join(site.userFolder, 'decrypted.json');
	await site.command('export:credentials', '--all', '--decrypted', `--output=${file}`);
	const all = JSON.parse(readFileSync(file, 'utf8')) as Array<{
		id: string;
		data: Record<string, unknown>;
	}>;
	return all.find(({ id }) => id === credentialId)?.data ?? {};
}

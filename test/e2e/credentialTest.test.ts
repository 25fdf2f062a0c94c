/** The credential's own test, asked as the editor asks it: the sentence that a builder reads. */
import { CUSTOM_APP, HOME_TENANT, STORE_APP, type AppSeed } from '../../simulator';
import {
	createCredential,
	customAppCredential,
	storeAppCredential,
	type CredentialContent,
} from './launcher/credentials';
import { freePort } from './launcher/folders';
import { openSite, type Site } from './site';

interface Verdict {
	status: string;
	message: string;
}

/** An app for which this n8n has no token yet. */
const UNKNOWN_YET: AppSeed & { appId: string } = {
	appId: 'cli_simulated_unknown_yet',
	appSecret: 'placeholder-secret-of-the-unknown-app',
	kind: 'custom',
	tenants: [HOME_TENANT],
};

let site: Site;

beforeAll(async () => {
	site = await openSite({ simulator: { apps: [CUSTOM_APP, STORE_APP, UNKNOWN_YET] } });
});
beforeEach(() => {
	site.simulator.clearFaults();
	site.simulator.calls.length = 0;
});
afterAll(async () => await site?.close());

/** Saves a credential and presses Test. */
async function test(content: CredentialContent): Promise<Verdict> {
	const stored = await createCredential(site.api, content);
	return await site.api.post('/credentials/test', { credentials: { ...content, ...stored } });
}

const custom = (data: Record<string, unknown> = {}, url = site.simulator.url) =>
	customAppCredential(url, data);

describe("the credential's test in n8n", () => {
	it('says that it works', async () => {
		expect(await test(custom())).toMatchObject({ status: 'OK' });
		expect(site.simulator.calls.map(({ api, code }) => [api, code])).toEqual([
			['tenantToken', 0],
			['scopes', 0],
		]);
	});

	it('works for a store app', async () => {
		expect(await test(storeAppCredential(site.simulator.url, 'tenant-a'))).toMatchObject({
			status: 'OK',
		});
		expect(site.simulator.callsTo('scopes')).toEqual([
			expect.objectContaining({ appId: STORE_APP.appId, tenant: 'tenant-a', code: 0 }),
		]);
	});

	it('says that the secret is wrong', async () => {
		const { status, message } = await test(custom({ appSecret: 'not-the-secret' }));

		expect(status).toBe('Error');
		expect(message).toMatch(/App Secret/);
		expect(message).toMatch(/Feishu says: app secret invalid/);
		expect(message).not.toContain('not-the-secret');
		expect(site.simulator.calls.map(({ api, code }) => [api, code])).toEqual([
			['tenantToken', 10014],
		]);
	});

	it('says that nobody answers at the address', async () => {
		const address = `http://127.0.0.1:${await freePort()}`;
		const { status, message } = await test(custom({}, address));

		expect(status).toBe('Error');
		expect(message).toContain(`No access token from ${new URL(address).host}`);
		expect(message).toMatch(/Check the Environment/);
	});

	it('says that a proxy page answers where the token should come from', async () => {
		site.simulator.faultNext('tenantToken', { kind: 'html', status: 200, applied: false }, 10);
		const { appId, appSecret } = UNKNOWN_YET;
		const { status, message } = await test(custom({ appId, appSecret }));

		expect(status).toBe('Error');
		expect(message).toMatch(/Check the Environment in the credential/);
		expect(message).toMatch(/proxy/);
		expect(message).not.toMatch(/<html/i);
	});

	it('says that a proxy page answers where the scopes should come from', async () => {
		site.simulator.faultNext('scopes', { kind: 'html', status: 200, applied: false }, 10);
		const { status, message } = await test(custom());

		expect(status).toBe('Error');
		expect(message).toMatch(/does not come from Feishu’s API/);
		expect(message).toMatch(/proxy/);
	});

	it('says that Feishu answered with a code nobody listed', async () => {
		site.simulator.faultNext('scopes', { kind: 'refuse', code: 1234567 }, 10);
		const { status, message } = await test(custom());

		expect(status).toBe('Error');
		expect(message).toMatch(/Feishu answered with a code that this package does not know/);
		expect(message).not.toMatch(/proxy/);
	});

	it('says that the base URL must be https', async () => {
		const { status, message } = await test(custom({}, 'http://feishu.example.com'));

		expect(status).toBe('Error');
		expect(message).toMatch(/https:\/\//);
		expect(site.simulator.calls).toEqual([]);
	});
});

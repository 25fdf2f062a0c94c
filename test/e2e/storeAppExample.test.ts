/** The store app's example: Feishu's event is decrypted, the ticket kept and used, anything else refused. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { STORE_APP } from '../../simulator';
import { example } from './launcher/exampleFiles';
import { createCredential, CREDENTIAL_TYPE, storeAppCredential } from './launcher/credentials';
import { executionsSoFar, type StoredWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

const ENCRYPT_KEY = 'an encrypt key for tests';
const VERIFICATION_TOKEN = 'a verification token for tests';

let site: Site;
let workflow: StoredWorkflow;

beforeAll(async () => {
	site = await openSite({ env: { NODE_FUNCTION_ALLOW_BUILTIN: 'crypto' } });
	const content = storeAppCredential(site.simulator.url, '={{ $json.tenant_key }}');
	const credential = await createCredential(site.api, {
		...content,
		name: 'Feishu CoreHR store app',
		data: { ...content.data, appTicket: '={{ $json.app_ticket }}' },
	});
	const filledIn = example('store-app-ticket', (text) =>
		text
			.replace('REPLACE_WITH_YOUR_ENCRYPT_KEY', ENCRYPT_KEY)
			.replace('REPLACE_WITH_YOUR_VERIFICATION_TOKEN', VERIFICATION_TOKEN),
	);
	workflow = await site.publish(filledIn, { [CREDENTIAL_TYPE]: credential });
});
afterAll(async () => await site?.close());

/** As Feishu encrypts events: AES-256-CBC, the initial vector in front. */
function encrypted(event: object): { encrypt: string } {
	const iv = randomBytes(16);
	const cipher = createCipheriv(
		'aes-256-cbc',
		createHash('sha256').update(ENCRYPT_KEY).digest(),
		iv,
	);
	const text = Buffer.concat([iv, cipher.update(JSON.stringify(event), 'utf8'), cipher.final()]);
	return { encrypt: text.toString('base64') };
}

it('answers Feishu’s challenge, keeps the ticket and restores in the tenant asked for', async () => {
	const challenge = { type: 'url_verification', token: VERIFICATION_TOKEN, challenge: 'abc' };
	expect(await site.post('feishu-app-ticket', encrypted(challenge))).toEqual({
		status: 200,
		body: { challenge: 'abc' },
	});
	const event = { type: 'app_ticket', app_id: STORE_APP.appId, app_ticket: STORE_APP.appTicket };
	const kept = await site.post(
		'feishu-app-ticket',
		encrypted({ token: VERIFICATION_TOKEN, type: 'event_callback', event }),
	);
	expect(kept).toEqual({ status: 200, body: { ok: true } });

	const id = '7345005664477001407';
	const reply = await site.post('feishu-store-restore', {
		pre_hire_id: id,
		tenant_key: 'tenant-b',
	});
	expect(reply).toMatchObject({ status: 200, body: { outcome: 'restored' } });
	expect(site.simulator.person(id, 'tenant-b').restoredTimes).toBe(1);
	expect(site.simulator.person(id, 'tenant-a').restoredTimes).toBe(0);
	expect(await executionsSoFar(site.api, workflow.id)).toEqual([]);
});

it.each([
	['another token', () => encrypted({ token: 'other', type: 'event_callback' })],
	['nothing that the key opens', () => ({ encrypt: randomBytes(48).toString('base64') })],
	['no event', () => ({})],
])('refuses a call with %s', async (_case, body) => {
	expect(await site.post('feishu-app-ticket', body())).toEqual({
		status: 401,
		body: { error: expect.stringContaining('does not come from Feishu') },
	});
});

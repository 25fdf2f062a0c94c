/** The credential in n8n's HTTP Request node, on another Feishu call: token, expiry, another host, an edited App ID. */
import {
	CUSTOM_APP,
	HOME_TENANT,
	startSimulator,
	type AppSeed,
	type FeishuSimulator,
} from '../../simulator';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { pause } from './launcher/commands';
import { httpRequestNode, lastNodeWorkflow } from './launcher/nodes';
import { openSite, type Site } from './site';

const SECOND_APP: AppSeed = {
	appId: 'cli_simulated_second',
	appSecret: 'placeholder-secret-of-the-second-app',
	kind: 'custom',
	tenants: [HOME_TENANT],
};
const ADDRESS = '/open-apis/contact/v3/scopes';

let site: Site;
let elsewhere: FeishuSimulator;
let credentialId: string;

beforeAll(async () => {
	site = await openSite({ simulator: { apps: [CUSTOM_APP, SECOND_APP] } });
	const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
	credentialId = credential.id;
	elsewhere = await startSimulator();
	const ask = httpRequestNode('Ask Feishu', site.simulator.url + ADDRESS);
	await site.publish(lastNodeWorkflow('ask', [ask]), { [CREDENTIAL_TYPE]: credential });
	const stray = httpRequestNode('Ask elsewhere', elsewhere.url + ADDRESS);
	await site.publish(lastNodeWorkflow('stray', [{ ...stray, onError: 'continueRegularOutput' }]), {
		[CREDENTIAL_TYPE]: credential,
	});
});
afterAll(async () => {
	await elsewhere?.stop();
	await site?.close();
});

async function ask(): Promise<void> {
	const { status, body } = await site.post('ask', {});
	expect([status, body]).toEqual([200, [expect.objectContaining({ code: 0 })]]);
}

const callers = () => site.simulator.callsTo('other').map(({ appId, code }) => [appId, code]);

describe('the credential in the HTTP Request node', () => {
	it('gets a token, and uses it again', async () => {
		await ask();
		await ask();

		expect(callers()).toEqual([
			[CUSTOM_APP.appId, 0],
			[CUSTOM_APP.appId, 0],
		]);
		expect(site.simulator.callsTo('tenantToken')).toHaveLength(1);
	});

	it('sends nothing to another host, asks for no token, and says why', async () => {
		const exchanges = site.simulator.callsTo('tenantToken').length;
		const { body } = await site.post('stray', {});

		expect(JSON.stringify(body)).toContain(
			`This credential is for ${site.simulator.url} only, and the request would go to ${elsewhere.url}`,
		);
		expect(elsewhere.calls).toEqual([]);
		expect(site.simulator.callsTo('tenantToken')).toHaveLength(exchanges);
	});

	it('gets another once the token has expired', async () => {
		site.simulator.reset();
		site.simulator.setTokenLifetime(2);
		await edit({ appSecret: CUSTOM_APP.appSecret });
		await ask();
		await pause(2_500);
		await ask();

		const good = site.simulator.callsTo('other').filter(({ code }) => code === 0);
		expect(good).toHaveLength(2);
		expect(new Set(good.map(({ headers }) => headers.authorization)).size).toBe(2);
		expect(site.simulator.callsTo('other').at(-1)?.code).toBe(0);
	});

	it('never calls as the old app once the App ID was edited', async () => {
		site.simulator.reset();
		await edit({ appId: SECOND_APP.appId, appSecret: SECOND_APP.appSecret });
		await ask();
		await ask();

		expect(callers()).toEqual([
			[SECOND_APP.appId, 0],
			[SECOND_APP.appId, 0],
		]);
		expect(site.simulator.calls.map(({ appId }) => appId)).not.toContain(CUSTOM_APP.appId);
	});
});

/** Edits the credential as the editor does: it sends back what it was given, with the changes in it. */
async function edit(changes: Record<string, string>): Promise<void> {
	const { name, type, data } = await site.api.get<{
		name: string;
		type: string;
		data: Record<string, unknown>;
	}>(`/credentials/${credentialId}?includeData=true`);
	await site.api.patch(`/credentials/${credentialId}`, {
		name,
		type,
		data: { ...data, ...changes },
	});
}

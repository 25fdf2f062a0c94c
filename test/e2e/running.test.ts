/** An n8n that runs already (`N8N_URL`): used only where this package is installed, and left as it was. */
import { OWNER, signIn } from './launcher/api';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { webhookWorkflow } from './launcher/exampleWorkflows';
import { removeFolder, temporaryFolder } from './launcher/folders';
import { visit } from './launcher/running';
import { startN8n } from './launcher/server';
import type { RunningTarget } from './launcher/target';
import { activateWorkflow, importWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});
afterAll(async () => await site?.close());

const at = (url: string, password = OWNER.password): RunningTarget => ({
	kind: 'running',
	url,
	owner: { email: OWNER.email, password },
});

it('what a visit makes is gone after it, what was there before is not', async () => {
	const kept = await createCredential(site.api, customAppCredential(site.simulator.url));
	const { api, version, leave } = await visit(at(site.server.url));
	const credential = await createCredential(api, customAppCredential(site.simulator.url));
	const credentials = { [CREDENTIAL_TYPE]: credential };
	const workflow = await importWorkflow(api, webhookWorkflow('visit'), credentials);
	await activateWorkflow(api, version, workflow);
	expect((await site.post('visit', { pre_hire_id: '7345005664477001407' })).status).toBe(200);
	await leave();

	expect(version).toBe(site.n8n.version);
	const left = await site.api.get<Array<{ id: string }>>('/credentials');
	expect(left.map(({ id }) => id)).toEqual([kept.id]);
	expect(await site.api.get('/workflows')).toEqual([]);
});

it('says in a sentence that nobody is let in, or that nobody is there', async () => {
	await expect(visit(at(site.server.url, 'wrong'))).rejects.toThrow(
		/^Nobody is let in at N8N_URL http\S+ with N8N_OWNER_EMAIL: n8n let nobody in: 401/,
	);
	await expect(visit(at('http://127.0.0.1:9'))).rejects.toThrow(
		/^Nobody is let in at N8N_URL http:\/\/127\.0\.0\.1:9 with N8N_OWNER_EMAIL: .+/,
	);
});

it('says in a sentence that the package is not installed there', async () => {
	const userFolder = temporaryFolder('n8n');
	const server = await startN8n({ n8n: site.n8n, userFolder });
	try {
		await signIn(server.url);
		await expect(visit(at(server.url))).rejects.toThrow(
			/does not know n8n-nodes-feishu-corehr\.feishuCoreHr and .*Trigger: install n8n-nodes-feishu-corehr there first/,
		);
	} finally {
		await server.stop();
		await removeFolder(userFolder);
	}
});

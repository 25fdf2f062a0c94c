/** The store app's example: the trigger brings the ticket, a data table keeps it, and it is used in the tenant asked for. */
import { STORE_APP } from '../../simulator';
import { example } from './launcher/exampleFiles';
import { pause } from './launcher/commands';
import {
	createCredential,
	CREDENTIAL_TYPE,
	EVENTS_CREDENTIAL_TYPE,
	eventsCredential,
	storeAppCredential,
} from './launcher/credentials';
import { createDataTable, type DataTable } from './launcher/dataTables';
import { executionsSoFar, type StoredWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

const PERSON = '7345005664477001407';

let site: Site;
let workflow: StoredWorkflow;
let table: DataTable | undefined;

beforeAll(async () => {
	site = await openSite();
	const { events } = site.simulator;
	const content = storeAppCredential(site.simulator.url, '={{ $json.tenant_key }}');
	const store = await createCredential(site.api, {
		...content,
		name: 'Feishu CoreHR store app',
		data: { ...content.data, appTicket: '={{ $json.app_ticket }}' },
	});
	const keys = await createCredential(
		site.api,
		eventsCredential(STORE_APP.appId, events.keysOf(STORE_APP.appId)),
	);
	table = await createDataTable(site.api, 'Feishu app ticket', ['app_id', 'app_ticket']);
	const { id } = table;
	const filledIn = example('store-app-ticket', (text) =>
		text.replaceAll('"value": "",', `"value": "${id}",`),
	);
	workflow = await site.publish(filledIn, {
		[CREDENTIAL_TYPE]: store,
		[EVENTS_CREDENTIAL_TYPE]: keys,
	});
	const trigger = filledIn.nodes.find(({ name }) => name === 'Feishu');
	const address = `${site.server.url}/webhook/${trigger?.webhookId}/webhook`;
	expect(await events.register(STORE_APP.appId, address)).toBeUndefined();
});
afterAll(async () => {
	await table?.remove();
	await site?.close();
});

const restore = async () =>
	await site.post('feishu-store-restore', { pre_hire_id: PERSON, tenant_key: 'tenant-b' });

it('has no ticket before Feishu has sent one', async () => {
	expect(await restore()).toMatchObject({ status: 422 });
});

it('keeps the ticket that the trigger brings, while restores run too, and restores in the tenant asked for', async () => {
	const { events } = site.simulator;
	await events.push({ type: 'app_open', appId: STORE_APP.appId }).settled;
	await events.push({ type: 'app_ticket', appId: STORE_APP.appId }).settled;
	expect(events.deliveries.map(({ status }) => status)).toEqual([200, 200]);
	// Feishu has its answer before the ticket is kept: the first restores find none, and must not undo the keeping.
	let reply = await restore();
	for (let tries = 0; reply.status !== 200 && tries < 50; tries += 1) {
		await pause(200);
		reply = await restore();
	}
	expect(reply).toMatchObject({ status: 200, body: { outcome: 'restored' } });
	expect(site.simulator.person(PERSON, 'tenant-b').restoredTimes).toBe(1);
	expect(site.simulator.person(PERSON, 'tenant-a').restoredTimes).toBe(0);
	expect(await executionsSoFar(site.api, workflow.id)).toEqual([]);
});

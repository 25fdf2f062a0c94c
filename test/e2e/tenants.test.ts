/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's export, never runs inside n8n */
/** A store app whose Tenant Key is an expression over the items: everybody in their own tenant, the expression kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCredential, CREDENTIAL_TYPE, storeAppCredential } from './launcher/credentials';
import { codeNode, lastNodeWorkflow, restoreNode } from './launcher/nodes';
import { openSite, type Site } from './site';

const EXPRESSION = '={{ $json.tenant_key }}';
const IDS = [1, 2, 3].map((n) => `734500566447700${n}407`);

let site: Site;

beforeAll(async () => {
	site = await openSite();
	const credential = await createCredential(
		site.api,
		storeAppCredential(site.simulator.url, EXPRESSION),
	);
	const people = codeNode('People', 'return $json.body.people.map((json) => ({ json }));');
	const restore = restoreNode('={{ $json.id }}', { includeInputFields: true });
	await site.publish(lastNodeWorkflow('tenants', [people, restore]), {
		[CREDENTIAL_TYPE]: credential,
	});
});
afterAll(async () => await site?.close());

const restoredIn = (tenant: string) =>
	IDS.map((id) => site.simulator.person(id, tenant).restoredTimes);

async function restore(people: Array<{ id: string | undefined; tenant_key: string }>) {
	const { status, body } = await site.post('tenants', { people });
	expect(status).toBe(200);
	expect(body).toEqual(
		people.map(({ id, tenant_key }) =>
			expect.objectContaining({ pre_hire_id: id, tenant_key, outcome: 'restored' }),
		),
	);
}

describe('a store app that serves many tenants', () => {
	it("restores in one run's tenant, then in the next run's", async () => {
		await restore(IDS.slice(0, 2).map((id) => ({ id, tenant_key: 'tenant-a' })));
		expect([restoredIn('tenant-a'), restoredIn('tenant-b')]).toEqual([
			[1, 1, 0],
			[0, 0, 0],
		]);

		await restore(IDS.slice(0, 2).map((id) => ({ id, tenant_key: 'tenant-b' })));
		expect([restoredIn('tenant-a'), restoredIn('tenant-b')]).toEqual([
			[1, 1, 0],
			[1, 1, 0],
		]);
	});

	it('restores in both tenants within one run', async () => {
		await restore([
			{ id: IDS[2], tenant_key: 'tenant-b' },
			{ id: IDS[2], tenant_key: 'tenant-a' },
		]);

		expect([restoredIn('tenant-a'), restoredIn('tenant-b')]).toEqual([
			[1, 1, 1],
			[1, 1, 1],
		]);
	});

	it('leaves the expression in the stored credential, and no token beside it', async () => {
		const file = join(site.userFolder, 'decrypted.json');
		await site.command('export:credentials', '--all', '--decrypted', `--output=${file}`);
		const [stored] = JSON.parse(readFileSync(file, 'utf8')) as Array<{ data: object }>;

		expect(stored?.data).toMatchObject({ tenantKey: EXPRESSION, appType: 'store' });
		expect(JSON.stringify(stored)).not.toMatch(/-sim[0-9a-f]{40}/);
	});
});

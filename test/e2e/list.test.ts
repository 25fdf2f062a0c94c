/** The list of the Pre-Hire field through n8n's own interface, as the editor fills it. */
import type { INodeListSearchResult } from 'n8n-workflow';

import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { NODE_TYPE } from './launcher/nodes';
import { openSite, type Site } from './site';

let site: Site;
let list: (filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

beforeAll(async () => {
	const people = Array.from({ length: 60 }, (_, index) => ({
		preHireId: String(1_000 + index),
		preferredName: `Person ${index}`,
		onboardingDate: '2099-12-01',
	}));
	site = await openSite({ simulator: { people } });
	const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
	list = async (filter, paginationToken) =>
		await site.api.post('/dynamic-node-parameters/resource-locator-results', {
			path: 'parameters.preHireId',
			methodName: 'searchPreHires',
			nodeTypeAndVersion: { name: NODE_TYPE, version: 1 },
			currentNodeParameters: { resource: 'preHire', operation: 'restore' },
			credentials: { [CREDENTIAL_TYPE]: credential },
			...(filter !== undefined && { filter }),
			...(paginationToken !== undefined && { paginationToken }),
		});
});
afterAll(async () => await site?.close());

it('shows withdrawn people page by page, and finds one by name', async () => {
	const first = await list();
	const second = await list(undefined, String(first.paginationToken));
	expect([first.results.length, second.results.length]).toEqual([50, 10]);
	expect(first.results[0]).toEqual({
		name: 'Person 0 · withdrawn · starts 2099-12-01',
		value: '1000',
	});
	expect((await list('Person 59')).results.map(({ value }) => value)).toEqual(['1059']);
});

it('names the missing scope', async () => {
	site.simulator.setScopes('cli_simulated_custom', []);
	await expect(list()).rejects.toThrow(
		'To list people, the app needs the scope corehr:pre_hire.search:read',
	);
});

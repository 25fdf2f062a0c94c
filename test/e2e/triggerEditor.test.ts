/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- drives a browser, never runs inside n8n */
/** The trigger in n8n's editor, as a builder meets it: found, its notice read, its address copied. The picture is the README's. */
import { statSync } from 'node:fs';
import { CUSTOM_APP } from '../../simulator';
import { createCredential, EVENTS_CREDENTIAL_TYPE, eventsCredential } from './launcher/credentials';
import { connect, endNode, triggerNode } from './launcher/nodes';
import { importWorkflow } from './launcher/workflows';
import { areaOf, openBrowser, takePicture, type Browser } from './browser';
import { openSite, type Site } from './site';

const withBrowser = process.env.E2E_BROWSER === 'yes' ? describe : describe.skip;

withBrowser("the trigger in n8n's editor", () => {
	let site: Site;
	let browser: Browser;

	beforeAll(async () => {
		site = await openSite();
		const { events } = site.simulator;
		const keys = eventsCredential(CUSTOM_APP.appId, events.keysOf(CUSTOM_APP.appId));
		const credential = await createCredential(site.api, keys);
		const chosen = ['onboardingStatusChanged', 'employeeJoined'];
		const { id } = await importWorkflow(
			site.api,
			{
				name: 'Hear Feishu',
				nodes: [
					triggerNode('editor', { events: chosen, onboardingStatuses: ['withdrawn'] }),
					endNode(),
				],
				connections: connect({ Feishu: ['End'] }),
			},
			{ [EVENTS_CREDENTIAL_TYPE]: credential },
		);
		browser = await openBrowser(site.api, site.server.url);
		await browser.page.goto(`${site.server.url}/workflow/${id}`);
		await browser.page.getByTestId('canvas-node').first().waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	it('shows the four steps, its address and the events', async () => {
		const { page } = browser;
		await page.getByTestId('canvas-node').first().dblclick();
		await page.getByText('Set it up in this order').waitFor();
		await page.getByText('One app has one address').waitFor();
		await page.getByText('Onboarding Status Changed').first().waitFor();
		await page.getByText('Webhook URLs').first().waitFor();
		expect(await page.locator('.notice li, [class*=notice] li').count()).toBe(4);
		await page.mouse.move(0, 0);
		const panel = await areaOf(page.getByTestId('ndv').first());
		const path = await takePicture(page, 'trigger', panel);
		expect(statSync(path).size).toBeGreaterThan(20_000);
	});
});

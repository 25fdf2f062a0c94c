/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- drives a browser, never runs inside n8n */
/** Every example on n8n's canvas, as a builder sees it after importing. The pictures are those of docs/examples.md. */
import { statSync } from 'node:fs';
import { areaOf, openBrowser, takePicture, type Browser } from './browser';
import { example, EXAMPLES } from './launcher/exampleFiles';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { importWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

const withBrowser = process.env.E2E_BROWSER === 'yes' ? describe : describe.skip;

withBrowser("the examples on n8n's canvas", () => {
	let site: Site;
	let browser: Browser;

	beforeAll(async () => {
		site = await openSite();
		browser = await openBrowser(site.api, site.server.url);
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	it.each(EXAMPLES)('%s.json shows every node, known to n8n', async (name) => {
		const content = example(name);
		const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
		const { id } = await importWorkflow(site.api, content, { [CREDENTIAL_TYPE]: credential });
		const { page } = browser;
		await page.goto(`${site.server.url}/workflow/${id}`, { waitUntil: 'commit' });
		await page.getByTestId('canvas-node').first().waitFor();
		await page.keyboard.press('1');

		const notes = content.nodes.filter(({ type }) => type.endsWith('.stickyNote')).length;
		expect(await page.getByTestId('canvas-node').count()).toBe(content.nodes.length - notes);
		expect(await page.getByTestId('sticky').count()).toBe(notes);
		expect(await page.getByText('Install this node').count()).toBe(0);
		const path = await takePicture(
			page,
			`example-${name}`,
			await areaOf(page.getByTestId('canvas-wrapper')),
		);
		expect(statSync(path).size).toBeGreaterThan(20_000);
	});
});

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- drives a browser, never runs inside n8n */
/** n8n's editor in headless Chromium, signed in, with nothing that calls out. */
import { join } from 'node:path';
import { chromium, selectors, type Locator, type Page } from 'playwright-core';
import type { N8nApi } from './launcher/api';
import { CHROMIUM } from './launcher/debian';
import { REPOSITORY } from './launcher/folders';

/** n8n marks what tests may hold on to with this attribute. */
selectors.setTestIdAttribute('data-test-id');

const QUIET = [
	...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface Browser {
	readonly page: Page;
	close(): Promise<void>;
}

/** A window in n8n's light theme, sharp enough for print. */
export async function openBrowser(api: N8nApi, url: string): Promise<Browser> {
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
	const context = await browser.newContext({
		viewport: { width: 1440, height: 1000 },
		deviceScaleFactor: 2,
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	const [name = '', value = ''] = api.cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(120_000);
	return { page, close: async () => await browser.close() };
}

/** A part of the page, in its own pixels. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Where an element is. */
export async function areaOf(element: Locator): Promise<Area> {
	const area = await element.boundingBox();
	if (area === null) throw new Error(`Not to be seen: ${String(element)}`);
	return area;
}

/** A picture for the README: goes there on request (`README_PICTURES=yes`), else to the tests' own folder. */
export async function takePicture(page: Page, name: string, clip: Area): Promise<string> {
	await page.waitForTimeout(600);
	const { README_PICTURES, E2E_FOLDER = '' } = process.env;
	const folder = README_PICTURES === 'yes' ? join(REPOSITORY, 'docs', 'images') : E2E_FOLDER;
	const path = join(folder, `${name}.png`);
	// A picture of the whole window is sharp enough as it is, and four times smaller.
	await page.screenshot({ path, clip, scale: clip.width < 1_000 ? 'device' : 'css' });
	return path;
}

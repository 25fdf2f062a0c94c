/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- drives a browser, never runs inside n8n */
/** Check Access in n8n's editor with apps that are set up wrong, each in another way: what the output panel says. */
import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
	CUSTOM_APP,
	FOREIGN_APP,
	RESTORE_SCOPE,
	SEARCH_SCOPES,
	WITHDRAW_SCOPE,
	type FeishuSimulator,
} from '../../simulator';
import { areaOf, openBrowser, takePicture, type Browser } from './browser';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { connect, feishuNode, manualTrigger } from './launcher/nodes';
import { importWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

const APP = CUSTOM_APP.appId;
const SEARCH = SEARCH_SCOPES[0] ?? '';

const ALL_BUT_RESTORE = [
	...[SEARCH, WITHDRAW_SCOPE, 'corehr:pre_hire:write', 'corehr:pre_hire:update'],
	...['corehr:pre_hire:complete', 'corehr:pre_hire:transform_onboarding_task'],
];

/** What is wrong with the app, how it came to be, and what the panel shows without being scrolled. */
const BROKEN: Array<[string, (feishu: FeishuSimulator) => void, string[]]> = [
	[
		'a missing scope',
		(feishu) => feishu.setScopes(APP, [RESTORE_SCOPE, SEARCH]),
		[
			'The app lacks corehr:pre_hire:write',
			'Open fix_url, apply for what is ticked there',
			`/app/${APP}/auth?q=corehr:pre_hire:write`,
		],
	],
	[
		'a scope in a version that nobody has published',
		(feishu) => feishu.setScopes(APP, ALL_BUT_RESTORE, [RESTORE_SCOPE]),
		[`The app has asked for ${RESTORE_SCOPE}`, 'Publish a version of the app'],
	],
	[
		'a disabled app',
		(feishu) => feishu.setAppEnabled(APP, false),
		['"Feishu refuses the App ID or App Secret', 'that the app is enabled'],
	],
	[
		'an address that is not allowed',
		(feishu) => feishu.setIpAllowed(APP, false),
		['IP allow list'],
	],
	[
		'a secret that was replaced',
		(feishu) => feishu.changeSecret(APP, 'placeholder-of-another-secret'),
		['"Feishu refuses the App ID or App Secret', 'Copy App ID and App Secret afresh'],
	],
	[
		'an empty data range',
		(feishu) => feishu.setRanges(APP, { preHires: 'nobody' }),
		['proves nothing: ', '待入职人员', '"unknown"'],
	],
];

const withBrowser = process.env.E2E_BROWSER === 'yes' ? describe : describe.skip;

withBrowser("Check Access in n8n's editor", () => {
	let site: Site;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		site = await openSite();
		browser = await openBrowser(site.api, site.server.url);
		page = browser.page;
	});
	beforeEach(() => site.simulator.reset());
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	/** The node in a workflow of its own, opened, with the credential of this app. */
	async function openNode(app: Record<string, unknown>): Promise<void> {
		const { url } = site.simulator;
		const credential = await createCredential(site.api, customAppCredential(url, app));
		const checkAccess = { resource: 'app', operation: 'checkAccess', options: {} };
		const { id } = await importWorkflow(
			site.api,
			{
				name: 'Check Access',
				nodes: [manualTrigger(), feishuNode('Check Access', checkAccess, { id: 'check' })],
				connections: connect({ Start: ['Check Access'] }),
			},
			{ [CREDENTIAL_TYPE]: credential },
		);
		await page.goto(`${site.server.url}/workflow/${id}/check`, { waitUntil: 'commit' });
		await page.getByTestId('node-execute-button').first().waitFor();
	}

	/** Presses Execute step and waits until each of these can be read, without scrolling. */
	async function executeAndRead(sentences: string[]): Promise<void> {
		const panel = page.getByTestId('output-panel').first();
		await page.getByTestId('node-execute-button').first().click();
		await panel.getByText('1 checked').waitFor();
		await panel.getByText('JSON', { exact: true }).click();
		for (const sentence of sentences) {
			const text = panel.getByText(sentence).first();
			await text.waitFor();
			const { y } = await areaOf(text);
			expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
		}
	}

	it('an app that is set up right', async () => {
		await openNode({});
		await executeAndRead(['"yes"', 'The app sees somebody.']);
	});

	it.each(BROKEN)('%s', async (name, breakIt, sentences) => {
		breakIt(site.simulator);
		await openNode({});
		await executeAndRead(sentences);
		if (name === 'a missing scope') await picture();
	});

	it('an app of another environment', async () => {
		await openNode({ ...FOREIGN_APP });
		await executeAndRead([
			'Feishu refuses the App ID or App Secret (10015)',
			'an app of Lark is unknown to Feishu',
		]);
	});

	async function picture(): Promise<void> {
		await page.mouse.move(0, 0);
		const input = await areaOf(page.getByTestId('ndv-input-panel').first());
		const output = await areaOf(page.getByTestId('output-panel').first());
		const x = input.x + input.width;
		const width = output.x + output.width - x;
		const path = await takePicture(page, 'check-access', { ...output, x, width, height: 560 });
		expect(statSync(path).size).toBeGreaterThan(20_000);
	}
});

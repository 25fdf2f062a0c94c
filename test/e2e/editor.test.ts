/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- drives a browser, never runs inside n8n */
/** The node in n8n's editor, as a builder meets it. The pictures taken on the way are the README's. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { createCredential, customAppCredential } from './launcher/credentials';
import { codeNode, connect, manualTrigger } from './launcher/nodes';
import { importWorkflow } from './launcher/workflows';
import { areaOf, openBrowser, takePicture, type Area, type Browser } from './browser';
import { openSite, type Site } from './site';

const CANDIDATES = [
	{ candidate: '王子轩', pre_hire_id: '7345005664477002407' },
	{ candidate: 'Amelia Example', pre_hire_id: '7345005664477005407' },
	{ candidate: '满编 Full Headcount', pre_hire_id: '7345005664477101407' },
];
const CHOSEN = { name: '林晓雨', id: '7345005664477001407' };

/** Shows the whole list, and the whole failure. */
const PICTURE_HEIGHT = 630;

/** A toast covers the picture's corner; not every run shows one. */
const noToast = () => undefined;

const withBrowser = process.env.E2E_BROWSER === 'yes' ? describe : describe.skip;

withBrowser("in n8n's editor", () => {
	let site: Site;
	let browser: Browser;
	let page: Page;
	const pictures: string[] = [];

	beforeAll(async () => {
		site = await openSite();
		await createCredential(site.api, customAppCredential(site.simulator.url));
		const items = JSON.stringify(CANDIDATES.map((json) => ({ json })));
		const workflow = await importWorkflow(
			site.api,
			{
				name: 'Candidates who come back',
				nodes: [manualTrigger(), codeNode('Candidates', `return ${items};`)],
				connections: connect({ Start: ['Candidates'] }),
			},
			{},
		);
		browser = await openBrowser(site.api, site.server.url);
		page = browser.page;
		await page.goto(`${site.server.url}/workflow/${workflow.id}`);
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	const restoredTimes = (id: string) => site.simulator.person(id).restoredTimes;

	it('is found by "restore" and by "飞书"', async () => {
		await page.getByTestId('canvas-handle-plus').last().click();
		for (const words of ['restore', '飞书']) {
			await page.getByTestId('node-creator-search-bar').fill(words);
			const ours = page.getByTestId('node-creator-item-name').getByText('Feishu CoreHR');
			await ours.waitFor();
			expect(await ours.count()).toBe(1);
		}
	});

	it('is placed, with the only credential chosen', async () => {
		await page.getByTestId('node-creator-item-name').getByText('Feishu CoreHR').click();
		await page.getByText('Restore pre hire').first().click();
		await page.getByTestId('resource-locator-preHireId').waitFor();

		const chosen = page.getByTestId('node-credentials-select').locator('input');
		expect(await chosen.inputValue()).toBe('Feishu CoreHR (simulated)');
	});

	it('restores the person chosen from the list', async () => {
		await page.getByTestId('resource-locator-preHireId').getByTestId('rlc-input').click();
		const person = page.getByTestId('rlc-item').filter({ hasText: CHOSEN.name });
		await person.waitFor();
		const { left, right } = await panels();
		pictures.push(
			await takePicture(page, 'node', { ...left, width: right.x - left.x, height: PICTURE_HEIGHT }),
		);
		await person.click();
		await execute('3 restored');

		expect(restoredTimes(CHOSEN.id)).toBe(1);
	});

	it('shows both branches and sums up', async () => {
		await nameByExpression('{{ $json.pre_hire_id }}');
		await chooseErrorOutput();
		await execute('2 restored, 1 not: 1 headcount');

		const branches = await page.getByTestId('branches').innerText();
		expect(branches).toMatch(/Success Branch \(2 items\)/);
		expect(branches).toMatch(/Error Branch \(1 item\)/);
		expect(CANDIDATES.map(({ pre_hire_id }) => restoredTimes(pre_hire_id))).toEqual([1, 1, 0]);
		await page.getByText('Error Branch').click();
		await page.getByText('Headcount is exceeded (1161063)').first().waitFor();
		await page.getByTestId('output-panel').first().getByText('JSON', { exact: true }).click();
		await page.mouse.move(0, 0);
		const { left, right } = await panels();
		const width = right.x + right.width - left.x;
		pictures.push(
			await takePicture(page, 'both-branches', { ...left, width, height: PICTURE_HEIGHT }),
		);
	});

	it('tests the credential and says that it works', async () => {
		await page.getByTestId('credential-edit-button').click();
		const dialog = page.getByTestId('credential-edit-dialog');
		await dialog.getByText('Connection tested successfully').waitFor();
		const area = await areaOf(page.locator('.el-dialog').filter({ has: dialog }));
		pictures.push(await takePicture(page, 'credential', area));

		expect(site.simulator.callsTo('scopes').at(-1)).toMatchObject({ code: 0 });
	});

	it('leaves three sharp pictures', () => {
		expect(pictures).toHaveLength(3);
		for (const png of pictures.map((path) => readFileSync(path))) {
			expect(png.subarray(1, 4).toString()).toBe('PNG');
			expect(png.readUInt32BE(16)).toBeGreaterThan(800);
		}
	});

	/** The node's form, from its left edge, and its output. */
	async function panels(): Promise<{ left: Area; right: Area }> {
		const input = await areaOf(page.getByTestId('ndv-input-panel').first());
		const output = await areaOf(page.getByTestId('output-panel').first());
		return { left: { ...output, x: input.x + input.width }, right: output };
	}

	/** Presses Execute step and waits for the line over the output that sums the run up. */
	async function execute(summary: string): Promise<void> {
		await page.getByTestId('node-execute-button').first().click();
		const hint = page.getByTestId('run-data-hints').filter({ hasText: summary });
		await hint.waitFor();
		await page
			.locator('.el-notification__closeBtn')
			.first()
			.click({ timeout: 3_000 })
			.catch(noToast);
	}

	async function nameByExpression(expression: string): Promise<void> {
		await page.getByTestId('rlc-mode-selector').click();
		await page.getByRole('option', { name: 'By ID' }).click();
		await page.getByTestId('resource-locator-preHireId').hover();
		await page.getByText('Expression', { exact: true }).first().click();
		const editor = page.getByTestId('resource-locator-preHireId').locator('.cm-content');
		await editor.click();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(expression);
		await page.keyboard.press('Escape');
	}

	async function chooseErrorOutput(): Promise<void> {
		await page.getByText('Settings', { exact: true }).first().click();
		await page.getByTestId('parameter-input-onError').click();
		await page.getByText('Continue (using error output)').first().click();
		await page.getByText('Parameters', { exact: true }).first().click();
	}
});

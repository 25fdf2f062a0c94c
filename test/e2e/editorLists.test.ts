/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- drives a browser and prints what it measured, never runs inside n8n */
/** Every pick list in n8n's editor, as a builder opens it: in a tenant of 3,000 departments, with its scope and without. */
import { statSync } from 'node:fs';
import type { INodeParameters } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';
import { CUSTOM_APP } from '../../simulator';
import { areaOf, openBrowser, takePicture, type Browser } from './browser';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { feishuNode } from './launcher/nodes';
import { importWorkflow, type WorkflowNode } from './launcher/workflows';
import { openSite, type Site } from './site';

/** The same tenant's, with no scope at all. */
const BARE_APP = {
	...CUSTOM_APP,
	appId: 'cli_simulated_bare',
	appSecret: 'placeholder-secret-of-the-bare-app',
	scopes: [],
};

const PERSON = '7345005664477905407';

const empty = () => ({ __rl: true, mode: 'list', value: '' });

/** Create, with a field open for every list. */
const CREATE: INodeParameters = {
	operation: 'create',
	departmentId: empty(),
	companyId: empty(),
	employeeTypeId: empty(),
	onboardingLocationId: empty(),
	additionalFields: {
		jobId: empty(),
		positionId: empty(),
		directLeaderId: empty(),
		flowId: empty(),
	},
};

const NODES: WorkflowNode[] = [
	feishuNode('Create', CREATE, { id: 'create' }),
	feishuNode('Restore', { operation: 'restore', preHireId: empty() }, { id: 'restore' }),
	feishuNode(
		'Start',
		{
			resource: 'onboardingTask',
			operation: 'start',
			preHireId: { __rl: true, mode: 'id', value: PERSON },
			taskCode: empty(),
		},
		{ id: 'start' },
	),
];

const PRE_HIRES = 'corehr:pre_hire.search:read';

/** A field with a list. */
interface ListCase {
	node: string;
	field: string;
	/** An entry that the list shows at first. */
	seen: string;
	/** What to type, and the one entry that is left then. */
	typed: string;
	found: string;
	scope: string;
}

const LISTS: ListCase[] = [
	{
		node: 'create',
		field: 'departmentId',
		seen: 'Invented Sales · 虚构销售部 · needs a job · D-SALES',
		typed: '团队 2999',
		found: 'D-TEAM-2999',
		scope: 'corehr:department:read',
	},
	{
		node: 'create',
		field: 'companyId',
		seen: 'Invented Technology Shanghai · 虚构科技（上海） · C-SH',
		typed: 'singapore',
		found: 'C-SG',
		scope: 'corehr:company:read',
	},
	{
		node: 'create',
		field: 'employeeTypeId',
		seen: 'Regular · 正式 · default · regular',
		typed: '实习',
		found: 'Intern',
		scope: 'corehr:common_data.preset_data:read',
	},
	{
		node: 'create',
		field: 'onboardingLocationId',
		seen: 'Shanghai (invented)',
		typed: 'tower',
		found: '虚构大厦',
		scope: 'corehr:locations:read',
	},
	{
		node: 'create',
		field: 'jobId',
		seen: 'Software Engineer · 软件工程师',
		typed: '销售',
		found: 'Sales Representative',
		scope: 'corehr:job.only:read',
	},
	{
		node: 'create',
		field: 'positionId',
		seen: 'Front End Position · 前端岗',
		typed: 'back end',
		found: '后端岗',
		scope: 'corehr:position:read',
	},
	{
		node: 'create',
		field: 'directLeaderId',
		seen: 'Lena Leader',
		typed: '韩人事',
		found: 'Hanna Hr',
		scope: 'corehr:employee:read',
	},
	{
		node: 'create',
		field: 'flowId',
		seen: 'Standard onboarding (invented) · 标准入职（虚构）',
		typed: '完整',
		found: '完整入职（虚构）',
		scope: 'corehr:pre_hire:read',
	},
	{
		node: 'restore',
		field: 'preHireId',
		seen: '林晓雨 · withdrawn',
		typed: 'amelia',
		found: 'Amelia Example',
		scope: PRE_HIRES,
	},
	{
		node: 'start',
		field: 'taskCode',
		seen: 'Job information · completed · 1',
		typed: 'laptop',
		found: 'Order a laptop',
		scope: PRE_HIRES,
	},
];

const withBrowser = process.env.E2E_BROWSER === 'yes' ? describe : describe.skip;

withBrowser("the pick lists in n8n's editor", () => {
	let site: Site;
	let browser: Browser;
	let page: Page;
	let withScopes: string;
	let withoutScopes: string;
	let address = '';

	beforeAll(async () => {
		site = await openSite({ simulator: { departments: 3_000, apps: [CUSTOM_APP, BARE_APP] } });
		const tasks = [
			{ code: '1', name: 'Job information', status: 'completed' as const },
			{ code: '9a1b', name: 'Order a laptop', status: 'not_started' as const },
		];
		site.simulator.addPeople([
			{ preHireId: PERSON, preferredName: 'Has Tasks', onboardingStatus: 'preboarding', tasks },
		]);
		withScopes = await bringIn({});
		withoutScopes = await bringIn({ appId: BARE_APP.appId, appSecret: BARE_APP.appSecret });
		browser = await openBrowser(site.api, site.server.url);
		page = browser.page;
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	/** The nodes with a credential of their own; returns the workflow's address in the editor. */
	async function bringIn(app: Record<string, unknown>): Promise<string> {
		const content = customAppCredential(site.simulator.url, app);
		const credential = await createCredential(site.api, content);
		const { id } = await importWorkflow(
			site.api,
			{ name: 'Pick lists', nodes: NODES, connections: {} },
			{ [CREDENTIAL_TYPE]: credential },
		);
		return `${site.server.url}/workflow/${id}`;
	}

	/** Opens the node unless it is open, and unfolds the list of one of its fields. */
	async function unfold(workflow: string, node: string, field: string): Promise<Locator> {
		if (address !== `${workflow}/${node}`) {
			await page.goto(`${workflow}/${node}`, { waitUntil: 'commit' });
			await page.getByTestId(`resource-locator-${field}`).waitFor();
			address = `${workflow}/${node}`;
		}
		const locator = page.getByTestId(`resource-locator-${field}`);
		await locator.scrollIntoViewIfNeeded();
		await locator.getByTestId('rlc-input').click();
		return locator;
	}

	const entries = () => page.getByTestId('rlc-item').filter({ visible: true });

	async function fold(): Promise<void> {
		await page.getByTestId('node-title-container').first().click();
		await entries().first().waitFor({ state: 'hidden' });
	}

	it('shows the first hundred of 3,000 departments by one call', async () => {
		// The editor is loaded before the clock starts.
		await unfold(withScopes, 'create', 'companyId');
		await entries().first().waitFor();
		await fold();
		const since = performance.now();
		await unfold(withScopes, 'create', 'departmentId');
		await entries().first().waitFor();
		console.log(`3,000 departments: the list took ${Math.round(performance.now() - since)} ms.`);
		expect(await entries().count()).toBe(100);
		expect(site.simulator.callsTo('departmentSearch')).toHaveLength(1);
		await fold();
	});

	it.each(LISTS)('$field shows $seen, and finds $found', async (each) => {
		const { node, field, seen, typed, found } = each;
		await unfold(withScopes, node, field);
		await entries().filter({ hasText: seen }).first().waitFor();
		await page.getByTestId('rlc-search').filter({ visible: true }).fill(typed);
		await entries().filter({ hasText: seen }).first().waitFor({ state: 'hidden' });
		await entries().filter({ hasText: found }).waitFor();
		expect(await entries().count()).toBe(1);
		await fold();
	});

	it.each(LISTS)(
		'$field without $scope says so, and where to apply for it',
		async ({ node, field, scope }) => {
			await unfold(withoutScopes, node, field);
			const said = page.getByTestId('rlc-error-container').filter({ visible: true });
			await said.getByText(`the app needs the scope ${scope} in Feishu’s`).waitFor();
			expect(await said.innerText()).toMatch(/https?:\/\/\S+\/app\/cli_simulated_bare\/auth\?q=/);
			if (field === 'departmentId') await picture();
			await page.getByTestId('node-title-container').first().click();
		},
	);

	async function picture(): Promise<void> {
		const form = await areaOf(page.getByTestId('ndv').first());
		const path = await takePicture(page, 'list-without-scope', form);
		expect(statSync(path).size).toBeGreaterThan(20_000);
	}
});

/* eslint-disable @n8n/community-nodes/no-restricted-imports -- lists the example files, never runs inside n8n */
/** Every example imports into a real n8n and runs to its expected end. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromToday, departmentId, inventedId } from '../../simulator';
import { example, EXAMPLES } from './launcher/exampleFiles';
import { pause } from './launcher/commands';
import { REPOSITORY } from './launcher/folders';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	type CredentialReference,
} from './launcher/credentials';
import {
	executionById,
	executionsSoFar,
	finishedExecutions,
	importWorkflow,
	outputOf,
	type StoredWorkflow,
	type WorkflowContent,
} from './launcher/workflows';
import { codeNode, connect } from './launcher/nodes';
import { startModel } from './modelScript';
import { openSite, type Site } from './site';

const HEADCOUNT = '7345005664477101407';

let site: Site;
let feishu: CredentialReference;

beforeAll(async () => {
	site = await openSite();
	feishu = await createCredential(site.api, customAppCredential(site.simulator.url));
});
beforeEach(() => site.simulator.reset());
afterAll(async () => await site?.close());

async function publish(
	content: WorkflowContent,
	more: Record<string, CredentialReference> = {},
): Promise<StoredWorkflow> {
	return await site.publish(content, { [CREDENTIAL_TYPE]: feishu, ...more });
}

describe('ats-webhook.json', () => {
	beforeAll(async () => void (await publish(example('ats-webhook'))));

	const post = async (id: string) =>
		await site.post('feishu-ats-restore', { ats_application_id: id });

	it('restores by application ID, and again', async () => {
		const person = site.simulator
			.people()
			.find(({ atsApplicationId }) => atsApplicationId === 'ATS-2099-0001');
		expect(await post('ATS-2099-0001')).toMatchObject({
			status: 200,
			body: { pre_hire_id: person?.preHireId, outcome: 'restored' },
		});
		expect(await post('ATS-2099-0001')).toMatchObject({
			status: 200,
			body: { outcome: 'already_restored' },
		});
	});

	it.each([
		['1161063', 'headcount owner', 422],
		['1161036', 'HR', 422],
		['1161097', 'app administrator', 422],
		['1169999', 'app administrator', 422],
		['99991403', 'app administrator', 422],
		['1161116', 'nobody: post again later', 503],
	])('sends code %s to the %s', async (code, owner, status) => {
		site.simulator.addPeople([
			{
				preHireId: `1${code}`,
				preferredName: code,
				atsApplicationId: `ats-${code}`,
				refuse: Number(code),
			},
		]);
		const reply = await post(`ats-${code}`);
		expect(reply).toMatchObject({ status, body: { owner, error: { code: Number(code) } } });
	});

	it('sends an application ID that nobody has, or none, to HR', async () => {
		expect(await post('ats-nobody')).toMatchObject({
			status: 422,
			body: { owner: 'HR', error: { category: 'not_found' } },
		});
		expect(await post('')).toMatchObject({
			status: 422,
			body: { owner: 'HR', error: { category: 'invalid_input' } },
		});
	});

	it.each([
		['a refused secret', 'app administrator', 422, 'authentication'],
		['an unreachable token endpoint', 'nobody: post again later', 503, 'network'],
	])('sends %s to the %s', async (what, owner, status, category) => {
		site.simulator.revokeTokens();
		const isRefused = what === 'a refused secret';
		site.simulator.faultNext(
			'tenantToken',
			isRefused ? { kind: 'refuse', code: 10014 } : { kind: 'cut', applied: false },
			Infinity,
		);
		expect(await post('ATS-2099-0001')).toMatchObject({
			status,
			body: { owner, error: { category } },
		});
	});
});

describe('ats-hired.json', () => {
	/** With the job that the notes ask a builder to choose. */
	const withJob = (text: string) => {
		const content = JSON.parse(text) as WorkflowContent;
		const create = content.nodes.find(({ name }) => name === 'Create');
		const more = create?.parameters.additionalFields as Record<string, unknown>;
		more.jobId = { __rl: true, mode: 'id', value: inventedId('job', 3) };
		return JSON.stringify(content);
	};
	beforeAll(async () => void (await publish(example('ats-hired', withJob))));

	const post = async (id: number) =>
		await site.post('feishu-ats-hired', {
			action: 'hire_candidate',
			payload: {
				application: {
					id,
					candidate: {
						first_name: 'Jing',
						last_name: 'Chen',
						phone_numbers: [{ value: '+86 139 0000 0000', type: 'mobile' }],
						email_addresses: [{ value: 'chen.jing@example.com', type: 'personal' }],
					},
					jobs: [{ id: 1, departments: [{ id: 2, external_id: departmentId('sales') }] }],
					offer: { id: 3, starts_at: dayFromToday(7) },
				},
			},
		});

	it('creates somebody once, and sends the same person under another application to HR', async () => {
		const first = await post(1);
		expect(first).toMatchObject({ status: 200, body: { outcome: 'created_or_existing' } });
		expect((await post(1)).body).toMatchObject({ external_id: 'greenhouse-1' });
		expect(await post(2)).toMatchObject({
			status: 422,
			body: { owner: 'HR', error: { category: 'duplicate' } },
		});
	});
});

describe('offer-declined.json', () => {
	beforeAll(async () => void (await publish(example('offer-declined'))));

	const post = async (body: Record<string, string>) => await site.post('feishu-ats-withdraw', body);

	it('withdraws by application ID, with the reason, once', async () => {
		site.simulator.addPeople([
			{
				preHireId: '21',
				preferredName: 'Declines',
				atsApplicationId: 'ats-21',
				onboardingStatus: 'preboarding',
			},
		]);
		const declined = { ats_application_id: 'ats-21', reason: 'Took another offer' };
		expect(await post(declined)).toMatchObject({
			status: 200,
			body: { pre_hire_id: '21', outcome: 'withdrawn' },
		});
		expect(site.simulator.person('21')).toMatchObject({
			onboardingStatus: 'withdrawn',
			withdrawnReason: 'Took another offer',
		});
		expect(await post(declined)).toMatchObject({
			status: 422,
			body: { error: { category: 'wrong_stage' } },
		});
		expect(site.simulator.callsTo('withdraw').filter(({ applied }) => applied)).toHaveLength(1);
	});

	it('answers without a reason with the field that is missing', async () => {
		expect(await post({ ats_application_id: 'ats-21' })).toMatchObject({
			status: 422,
			body: { error: { code: 'INVALID_WITHDRAW_REASON', hint: expect.any(String) } },
		});
	});
});

/** What the first run of a scheduled example says in its node Summary. */
async function firstSummary(content: WorkflowContent, schedule: string): Promise<unknown> {
	const trigger = content.nodes.find(({ name }) => name === schedule);
	if (trigger === undefined) throw new Error(`The example has no ${schedule}`);
	// Every two seconds: the test cannot wait for the hour.
	trigger.parameters = { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } };
	const workflow = await publish(content);
	const [first] = await finishedExecutions(site.api, workflow.id, 1);
	await site.api
		.patch(`/workflows/${workflow.id}`, { active: false, versionId: workflow.versionId })
		.catch(async () => await site.api.post(`/workflows/${workflow.id}/deactivate`, {}));
	if (first === undefined) throw new Error('The workflow did not run');
	return outputOf(first, 'Summary')[0];
}

it('nightly.json restores who starts within a week and sums up', async () => {
	site.simulator.addPeople([
		{ preHireId: '11', preferredName: 'Soon', onboardingDate: dayFromToday(3) },
		{
			preHireId: '12',
			preferredName: 'Soon but full',
			onboardingDate: dayFromToday(4),
			refuse: 1161063,
		},
		{ preHireId: '13', preferredName: 'Later', onboardingDate: dayFromToday(40) },
	]);
	expect(await firstSummary(example('nightly'), 'Every night')).toMatchObject({
		restored: site.simulator.people().filter(({ restoredTimes }) => restoredTimes > 0).length,
		not_restored: 1,
		text: expect.stringContaining('12: Headcount is exceeded'),
	});
	expect(site.simulator.person('11').onboardingStatus).toBe('preboarding');
	expect(site.simulator.person('12').onboardingStatus).toBe('withdrawn');
	expect(site.simulator.person('13').onboardingStatus).toBe('withdrawn');
});

it('first-day.json completes who starts today with all tasks done, and lists the others by reason', async () => {
	const starts = (preHireId: string, more: object) => ({
		preHireId,
		preferredName: preHireId,
		onboardingStatus: 'day_one' as const,
		onboardingDate: dayFromToday(0),
		...more,
	});
	const task = (status: 'completed' | 'in_progress') => [{ code: '2', name: 'Personal', status }];
	site.simulator.addPeople([
		starts('41', { tasks: task('completed') }),
		starts('42', { tasks: task('in_progress') }),
		starts('43', { fields: { 'employment_info.rehire': 'to_be_confirmed' } }),
		starts('44', { onboardingDate: dayFromToday(9) }),
	]);
	const summary = await firstSummary(example('first-day'), 'Every morning');
	// Two of the invented people start today as well, one of them ready.
	expect(summary).toMatchObject({ completed: 2, not_completed: 3 });
	const [first, ...reasons] = String((summary as { text: string }).text).split('\n');
	expect(first).toBe('2 completed, 3 not');
	expect(reasons).toEqual(
		expect.arrayContaining(['tasks open: 42', expect.stringMatching(/^not_ready: 43: .*rehire/)]),
	);
	const completed = ['41', '42', '43', '44'].map((id) => site.simulator.person(id).completedTimes);
	expect(completed).toEqual([1, 0, 0, 0]);
});

describe('headcount-approval.json', () => {
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		const content = example('headcount-approval');
		// The message stands where the example's note asks for one.
		content.nodes.push(codeNode('Message', 'return [{ json: { sent: true } }];'));
		Object.assign(
			content.connections,
			connect({ 'Ask the headcount owner': ['Message'], Message: ['Wait for the answer'] }),
		);
		workflow = await publish(content);
	});

	/** Posts the candidate and returns the address of the form that the headcount owner gets. */
	async function askOwner(): Promise<string> {
		await site.post('feishu-headcount-restore', { pre_hire_id: HEADCOUNT });
		for (let tries = 0; tries < 100; tries += 1) {
			const waiting = (await executionsSoFar(site.api, workflow.id)).filter(
				({ status }) => status === 'waiting',
			);
			const last = waiting.at(-1);
			if (last !== undefined) {
				const [asked] = outputOf(await executionById(site.api, last.id), 'Ask the headcount owner');
				const form = new URL(String(asked?.form_url));
				form.host = new URL(site.server.url).host;
				return form.href;
			}
			await pause(200);
		}
		throw new Error('The workflow does not wait for an answer');
	}

	async function answer(formUrl: string, word: string): Promise<void> {
		const form = new FormData();
		form.set('field-0', word);
		const reply = await fetch(formUrl, { method: 'POST', body: form });
		expect(reply.status).toBe(200);
	}

	it('restores by force after a yes', async () => {
		const form = await askOwner();
		expect(await (await fetch(form)).text()).toContain(`pre-hire ${HEADCOUNT} all the same?`);
		expect(site.simulator.person(HEADCOUNT).onboardingStatus).toBe('withdrawn');
		await answer(form, 'Yes');
		await finishedExecutions(site.api, workflow.id, 1);
		expect(site.simulator.person(HEADCOUNT)).toMatchObject({
			restoredTimes: 1,
			forcedHeadcount: true,
		});
	});

	it('leaves the person withdrawn after a no', async () => {
		await answer(await askOwner(), 'No');
		await finishedExecutions(site.api, workflow.id, 2);
		expect(site.simulator.person(HEADCOUNT).restoredTimes).toBe(0);
	});
});

it('ai-agent-n8n-1.json finds the person, then restores them after a yes', async () => {
	const id = '7345005664477006407';
	const model = await startModel(
		(tool) => (tool.name.startsWith('Find') ? { name: 'Sample' } : { pre_hire_id: id }),
		(tools, words) =>
			tools.find(({ name }) => name.startsWith(words.includes('yes') ? 'Restore' : 'Find')),
	);
	try {
		const openAiApi = await createCredential(site.api, {
			name: 'OpenAI',
			type: 'openAiApi',
			data: { apiKey: 'placeholder', url: model.url },
		});
		const content = example('ai-agent-n8n-1');
		const chat = content.nodes.find(({ name }) => name === 'Chat');
		// Outside the editor a chat has to be public to be reached.
		if (chat !== undefined) chat.parameters = { public: true, options: {} };
		await publish(content, { openAiApi });
		const say = async (chatInput: string) =>
			await site.post(`${chat?.webhookId}/chat`, {
				action: 'sendMessage',
				sessionId: 's',
				chatInput,
			});

		expect(JSON.stringify((await say('Bring Sample back')).body)).toContain(id);
		expect(site.simulator.person(id).restoredTimes).toBe(0);
		expect(JSON.stringify((await say('yes, that one')).body)).toContain('restored');
		expect(site.simulator.person(id)).toMatchObject({ restoredTimes: 1, forcedHeadcount: false });
	} finally {
		model.stop();
	}
});

it('every file of examples/ is tested here', () => {
	const files = readdirSync(join(REPOSITORY, 'examples')).filter((name) => name.endsWith('.json'));
	expect(files.sort()).toEqual(EXAMPLES.map((name) => `${name}.json`).sort());
});

it.each(EXAMPLES)('%s.json explains itself and holds no secret', async (name) => {
	const content = example(name);
	const notes = content.nodes
		.filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
		.map(({ parameters }) => String(parameters.content));
	expect(notes.length).toBeGreaterThanOrEqual(2);
	// Whoever sets it up finds the way to see what the app lacks.
	expect(notes.join('\n')).toMatch(/\*\*App > Check Access\*\*/);
	for (const node of content.nodes) {
		for (const credential of Object.values(node.credentials ?? {})) {
			expect(credential).toEqual({ id: null, name: expect.any(String) });
		}
	}
	// IDs of nodes and webhooks apart, nothing in the file is long and random, as secrets are.
	const words = JSON.stringify(content).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
	expect(words).not.toMatch(/Bearer|cli_[0-9a-f]{8}|\bsk-|(?=\w*\d)(?=\w*[A-Za-z])\w{24,}/);
	const { id } = await importWorkflow(site.api, content, {});
	expect(id).toEqual(expect.any(String));
});

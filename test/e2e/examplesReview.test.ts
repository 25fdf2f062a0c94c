/** The agent's example under n8n's human review: what cannot be undone runs after a click, and only then. */
import { dayFromToday, departmentId, inventedId } from '../../simulator';
import { startChat, type ChatMessage } from './chat';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { example } from './launcher/exampleFiles';
import { isFirstMajor } from './launcher/versions';
import type { WorkflowContent } from './launcher/workflows';
import { startModel, type OfferedTool, type ScriptedModel } from './modelScript';
import { openSite, type Site } from './site';

const READY = '7345005664477902407';
const WITHDRAWN = '7345005664477006407';
const CREATED = {
	full_name: 'Chen Jing',
	phone_number: '13900000000',
	onboarding_date: dayFromToday(7),
};

/** Human review for tools came with n8n 2. */
const withReview = isFirstMajor() ? describe.skip : describe;

withReview('ai-agent.json', () => {
	let site: Site;
	let model: ScriptedModel;
	let chatId: string;

	beforeAll(async () => {
		site = await openSite();
		model = await startModel(argumentsFor, chooseTool);
		const feishu = await createCredential(site.api, customAppCredential(site.simulator.url));
		const openAiApi = await createCredential(site.api, {
			name: 'OpenAI',
			type: 'openAiApi',
			data: { apiKey: 'placeholder', url: model.url },
		});
		const content = example('ai-agent', withDepartment);
		const chat = content.nodes.find(({ name }) => name === 'Chat');
		// Outside the editor a chat has to be public to be reached.
		Object.assign(chat?.parameters ?? {}, { public: true });
		chatId = String(chat?.webhookId);
		await site.publish(content, { [CREDENTIAL_TYPE]: feishu, openAiApi });
	});
	beforeEach(() => {
		site.simulator.reset();
		site.simulator.addPeople([
			{
				preHireId: READY,
				preferredName: 'Ready',
				onboardingStatus: 'day_one',
				onboardingDate: dayFromToday(0),
			},
		]);
	});
	afterAll(async () => {
		await site?.close();
		model?.stop();
	});

	/** Says it; answers n8n's question, if there is one, as told; returns what was shown. */
	async function say(words: string, button?: string): Promise<ChatMessage[]> {
		const conversation = await startChat(site.server, chatId, words);
		try {
			const first = await conversation.next();
			if (first.buttons.length === 0) return [first];
			if (button === undefined) conversation.type('not now, her papers are missing');
			else await conversation.press(first, button);
			return [first, await conversation.next()];
		} finally {
			conversation.close();
		}
	}

	const completions = () =>
		site.simulator.callsTo('complete').filter(({ applied }) => applied).length;
	const statusOf = (id: string) => site.simulator.person(id).onboardingStatus;

	it('finds and restores without n8n asking', async () => {
		const [found] = await say('Bring Sample back');
		expect(found?.text).toContain(WITHDRAWN);
		const [restored] = await say('yes, restore that one');
		expect(restored?.text).toContain('restored');
		expect(site.simulator.person(WITHDRAWN)).toMatchObject({
			restoredTimes: 1,
			forcedHeadcount: false,
		});
	});

	it('shows who and what before it completes, and completes after Approve', async () => {
		const [question, answer] = await say('Complete Ready', 'Approve');
		expect(question?.text).toContain('Complete_onboarding');
		expect(question?.text).toContain('Ready, today');
		expect(question?.text).toContain(`{"pre_hire_id":"${READY}"}`);
		expect(question?.buttons.map(({ text }) => text)).toEqual(['Approve', 'Decline']);
		expect(answer?.text).toContain('"outcome":"completed"');
		expect(statusOf(READY)).toBe('completed');
		expect(completions()).toBe(1);
	});

	it.each([
		['Decline', 'Decline'],
		['typed words', undefined],
	])('completes nobody after %s, and the model is told', async (_, button) => {
		const [, answer] = await say('Complete Ready', button);
		expect(answer?.text).toMatch(/rejected the tool call|provided feedback/);
		expect(completions()).toBe(0);
		expect(statusOf(READY)).toBe('day_one');
	});

	it('creates nobody after Decline, and one person after Approve', async () => {
		const before = site.simulator.people().length;
		await say('Create Chen Jing', 'Decline');
		expect(site.simulator.callsTo('create')).toHaveLength(0);
		const [question, answer] = await say('Create Chen Jing', 'Approve');
		expect(question?.text).toContain('"phone_number":"13900000000"');
		expect(answer?.text).toContain('"external_id":"agent-13900000000"');
		expect(site.simulator.people()).toHaveLength(before + 1);
	});
});

/** With the department and the job that the notes ask a builder to choose. */
function withDepartment(text: string): string {
	const content = JSON.parse(text) as WorkflowContent;
	const create = content.nodes.find(({ name }) => name === 'Create pre-hire');
	Object.assign(create?.parameters ?? {}, {
		departmentId: { __rl: true, mode: 'id', value: departmentId('sales') },
		additionalFields: { jobId: { __rl: true, mode: 'id', value: inventedId('job', 3) } },
	});
	return JSON.stringify(content);
}

function chooseTool(tools: OfferedTool[], words: string): OfferedTool | undefined {
	const start = ['restore', 'Complete', 'Create'].find((word) => words.includes(word)) ?? 'Find';
	return tools.find(({ name }) => name.toLowerCase().startsWith(start.toLowerCase()));
}

function argumentsFor({ name }: OfferedTool): object {
	if (name.startsWith('Find')) return { name: 'Sample' };
	if (name.startsWith('Restore')) return { pre_hire_id: WITHDRAWN };
	return name.startsWith('Create')
		? { toolParameters: CREATED, hitlParameters: { person: 'Chen Jing, in a week' } }
		: { toolParameters: { pre_hire_id: READY }, hitlParameters: { person: 'Ready, today' } };
}

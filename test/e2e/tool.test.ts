/** The node as an agent's tool: what the model is offered, and what it is told of a success and a refusal. */
import type { INodeParameters } from 'n8n-workflow';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { connect, feishuNode, TOOL_TYPE, webhookNode } from './launcher/nodes';
import type { WorkflowContent } from './launcher/workflows';
import { startModel, type ScriptedModel } from './modelScript';
import { openSite, type Site } from './site';

const ORDINARY = '7345005664477001407';
const HEADCOUNT = '7345005664477101407';

let site: Site;
let model: ScriptedModel;
let wanted: string;

beforeAll(async () => {
	site = await openSite();
	model = await startModel(({ parameters }) => ({
		[Object.keys(parameters.properties ?? {})[0] ?? '']: wanted,
	}));
	const feishu = await createCredential(site.api, customAppCredential(site.simulator.url));
	const openAi = await createCredential(site.api, {
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'placeholder', url: model.url },
	});
	await site.publish(agentWorkflow(), { [CREDENTIAL_TYPE]: feishu, openAiApi: openAi });
});
afterAll(async () => {
	await site?.close();
	model?.stop();
});

async function askAgent(preHireId: string): Promise<unknown> {
	wanted = preHireId;
	const { status, body } = await site.post('agent', { text: `Bring back ${preHireId}` });
	expect(status).toBe(200);
	return body;
}

describe('the node as a tool of an agent', () => {
	it('restores whom the model names', async () => {
		await askAgent(ORDINARY);

		expect(site.simulator.person(ORDINARY).restoredTimes).toBe(1);
		expect(model.toolAnswers()).toEqual([
			expect.stringMatching(new RegExp(`"pre_hire_id":"${ORDINARY}".*"outcome":"restored"`)),
		]);
	});

	it('names its parameter in words a model can use', () => {
		const [tool] = model.tools();

		expect(tool?.name).toMatch(/^[A-Za-z0-9_-]*restore[A-Za-z0-9_-]*$/i);
		expect(tool?.description).toMatch(/restore.*pre[ -]hire/i);
		expect(tool?.parameters.properties).toEqual({
			pre_hire_id: expect.objectContaining({
				type: 'string',
				description: expect.stringMatching(/pre-hire/i),
			}),
		});
	});

	it('tells the model why somebody was refused, and what helps', async () => {
		const answer = await askAgent(HEADCOUNT);

		const told = model.toolAnswers().at(-1);
		expect(told).toContain('"category":"headcount"');
		expect(told).toContain('"retryable":false');
		expect(told).toMatch(/"hint":"[^"]*Confirm Workforce/);
		expect(JSON.stringify(answer)).toContain('Confirm Workforce');
		expect(site.simulator.person(HEADCOUNT).restoredTimes).toBe(0);
	});
});

/** Webhook → agent, with a chat model and our node as its tool. */
function agentWorkflow(): WorkflowContent {
	const fromAi = "={{ $fromAI('pre_hire_id', 'Feishu pre-hire ID: digits only', 'string') }}";
	return {
		name: 'agent',
		nodes: [
			webhookNode('agent', { responseMode: 'lastNode' }),
			agent(),
			chatModel(),
			feishuNode('Restore pre-hire', toolParameters(fromAi), { type: TOOL_TYPE }),
		],
		connections: {
			...connect({ Webhook: ['Agent'] }),
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Restore pre-hire': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

function toolParameters(preHireId: string): INodeParameters {
	return {
		descriptionType: 'auto',
		operation: 'restore',
		preHireId: { __rl: true, mode: 'id', value: preHireId },
		confirmWorkforce: false,
		options: {},
	};
}

function agent() {
	return {
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 2.2,
		parameters: { promptType: 'define', text: '={{ $json.body.text }}', options: {} },
	};
}

function chatModel() {
	return {
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: { openAiApi: { id: '', name: '' } },
	};
}

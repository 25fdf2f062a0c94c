/** The whole way of a pre-hire, as the README tells it: an empty tenant, Create, the tasks, Complete; and the trigger hears it. */
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { CUSTOM_APP, dayFromToday } from '../../simulator';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	EVENTS_CREDENTIAL_TYPE,
	eventsCredential,
	type CredentialReference,
} from './launcher/credentials';
import { listeningWorkflow } from './launcher/exampleWorkflows';
import { feishuNode, lastNodeWorkflow, NODE_TYPE } from './launcher/nodes';
import { finishedExecutions, outputOf, type WorkflowNode } from './launcher/workflows';
import { openSite, type Site } from './site';

/** Feishu's search shows a change up to five seconds late. */
const SEARCH_LAG_MS = 5_000;

const PATH = 'whole-way';

let site: Site;
let credentials: Record<string, CredentialReference>;

beforeAll(async () => {
	site = await openSite({ simulator: { people: [], searchLagMs: SEARCH_LAG_MS } });
	const { events } = site.simulator;
	credentials = {
		[CREDENTIAL_TYPE]: await createCredential(site.api, customAppCredential(site.simulator.url)),
		[EVENTS_CREDENTIAL_TYPE]: await createCredential(
			site.api,
			eventsCredential(CUSTOM_APP.appId, events.keysOf(CUSTOM_APP.appId)),
		),
	};
});
afterAll(async () => await site?.close());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What somebody chooses from a list of Create, as the editor asks for it. */
async function choose(methodName: string, filter: string): Promise<string> {
	const { results } = await site.api.post<INodeListSearchResult>(
		'/dynamic-node-parameters/resource-locator-results',
		{
			path: 'parameters.departmentId',
			methodName,
			filter,
			nodeTypeAndVersion: { name: NODE_TYPE, version: 1 },
			currentNodeParameters: { resource: 'preHire', operation: 'create' },
			credentials: { [CREDENTIAL_TYPE]: credentials[CREDENTIAL_TYPE] },
		},
	);
	expect(results).toHaveLength(1);
	return String(results[0]?.value);
}

it('says before anything else that the app may do it, and that nobody is to be seen yet', async () => {
	const checkAccess = feishuNode('Check Access', { resource: 'app', operation: 'checkAccess' });
	await site.publish(lastNodeWorkflow('access', [checkAccess]), credentials);
	const { body } = await site.post('access', {});
	expect(body).toMatchObject([
		{
			token: 'ok',
			pre_hires_visible: 'unknown',
			operations: { create: { allowed: true }, completeOnboarding: { allowed: true } },
		},
	]);
});

it('creates somebody, works through the tasks, and completes', async () => {
	const listener = await site.publish(listeningWorkflow('feishu'), credentials);
	const { events } = site.simulator;
	const address = `${site.server.url}/webhook/feishu/webhook`;
	expect(await events.register(CUSTOM_APP.appId, address)).toBeUndefined();
	const { id } = await site.publish(lastNodeWorkflow(PATH, await wholeWay()), credentials);

	const { body } = await site.post(PATH, { name: '陈静', phone: '13900000000', id: 'ats-4711' });

	const [run] = await finishedExecutions(site.api, id, 1);
	expect(run?.data.resultData.error).toBeUndefined();
	const [person] = site.simulator.people();
	const completed = { pre_hire_id: person?.preHireId, outcome: 'completed' };
	expect(body).toMatchObject([completed, completed, completed]);
	expect(site.simulator.callsTo('complete')).toHaveLength(1);
	expect(person).toMatchObject({ preferredName: '陈静', completedTimes: 1 });
	expect(person?.tasks?.map(({ status }) => status)).toEqual(Array(3).fill('completed'));
	const [heard] = await finishedExecutions(site.api, listener.id, 1);
	expect(outputOf(heard!, 'What Feishu said')).toMatchObject([{ pre_hire_id: person?.preHireId }]);
});

/** Webhook → these nodes, as docs/operations/onboarding-task-start.md has them. A step that a task does not need is refused, and the next step takes it as it is. */
async function wholeWay(): Promise<WorkflowNode[]> {
	const create: INodeParameters = {
		operation: 'create',
		fullName: '={{ $json.body.name }}',
		phoneNumber: '={{ $json.body.phone }}',
		phoneAreaCode: '86_china',
		employmentType: 'employee',
		onboardingDate: dayFromToday(0),
		departmentId: byId(await choose('searchDepartments', 'D-SALES')),
		externalId: '={{ $json.body.id }}',
		additionalFields: { jobId: byId(await choose('searchJobs', 'Sales Representative')) },
	};
	const wait: WorkflowNode = {
		name: 'Search catches up',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		webhookId: 'search-catches-up',
		parameters: { resume: 'timeInterval', amount: SEARCH_LAG_MS / 1_000 + 1, unit: 'seconds' },
	};
	const get: INodeParameters = {
		operation: 'get',
		preHireId: byId('={{ $json.pre_hire_id }}'),
		options: { fields: 'onboarding_info.onboarding_task_list' },
	};
	return [
		feishuNode('Create', create),
		wait,
		feishuNode('Get', get),
		TASKS,
		...['start', 'submit', 'approve'].map(taskNode),
		feishuNode('Complete', { operation: 'completeOnboarding', preHireId: PERSON_OF_TASK }),
	];
}

/**
 * One item for each task. Not a Code node: n8n 1.123.81 runs its code in vm2 unless task runners are on, and what
 * comes out is made of proxies, which `$('Tasks')` cannot bring into the isolate where n8n evaluates expressions.
 */
const TASKS: WorkflowNode = {
	name: 'Tasks',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: {
		fieldToSplitOut: 'onboarding_task_list',
		include: 'allOtherFields',
		options: {},
	},
};

const PERSON_OF_TASK = byId("={{ $('Tasks').item.json.pre_hire_id }}");

const taskNode = (operation: string) =>
	feishuNode(
		operation,
		{
			resource: 'onboardingTask',
			operation,
			preHireId: PERSON_OF_TASK,
			taskCode: byId("={{ $('Tasks').item.json.onboarding_task_list.task_code }}"),
		},
		{ onError: 'continueRegularOutput' },
	);

/** Runs the node in n8n-core's own workflow engine and returns what its outputs received. */
import './n8nFolder';

import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IBinaryKeyData,
	type IConnections,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { CredentialStore } from './credentialStore';
import { captureLogs, type LogLine } from './logs';
import { checkWordsKept } from './wordsKept';
import { FEISHU_TYPE, Loop, LOOP_TYPE, NodeTypes, Source, SOURCE_TYPE } from './nodes';

/** What is under test: the sources, or what the build made of them. */
export interface Package {
	node: INodeType;
	credential: ICredentialType;
}

export interface NodeRun {
	/** What the node before hands over. */
	items: IDataObject[];
	parameters: INodeParameters;
	credentials: CredentialStore;
	/** n8n's node setting On Error. */
	onError?: INode['onError'];
	/** More of n8n's node settings, such as Retry On Fail. */
	settings?: Partial<INode>;
	/** FEISHU_TYPE, or FEISHU_TOOL_TYPE for the node as an agent's tool. */
	type?: string;
	/** Puts the node into a loop that hands it so many items at a time. The result is the last round's; `run` has all. */
	batchSize?: number;
	/** The time zone in the settings of the workflow. */
	timezone?: string;
	/** Files that come with every item. */
	binary?: IBinaryKeyData;
	/** Is called with what presses Stop. */
	onStart?: (cancel: () => void) => void;
}

export interface NodeResult {
	/** The success branch: the first output. */
	success: INodeExecutionData[];
	/** The error branch: the output that n8n adds. */
	error: INodeExecutionData[];
	/** What the execution ended with, as n8n saves it. */
	thrown: IRun['data']['resultData']['error'];
	hints: NodeExecutionHint[];
	/** Everything that n8n would save. */
	run: IRun;
	/** Everything that was logged meanwhile. */
	logs: LogLine[];
	durationMs: number;
}

const NODE_NAME = 'Feishu CoreHR';

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

const STRAIGHT: IConnections = { Source: { main: [[to(NODE_NAME)]] } };

const LOOPED: IConnections = {
	Source: { main: [[to('Loop')]] },
	Loop: { main: [[], [to(NODE_NAME)]] },
	[NODE_NAME]: { main: [[to('Loop')], [to('Loop')]] },
};

const logs = captureLogs();

export async function runNode(tested: Package, options: NodeRun): Promise<NodeResult> {
	const type = options.type ?? FEISHU_TYPE;
	return await execute(createWorkflow(tested, { ...options, type }), options);
}

function createWorkflow(
	tested: Package,
	options: Omit<NodeRun, 'credentials'> & { type: string },
): Workflow {
	const { type } = options;
	return new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodes: [
			{
				id: '1',
				name: 'Source',
				type: SOURCE_TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '3',
				name: 'Loop',
				type: LOOP_TYPE,
				typeVersion: 1,
				position: [100, 0],
				parameters: {},
			},
			{
				id: '2',
				name: NODE_NAME,
				type,
				typeVersion: 1,
				position: [200, 0],
				parameters: options.parameters,
				credentials: { feishuCoreHrApi: { id: '1', name: 'Feishu' } },
				...(options.onError !== undefined && { onError: options.onError }),
				...options.settings,
			},
		],
		connections: options.batchSize === undefined ? STRAIGHT : LOOPED,
		nodeTypes: new NodeTypes({
			[SOURCE_TYPE]: new Source(options.items, options.binary),
			[LOOP_TYPE]: new Loop(options.batchSize ?? 1),
			[type]: tested.node,
		}),
		settings: {
			executionOrder: 'v1',
			...(options.timezone !== undefined && { timezone: options.timezone }),
		},
	});
}

/** Fills a list, that of the Pre-Hire field unless told otherwise, as the editor asks n8n to. */
export async function listSearch(
	tested: Package,
	credentials: CredentialStore,
	parameters: INodeParameters,
	filter?: string,
	paginationToken?: string,
	method = 'searchPreHires',
): Promise<INodeListSearchResult> {
	const search = tested.node.methods?.listSearch?.[method];
	if (search === undefined) throw new Error(`The node has no list search ${method}`);
	const context = editorContext(tested, credentials, parameters);
	return await search.call(context, filter, paginationToken);
}

/** The fields that the editor offers under Custom Fields. */
export async function listFields(
	tested: Package,
	credentials: CredentialStore,
	parameters: INodeParameters,
): Promise<ResourceMapperFields> {
	const list = tested.node.methods?.resourceMapping?.listCustomFields;
	if (list === undefined) throw new Error('The node has no list of custom fields');
	return await list.call(editorContext(tested, credentials, parameters));
}

function editorContext(
	tested: Package,
	credentials: CredentialStore,
	parameters: INodeParameters,
): ILoadOptionsFunctions {
	const workflow = createWorkflow(tested, { items: [], parameters, type: FEISHU_TYPE });
	const node = workflow.getNode(NODE_NAME);
	if (node === null) throw new Error('The workflow has the node');
	return new LoadOptionsContext(
		workflow,
		node,
		{ ...additionalData(credentials), currentNodeParameters: parameters },
		'parameters.preHireId',
	) as ILoadOptionsFunctions;
}

async function execute(workflow: Workflow, options: NodeRun): Promise<NodeResult> {
	const firstLine = logs.length;
	const startedAt = Date.now();
	const source = workflow.getNode('Source');
	if (source === null) throw new Error('The workflow starts at Source');
	const execution = new WorkflowExecute(additionalData(options.credentials), 'trigger').run({
		workflow,
		startNode: source,
	});
	options.onStart?.(() => execution.cancel());
	const run = await execution;
	const data = run.data.resultData.runData[NODE_NAME]?.[0];
	const [success, error] = [data?.data?.main?.[0] ?? [], data?.data?.main?.[1] ?? []];
	checkWordsKept([...success, ...error]);
	return {
		success,
		error,
		thrown: run.data.resultData.error,
		hints: data?.hints ?? [],
		run,
		logs: logs.slice(firstLine),
		durationMs: Date.now() - startedAt,
	};
}

export function additionalData(credentialsHelper: CredentialStore): IWorkflowExecuteAdditionalData {
	const url = 'http://localhost:5678/';
	const hooks = new ExecutionLifecycleHooks('trigger', '1', { id: 'test' } as IWorkflowBase);
	return {
		credentialsHelper,
		hooks,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		restApiUrl: url,
		instanceBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		mcpBaseUrl: url,
		mcpTestBaseUrl: url,
		variables: {},
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** Workflows in a running n8n: brought in, switched on, started, and what came of them. */
import { parse } from 'flatted';
import type { INode, IConnections, IRunExecutionData, IWorkflowSettings } from 'n8n-workflow';
import type { N8nApi } from './api';
import { pause } from './commands';
import type { CredentialReference } from './credentials';

export type WorkflowNode = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> &
	Partial<INode>;

/** A workflow as its file has it. */
export interface WorkflowContent {
	name: string;
	nodes: WorkflowNode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** An execution with its data. */
export interface Execution {
	id: string;
	status: string;
	data: IRunExecutionData;
}

/** A workflow as n8n keeps it. */
export interface StoredWorkflow {
	id: string;
	versionId: string;
}

/** Brings a workflow in, with these credentials in every node that names their type; returns its id. */
export async function importWorkflow(
	api: N8nApi,
	content: WorkflowContent,
	credentials: Record<string, CredentialReference>,
): Promise<StoredWorkflow> {
	const nodes = content.nodes.map((node, index) => ({
		...node,
		id: node.id ?? `node-${index}`,
		position: node.position ?? [index * 220, 0],
		credentials: Object.fromEntries(
			Object.keys(node.credentials ?? {}).map((type) => [
				type,
				credentials[type] ?? node.credentials?.[type],
			]),
		),
	}));
	return await api.post('/workflows', {
		name: content.name,
		nodes,
		connections: content.connections,
		settings: { executionOrder: 'v1', ...content.settings },
		active: false,
	});
}

/** Switches a workflow on, in n8n 2 (publish) or 1 (activate), and waits until its triggers listen. */
export async function activateWorkflow(
	api: N8nApi,
	version: string,
	{ id, versionId }: StoredWorkflow,
): Promise<void> {
	if (version.startsWith('1.')) {
		await api.patch(`/workflows/${id}`, { active: true, versionId });
		return;
	}
	await api.post(`/workflows/${id}/activate`, { versionId });
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		const { status } = await api.get<{ status: string }>(`/workflows/${id}/publication-status`);
		if (status === 'published') return;
		await pause(100);
	}
	throw new Error(`n8n did not publish the workflow ${id}`);
}

/** An execution as n8n's list has it. */
export interface ExecutionSummary {
	id: string;
	status: string;
}

/** The executions of a workflow, oldest first, finished or not. */
export async function executionsSoFar(
	api: N8nApi,
	workflowId: string,
): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await api.get<{ results: ExecutionSummary[] }>(
		`/executions?filter=${filter}&limit=100`,
	);
	return results.sort((a, b) => Number(a.id) - Number(b.id));
}

/** The finished executions of a workflow, oldest first, once there are `count` of them. */
export async function finishedExecutions(
	api: N8nApi,
	workflowId: string,
	count: number,
	withinMs = 60_000,
): Promise<Execution[]> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const all = await executionsSoFar(api, workflowId);
		const over = all.filter(({ status }) => !['new', 'running', 'waiting'].includes(status));
		if (over.length >= count) {
			return await Promise.all(over.map(async ({ id }) => await executionById(api, id)));
		}
		if (Date.now() > deadline) {
			throw new Error(`${over.length} of ${count} executions finished: ${JSON.stringify(all)}`);
		}
		await pause(300);
	}
}

/** One execution with its data. */
export async function executionById(api: N8nApi, id: string): Promise<Execution> {
	const execution = await api.get<{ id: string; status: string; data: string }>(
		`/executions/${id}`,
	);
	return { ...execution, data: parse(execution.data) as IRunExecutionData };
}

/** The JSON of the items that left a node's output in an execution. */
export function outputOf(
	{ data }: Execution,
	node: string,
	branch = 0,
): Array<Record<string, unknown>> {
	const runs = data.resultData.runData[node] ?? [];
	return runs.flatMap((run) => (run.data?.main?.[branch] ?? []).map(({ json }) => json));
}

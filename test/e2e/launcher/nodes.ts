/** The nodes that the workflows here are made of. */
import type { IConnections, INodeParameters } from 'n8n-workflow';
import { CREDENTIAL_TYPE, EVENTS_CREDENTIAL_TYPE } from './credentials';
import { PACKAGE } from './packing';
import type { WorkflowContent, WorkflowNode } from './workflows';

/** What n8n calls our node, and the tool it makes of it. */
export const NODE_TYPE = `${PACKAGE}.feishuCoreHr`;
export const TOOL_TYPE = `${NODE_TYPE}Tool`;
export const TRIGGER_TYPE = `${PACKAGE}.feishuCoreHrTrigger`;

const BY_RESPOND_NODE = { responseMode: 'responseNode' };
const BY_LAST_NODE = { responseMode: 'lastNode', responseData: 'allEntries' };

/** Our node; its credential is the one that `importWorkflow` is given. */
export function feishuNode(
	name: string,
	parameters: INodeParameters,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return {
		name,
		type: NODE_TYPE,
		typeVersion: 1,
		parameters: { resource: 'preHire', ...parameters },
		credentials: { [CREDENTIAL_TYPE]: { id: '', name: '' } },
		...more,
	};
}

/** Our trigger. Its address is `/webhook/<path>/webhook`; its credential is the one that `importWorkflow` is given. */
export function triggerNode(path: string, parameters: INodeParameters): WorkflowNode {
	return {
		name: 'Feishu',
		type: TRIGGER_TYPE,
		typeVersion: 1.1,
		webhookId: path,
		parameters,
		credentials: { [EVENTS_CREDENTIAL_TYPE]: { id: '', name: '' } },
	};
}

/** Does nothing: a place where items end. */
export function endNode(name = 'End'): WorkflowNode {
	return { name, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
}

/** Restores the person whose ID the expression names; failures go to the error output. */
export function restoreNode(
	preHireId: string,
	options: INodeParameters = {},
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	const locator = { __rl: true, mode: 'id', value: preHireId };
	return feishuNode(
		'Restore',
		{ operation: 'restore', preHireId: locator, confirmWorkforce: false, options },
		{ onError: 'continueErrorOutput', ...more },
	);
}

/** A POST address that answers when a Respond node says so, or with the last node's items. */
export function webhookNode(path: string, answer: INodeParameters = BY_RESPOND_NODE): WorkflowNode {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, options: {}, ...answer },
	};
}

/** Answers the webhook with the item as JSON. */
export function respondNode(name: string, status: number, body: string): WorkflowNode {
	return {
		name,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.1,
		parameters: {
			respondWith: 'json',
			responseBody: body,
			options: { responseCode: status },
		},
	};
}

/** GETs an address with our credential. */
export function httpRequestNode(name: string, url: string): WorkflowNode {
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: CREDENTIAL_TYPE,
			options: {},
		},
		credentials: { [CREDENTIAL_TYPE]: { id: '', name: '' } },
	};
}

/** Starts by hand or from the command line. */
export function manualTrigger(): WorkflowNode {
	return { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
}

/** Lets the items through whose value is exactly this text. */
export function filterNode(name: string, value: string, wanted: string): WorkflowNode {
	const condition = {
		id: '1',
		leftValue: value,
		rightValue: wanted,
		operator: { type: 'string', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return {
		name,
		type: 'n8n-nodes-base.filter',
		typeVersion: 2.2,
		parameters: {
			conditions: { options, conditions: [condition], combinator: 'and' },
			options: {},
		},
	};
}

/** Makes the items that the code returns. */
export function codeNode(name: string, jsCode: string): WorkflowNode {
	return { name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** Lines between nodes: each source with the target of each of its outputs. */
export function connect(lines: Record<string, Array<string | undefined>>): IConnections {
	return Object.fromEntries(
		Object.entries(lines).map(([source, targets]) => [
			source,
			{
				main: targets.map((node) =>
					node === undefined ? [] : [{ node, type: 'main' as const, index: 0 }],
				),
			},
		]),
	);
}

/** A POST address, then these nodes in a row; all items of the last one are the answer. */
export function lastNodeWorkflow(path: string, nodes: WorkflowNode[]): WorkflowContent {
	const names = ['Webhook', ...nodes.map(({ name }) => name)];
	const lines = nodes.map(({ name }, index) => [names[index] ?? '', [name]] as const);
	return {
		name: path,
		nodes: [webhookNode(path, BY_LAST_NODE), ...nodes],
		connections: connect(Object.fromEntries(lines.map(([from, to]) => [from, [...to]]))),
	};
}

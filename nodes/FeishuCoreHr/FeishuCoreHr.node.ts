/** The node as n8n shows it. What it does is in `actions`. */
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { durationHints } from './actions/durationHints';
import { operationFields } from './actions/operations';
import { route } from './actions/router';
import { searchPreHires } from './methods/listSearch';

export class FeishuCoreHr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu CoreHR',
		name: 'feishuCoreHr',
		icon: {
			light: 'file:../../icons/feishuCoreHr.svg',
			dark: 'file:../../icons/feishuCoreHr.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { getMany: "get many", restore: "restore", withdraw: "withdraw" }[$parameter["operation"]] + ": pre-hire" }}',
		description: 'Restore, find and withdraw pre-hires in Feishu People (飞书人事)',
		defaults: { name: 'Feishu CoreHR' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuCoreHrApi', required: true }],
		hints: durationHints,
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Pre-Hire',
						value: 'preHire',
						description: 'A person who is about to join, before the first day',
					},
				],
				default: 'preHire',
				description: 'What to work on in Feishu People',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['preHire'] } },
				options: [
					{
						name: 'Get Many',
						value: 'getMany',
						action: 'Get many pre hires',
						description: 'List people by status, start date, name, department or ID',
					},
					{
						name: 'Restore',
						value: 'restore',
						action: 'Restore pre hire',
						description: 'Bring a withdrawn pre-hire back into onboarding (恢复入职)',
					},
					{
						name: 'Withdraw',
						value: 'withdraw',
						action: 'Withdraw pre hire',
						description: 'Take a pre-hire out of onboarding (撤销入职)',
					},
				],
				default: 'restore',
				description: 'What to do for each item',
			},
			...operationFields,
		],
	};

	methods = { listSearch: { searchPreHires } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}

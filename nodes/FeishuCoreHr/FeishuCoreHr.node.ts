/** The node as n8n shows it. What it does is in `actions`. */
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { durationHints } from './actions/durationHints';
import { properties, subtitle } from './actions/resources';
import { route } from './actions/router';
import { listCustomFields } from './methods/customFields';
import { searchPreHires } from './methods/listSearch';
import { pickLists } from './methods/pickLists';
import { searchOnboardingTasks } from './methods/taskList';

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
		subtitle,
		description:
			'Take pre-hires through onboarding in Feishu People: create, restore, find, update, withdraw, complete, and their tasks',
		defaults: { name: 'Feishu CoreHR' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuCoreHrApi', required: true }],
		hints: durationHints,
		properties,
	};

	methods = {
		listSearch: { searchPreHires, searchOnboardingTasks, ...pickLists },
		resourceMapping: { listCustomFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}

/** The trigger as n8n shows it. What it does is in `trigger`. */
import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { checkEventKeys, refuseWeakKeys } from './trigger/credential';
import { triggerFields } from './trigger/fields';
import { answerFeishu } from './trigger/webhook';

export class FeishuCoreHrTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu CoreHR Trigger',
		name: 'feishuCoreHrTrigger',
		icon: {
			light: 'file:../../icons/feishuCoreHr.svg',
			dark: 'file:../../icons/feishuCoreHr.dark.svg',
		},
		group: ['trigger'],
		// For version 1, n8n evaluates an expression of its own in every request before the node is asked, forged ones too: at worst an isolate each.
		version: 1.1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when Feishu People or Feishu Hire reports something, such as a withdrawn pre-hire',
		defaults: { name: 'Feishu CoreHR Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'feishuCoreHrEventsApi', required: true, testedBy: 'feishuCoreHrEventKeys' },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
				// Anything else, and nothing as well, would be sent in place of the answer that `webhook` returns.
				responseData: '',
			},
		],
		sensitiveOutputFields: ['app_ticket', 'event.app_ticket'],
		properties: triggerFields,
	};

	methods = { credentialTest: { feishuCoreHrEventKeys: checkEventKeys } };

	/** Feishu has no call that registers an address: people enter it in the developer console. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await refuseWeakKeys(this);
			},
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerFeishu(this);
	}
}

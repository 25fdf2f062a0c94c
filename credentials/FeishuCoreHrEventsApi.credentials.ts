/** The credential of the trigger: what proves that an event comes from Feishu. The trigger tests its form; Feishu has no call for it. */
import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class FeishuCoreHrEventsApi implements ICredentialType {
	name = 'feishuCoreHrEventsApi';

	displayName = 'Feishu CoreHR Events API';

	icon = {
		light: 'file:../icons/feishuCoreHr.svg',
		dark: 'file:../icons/feishuCoreHr.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-feishu-corehr/n8n-nodes-feishu-corehr/blob/main/docs/operations/trigger.md#set-it-up';

	properties: INodeProperties[] = [
		{
			displayName: 'Encrypt Key',
			name: 'encryptKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Developer console > your app > Events & Callbacks > Encryption Strategy. Recommended: with it Feishu signs and encrypts every event. Set it there first, save it here, publish the workflow, and only then enter the request URL.',
		},
		{
			displayName: 'Verification Token',
			name: 'verificationToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'On the same page. Every app has one. Without an Encrypt Key it is the only proof, and it travels inside of every event.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. cli_…',
			description:
				'Developer console > your app > Credentials & Basic Info. Where it is set, events of any other app are refused.',
		},
	];
}

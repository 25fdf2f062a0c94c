/** The credential: which Feishu, which app, and, for a store app, which tenant. */
import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { GATEWAY_CODES, TOKEN_CODES } from '../nodes/FeishuCoreHr/feishu/answers/gatewayCodes';
import { provideToken, signRequest } from '../nodes/FeishuCoreHr/feishu/tokens/credentialToken';

/** What to do about a code that the test meets, where it is something else than in a run. */
const WHILE_TESTING: ReadonlyMap<number, string> = new Map([
	...[...TOKEN_CODES].map(
		(code) =>
			[
				code,
				'Check in the developer console that the app is enabled and published, then test again.',
			] as const,
	),
	[
		99991672,
		'Open Permissions & Scopes of the app in the developer console, apply for the scopes you use, publish a new app version, then test again.',
	],
	[99991400, 'Test again in a minute.'],
]);

export class FeishuCoreHrApi implements ICredentialType {
	name = 'feishuCoreHrApi';

	displayName = 'Feishu CoreHR API';

	icon = {
		light: 'file:../icons/feishuCoreHr.svg',
		dark: 'file:../icons/feishuCoreHr.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-feishu-corehr/n8n-nodes-feishu-corehr/blob/main/docs/setup.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom', description: 'A private deployment or a proxy' },
				{ name: 'Feishu', value: 'feishu', description: 'China: open.feishu.cn' },
				{ name: 'Lark', value: 'lark', description: 'International: open.larksuite.com' },
			],
			default: 'feishu',
			description: 'Where the app was created. An app of one environment is unknown in the others.',
		},
		{
			displayName: 'Custom Base URL',
			name: 'customBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://open.feishu.example.com',
			displayOptions: { show: { environment: ['custom'] } },
			description:
				'The deployment’s address up to the host name, nothing behind it. It starts with https://; http:// is accepted on this machine only.',
		},
		{
			displayName: 'App Type',
			name: 'appType',
			type: 'options',
			options: [
				{ name: 'Custom App', value: 'custom', description: 'Built for your own tenant' },
				{ name: 'Store App', value: 'store', description: 'Installed in many tenants' },
			],
			default: 'custom',
			description: 'How the app is distributed, as its page in the developer console says',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. cli_…',
			description: 'Developer console > your app > Credentials & Basic Info',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'On the same page as the App ID',
		},
		{
			displayName: 'Tenant Key',
			name: 'tenantKey',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { appType: ['store'] } },
			description:
				'The tenant to work in, as the event about the app’s installation names it. Can be an expression over the items, such as {{ $json.tenant_key }}; the test button then fails, because there is no item to read.',
		},
		{
			displayName: 'App Ticket',
			name: 'appTicket',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { appType: ['store'] } },
			description:
				'The newest ticket that Feishu sent to the app’s callback address. It changes every hour, so an expression that reads it from where you keep it is best.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Access Token Expires At',
			name: 'accessTokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Access Token Owner',
			name: 'accessTokenOwner',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	/** Lists the app's own scopes: it needs a token and changes nothing. */
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ({ feishu: "https://open.feishu.cn", lark: "https://open.larksuite.com" })[$credentials.environment] || $credentials.customBaseUrl.trim().replace(/\\/+$/, "") }}',
			url: '/open-apis/application/v6/scopes',
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...[...GATEWAY_CODES].map(([code, { title, hint }]) => ({
				type: 'responseSuccessBody' as const,
				properties: {
					key: 'code',
					value: code,
					message: `${title} (${code}). ${WHILE_TESTING.get(code) ?? hint.replace(/run again\.$/, 'test again.')}`,
				},
			})),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'code',
					value: undefined,
					message:
						'The answer does not come from Feishu’s API. Check the Environment and whether a proxy answers in Feishu’s place.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data.scopes',
					value: undefined,
					message:
						'Feishu answered with a code that this package does not know. To see it, call /open-apis/application/v6/scopes in an HTTP Request node with this credential.',
				},
			},
		],
	};

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await provideToken(this, credentials);
	}

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => signRequest(credentials, requestOptions);
}

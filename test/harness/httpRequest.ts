/** n8n's own request functions, as a credential and other nodes get them. */
import './n8nFolder';

import { getRequestHelperFunctions } from 'n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import type { CredentialStore } from './credentialStore';

const node = {
	name: 'HTTP Request',
	credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Feishu' } },
} as unknown as INode;

/** As a credential gets it while its form is tested. */
export const { httpRequest } = helpersFor({});

/** Signs and sends as n8n does for this node, with the fields in `credential`. */
export async function sendSigned(
	store: CredentialStore,
	credential: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<unknown> {
	const helpers = helpersFor({ credentialsHelper: store });
	return (await helpers.httpRequestWithAuthentication.call(
		{ helpers, getNode: () => node } as never,
		CREDENTIAL_TYPE,
		options,
		{ credentialsDecrypted: { id: '1', name: 'Feishu', type: CREDENTIAL_TYPE, data: credential } },
	)) as unknown;
}

/** Signs and sends as n8n's HTTP Request node does: by the older helper, which names the address `uri`. */
export async function sendFromHttpRequestNode(
	store: CredentialStore,
	options: { uri: string; [name: string]: unknown },
): Promise<unknown> {
	const helpers = helpersFor({ credentialsHelper: store });
	const getCredentials = async () =>
		await store.getDecrypted({} as never, { id: '1', name: 'Feishu' }, CREDENTIAL_TYPE, 'trigger');
	return (await helpers.requestWithAuthentication.call(
		{ helpers, getNode: () => node, getCredentials } as never,
		CREDENTIAL_TYPE,
		options,
	)) as unknown;
}

function helpersFor(additionalData: Partial<IWorkflowExecuteAdditionalData>) {
	return getRequestHelperFunctions(
		{} as Workflow,
		node,
		additionalData as IWorkflowExecuteAdditionalData,
	);
}

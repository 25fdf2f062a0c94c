/** The credentials a running n8n gets: the package's own, for the simulator. */
import { CUSTOM_APP, STORE_APP } from '../../../simulator';
import type { N8nApi } from './api';

export const CREDENTIAL_TYPE = 'feishuCoreHrApi';

export const EVENTS_CREDENTIAL_TYPE = 'feishuCoreHrEventsApi';

/** A credential as n8n stores it, its data readable. */
export interface CredentialContent {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A stored credential, as a node names it. */
export interface CredentialReference {
	id: string;
	name: string;
}

/** The custom app's credential, as a builder fills it in. */
export function customAppCredential(
	simulatorUrl: string,
	data: Record<string, unknown> = {},
): CredentialContent {
	return {
		name: 'Feishu CoreHR (simulated)',
		type: CREDENTIAL_TYPE,
		data: {
			environment: 'custom',
			customBaseUrl: simulatorUrl,
			appType: 'custom',
			appId: CUSTOM_APP.appId,
			appSecret: CUSTOM_APP.appSecret,
			...data,
		},
	};
}

/** The store app's credential, for the tenant that each item names. */
export function storeAppCredential(simulatorUrl: string, tenantKey: string): CredentialContent {
	return customAppCredential(simulatorUrl, {
		appType: 'store',
		appId: STORE_APP.appId,
		appSecret: STORE_APP.appSecret,
		appTicket: STORE_APP.appTicket,
		tenantKey,
	});
}

/** The trigger's credential: what the app's page Events & Callbacks shows. */
export function eventsCredential(
	appId: string,
	keys: { encryptKey: string; verificationToken: string },
): CredentialContent {
	return {
		name: 'Feishu CoreHR events (simulated)',
		type: EVENTS_CREDENTIAL_TYPE,
		data: { ...keys, appId },
	};
}

/** Stores a credential. */
export async function createCredential(
	api: N8nApi,
	content: CredentialContent,
): Promise<CredentialReference> {
	const { id, name } = await api.post<CredentialReference>('/credentials', content);
	return { id, name };
}

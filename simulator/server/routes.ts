// Which path is which call, what it needs at the gateway, and who answers it.
import type { Api, RecordedCall } from './api';
import { RESTORE_SCOPE, SEARCH_SCOPES, WITHDRAW_SCOPE } from '../gateway/apps';
import {
	exchangeForAppToken,
	exchangeForStoreTenantToken,
	exchangeForTenantToken,
	resendAppTicket,
} from '../gateway/exchanges';
import { notFound, success, type Reply } from './replies';
import { search } from '../preHires/search';
import { restore, withdraw } from '../preHires/stageChanges';
import type { TenantWorld } from '../tenantWorld';

/** One path of Feishu. */
export interface Route {
	api: Api;
	method: string;
	path: string;
	/** Business calls pass the gateway with a token; any one of these scopes will do. */
	gateway?: { scopes: readonly string[] };
	/** The answer; notes in the call whether it changed a record. */
	serve: (call: RecordedCall, world: TenantWorld) => Reply;
}

const CORE_HR = '/open-apis/corehr/v2/pre_hires';
const EXCHANGE_PATH = '/open-apis/auth/v3';

const ROUTES: readonly Route[] = [
	{
		api: 'restore',
		method: 'POST',
		path: `${CORE_HR}/restore_flow_instance`,
		gateway: { scopes: [RESTORE_SCOPE] },
		serve: restore,
	},
	{
		api: 'withdraw',
		method: 'POST',
		path: `${CORE_HR}/withdraw_onboarding`,
		gateway: { scopes: [WITHDRAW_SCOPE] },
		serve: withdraw,
	},
	{
		api: 'search',
		method: 'POST',
		path: `${CORE_HR}/search`,
		gateway: { scopes: SEARCH_SCOPES },
		serve: search,
	},
	{
		api: 'scopes',
		method: 'GET',
		path: '/open-apis/application/v6/scopes',
		gateway: { scopes: [] },
		serve: grantedScopes,
	},
	{
		api: 'other',
		method: 'GET',
		path: '/open-apis/contact/v3/scopes',
		gateway: { scopes: [] },
		serve: () => success({ department_ids: [], user_ids: [], group_ids: [], has_more: false }),
	},
	{
		api: 'tenantToken',
		method: 'POST',
		path: `${EXCHANGE_PATH}/tenant_access_token/internal`,
		serve: exchangeForTenantToken,
	},
	{
		api: 'appToken',
		method: 'POST',
		path: `${EXCHANGE_PATH}/app_access_token`,
		serve: exchangeForAppToken,
	},
	{
		api: 'storeTenantToken',
		method: 'POST',
		path: `${EXCHANGE_PATH}/tenant_access_token`,
		serve: exchangeForStoreTenantToken,
	},
	{
		api: 'appTicketResend',
		method: 'POST',
		path: `${EXCHANGE_PATH}/app_ticket/resend`,
		serve: resendAppTicket,
	},
];

/** The route of a method and path; an unknown one answers `404 page not found`. */
export function routeOf(method: string, path: string): Route {
	const known = ROUTES.find((route) => route.method === method && route.path === path);
	return known ?? { api: 'other', method, path, serve: notFound };
}

function grantedScopes(call: RecordedCall, world: TenantWorld): Reply {
	const scopes = world.apps.find(call.appId ?? '')?.scopes ?? [];
	return success({
		scopes: scopes.map((scope_name) => ({ scope_name, grant_status: 1, scope_type: 'tenant' })),
	});
}

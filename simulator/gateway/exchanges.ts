// The token endpoints: an app's secret or ticket against a token. Refusals are HTTP 200.
import type { RecordedCall } from '../server/api';
import type { App } from './apps';
import { textOf } from '../server/fields';
import { refusal, topLevelSuccess, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { secondsLeft } from './tokens';

/** A custom app's secret against the token of its tenant. */
export function exchangeForTenantToken(call: RecordedCall, world: TenantWorld): Reply {
	const app = appBehind(call, world);
	if (typeof app === 'number') return refusal(call, app);
	// What the real one tells a store app here is not known.
	if (app.kind !== 'custom') return refusal(call, 10014);
	const token = world.tokens.issue('tenant', app.appId, app.tenants[0]);
	return topLevelSuccess({ tenant_access_token: token.value, expire: secondsLeft(token) });
}

/** A store app's secret and ticket against its app token. */
export function exchangeForAppToken(call: RecordedCall, world: TenantWorld): Reply {
	const app = appBehind(call, world);
	if (typeof app === 'number') return refusal(call, app);
	const ticket = textOf(call.body, 'app_ticket');
	if (ticket === undefined) return refusal(call, 10003);
	if (app.kind !== 'store' || ticket !== app.appTicket) return refusal(call, 10012);
	const token = world.tokens.issue('app', app.appId);
	return topLevelSuccess({ app_access_token: token.value, expire: secondsLeft(token) });
}

/** A store app's app token against the token of one of its tenants. */
export function exchangeForStoreTenantToken(call: RecordedCall, world: TenantWorld): Reply {
	const appToken = textOf(call.body, 'app_access_token');
	const tenant = textOf(call.body, 'tenant_key');
	if (appToken === undefined || tenant === undefined) return refusal(call, 10003);
	const issued = world.tokens.findGood('app', appToken);
	const app = issued && world.apps.find(issued.appId);
	// The real codes for a bad app token and for an unknown tenant are not known.
	if (!app?.enabled) return refusal(call, 10014);
	if (!app.tenants.includes(tenant)) return refusal(call, 10016);
	const token = world.tokens.issue('tenant', app.appId, tenant);
	return topLevelSuccess({ tenant_access_token: token.value, expire: secondsLeft(token) });
}

/** Asks for the ticket to be pushed again; nothing is pushed here, and the ticket stays the same. */
export function resendAppTicket(call: RecordedCall, world: TenantWorld): Reply {
	const app = appBehind(call, world);
	return typeof app === 'number' ? refusal(call, app) : topLevelSuccess({});
}

/** The app whose id and secret the body holds, or the code that refuses them. */
function appBehind(call: RecordedCall, world: TenantWorld): App | number {
	const appId = textOf(call.body, 'app_id');
	const appSecret = textOf(call.body, 'app_secret');
	if (appId === undefined || appSecret === undefined) return 10003;
	const app = world.apps.find(appId);
	if (!app) return 10015;
	return app.enabled && app.appSecret === appSecret ? app : 10014;
}

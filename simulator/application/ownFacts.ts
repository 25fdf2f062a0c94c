// What an app may learn of itself and its tenant: scopes, bot, company, version. For "Check Access".
import type { RecordedCall } from '../server/api';
import { jsonReply, refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';

/** The app has no bot. */
const NO_BOT = 11205;
const BAD_FIELD = 99992402;

/**
 * `GET application/v6/scopes`, open to any token: what the app asked for. Granted is 1, anything
 * else is not. What a scope looks like whose version is not published is not known; here it is 2.
 */
export function grantedScopes(call: RecordedCall, world: TenantWorld): Reply {
	const app = world.apps.find(call.appId ?? '');
	const listed = (names: readonly string[] = [], grant_status = 1, scope_type = 'tenant') =>
		names.map((scope_name) => ({ scope_name, grant_status, scope_type }));
	return success({
		scopes: [
			...listed(app?.scopes),
			...listed(app?.pendingScopes, 2),
			...listed(app?.userScopes, 1, 'user'),
		],
	});
}

/**
 * `POST application/v6/scopes/apply` asks the tenant's administrator for everything the app lacks.
 * No automation may do that: the record shows whether one did.
 */
export function applyForScopes(call: RecordedCall, world: TenantWorld): Reply {
	const app = world.apps.find(call.appId ?? '');
	if (!app || app.pendingScopes.length === 0) return refusal(call, 212002);
	call.applied = true;
	return success({});
}

/** `GET bot/v3/info`, open to any token; `bot` stands beside `code`, not in `data`. */
export function botInfo(call: RecordedCall, world: TenantWorld): Reply {
	const app = world.apps.find(call.appId ?? '');
	if (!app?.bot) return refusal(call, NO_BOT);
	return jsonReply({
		code: 0,
		msg: 'ok',
		bot: {
			activate_status: 2,
			app_name: nameOf(app.appId),
			avatar_url: 'https://example.com/invented.png',
			ip_white_list: app.ipAllowed ? [] : ['192.0.2.1'],
			open_id: 'ou_invented_bot',
		},
	});
}

/** `GET tenant/v2/tenant/query`. */
export function tenantInfo(call: RecordedCall): Reply {
	return success({
		tenant: {
			name: `虚构公司 Invented Company (${call.tenant ?? ''})`,
			display_id: 'F000000001',
			tenant_tag: 0,
			tenant_key: call.tenant ?? '',
		},
	});
}

/**
 * `GET application/v6/applications/me?lang=…`. Feishu's SDK knows `secret` and `encryption` in this
 * answer: they are here so that a test sees whether they are copied.
 */
export function applicationInfo(call: RecordedCall, world: TenantWorld): Reply {
	if (!['zh_cn', 'en_us', 'ja_jp'].includes(call.query.lang ?? '')) return refusal(call, BAD_FIELD);
	const app = world.apps.find(call.appId ?? '');
	const pending = app?.pendingScopes ?? [];
	return success({
		app: {
			app_id: app?.appId,
			app_name: nameOf(app?.appId ?? ''),
			status: app?.enabled ? 1 : 0,
			scene_type: app?.kind === 'store' ? 1 : 0,
			online_version_id: 'oav_invented_1',
			unaudit_version_id: pending.length > 0 ? 'oav_invented_2' : '',
			scopes: (app?.scopes ?? []).map((scope) => ({ scope, level: 1, token_types: ['tenant'] })),
			secret: app?.appSecret,
			encryption: { encryption_key: 'placeholder-encrypt-key' },
		},
	});
}

function nameOf(appId: string): string {
	return `Invented app ${appId}`;
}

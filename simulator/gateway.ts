// The gateway in front of the business calls: token, app, scope and quota, in this order.
import type { RecordedCall } from './api';
import type { App } from './apps';
import { refusal, type Reply } from './replies';
import type { TenantWorld } from './tenantWorld';

const BEARER = /^Bearer (\S+)$/;

/** The token in the Authorization header, if that has the form of one. */
export function bearerOf(call: RecordedCall): string | undefined {
	return BEARER.exec(call.headers.authorization ?? '')?.[1];
}

/**
 * The gateway's refusal, or undefined for a call let through, which has then used one slot of the
 * quota. `scopes`: the app must hold one of them; none means that a token is enough.
 */
export function refuseAtGateway(
	call: RecordedCall,
	world: TenantWorld,
	scopes: readonly string[],
): Reply | undefined {
	if (!call.headers.authorization) return refusal(call, 99991661);
	const value = bearerOf(call);
	if (value === undefined) return refusal(call, 99991671);
	const token = world.tokens.findGood('tenant', value);
	const app = token && world.apps.find(token.appId);
	if (!token || !app) return refusal(call, 99991663);
	if (!app.enabled) return refusal(call, 99991662);
	if (scopes.length > 0 && !scopes.some((scope) => holdsScope(app, scope))) {
		return missingScope(call, scopes);
	}
	const full = world.quota.take({ api: call.api, appId: app.appId, tenant: token.tenant });
	if (full === undefined) return undefined;
	const headers = {
		'x-ogw-ratelimit-limit': String(full.limit),
		'x-ogw-ratelimit-reset': (full.waitMs / 1000).toFixed(3),
	};
	return refusal(call, 99991400, world.quota.tellsReset ? { headers } : {});
}

/** Whether the app was granted the scope. */
function holdsScope(app: App, scope: string): boolean {
	return app.scopes.includes(scope);
}

/** 99991672: the scopes as violations, and a link that applies for them in one click. */
export function missingScope(call: RecordedCall, scopes: readonly string[]): Reply {
	const link = `https://open.feishu.cn/app/${call.appId ?? 'unknown'}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
	const list = `[${scopes.join(', ')}]`;
	return refusal(call, 99991672, {
		msg: `Access denied. One of the following scopes is required: ${list}.应用尚未开通所需的应用身份权限：${list}，点击链接申请并开通任一权限即可：${link}`,
		error: {
			permission_violations: scopes.map((subject) => ({
				type: 'action_scope_required',
				subject,
			})),
			helps: [{ url: link, description: 'Apply for the permission' }],
		},
	});
}

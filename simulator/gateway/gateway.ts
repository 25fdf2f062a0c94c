// The gateway in front of the business calls: token, app, address, scope and quota, in this order.
import type { RecordedCall } from '../server/api';
import type { App } from './apps';
import type { QuotaWindow } from './routeQuotas';
import { refusal, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';

/** What a business call needs at the gateway. */
export interface GatewayRules {
	/** Which kind of app Feishu serves. */
	apps: 'any' | 'custom';
	/** The app must hold one of them; none: a token is enough. */
	scopes: readonly string[];
	/** Every window must have room. */
	quota: readonly QuotaWindow[];
}

/** Where a tenant needs Feishu People, enterprise edition. */
const PEOPLE_PATHS = '/open-apis/corehr/';

const BEARER = /^Bearer (\S+)$/;

/** The token in the Authorization header, if that has the form of one. */
export function bearerOf(call: RecordedCall): string | undefined {
	return BEARER.exec(call.headers.authorization ?? '')?.[1];
}

/**
 * The gateway's refusal, or undefined for a call let through, which has then used one slot of the
 * quota.
 */
export function refuseAtGateway(
	call: RecordedCall,
	world: TenantWorld,
	{ apps, scopes, quota }: GatewayRules,
): Reply | undefined {
	if (!call.headers.authorization) return refusal(call, 99991661);
	const value = bearerOf(call);
	if (value === undefined) return refusal(call, 99991671);
	const token = world.tokens.findGood('tenant', value);
	const app = token && world.apps.find(token.appId);
	if (!token || !app) return refusal(call, 99991663);
	if (!app.enabled) return refusal(call, 99991662);
	if (!app.ipAllowed) return refusal(call, 99991401);
	// With which code a store app is refused where Feishu serves custom apps only is not known.
	if (apps === 'custom' && app.kind === 'store') return refusal(call, 99991673);
	if (scopes.length > 0 && !scopes.some((scope) => holdsScope(app, scope))) {
		return missingScope(call, scopes);
	}
	const full = world.quota.take({ api: call.api, appId: app.appId, tenant: token.tenant }, quota);
	if (full) {
		const headers = {
			'x-ogw-ratelimit-limit': String(full.limit),
			'x-ogw-ratelimit-reset': (full.waitMs / 1000).toFixed(3),
		};
		return refusal(call, 99991400, world.quota.tellsReset ? { headers } : {});
	}
	if (call.path.startsWith(PEOPLE_PATHS) && world.withoutFeishuPeople.has(token.tenant)) {
		return refusal(call, world.openQuestions.noFeishuPeopleCode, {
			msg: `TenantID ${token.tenant} not found. Please check if the tenant has activated this app`,
		});
	}
	return undefined;
}

/** Whether the app was granted the scope. */
function holdsScope(app: App, scope: string): boolean {
	return app.scopes.includes(scope);
}

/** The English half of 99991672's words; some answers hold nothing else. */
export function scopeSentence(scopes: readonly string[]): string {
	return `Access denied. One of the following scopes is required: [${scopes.join(', ')}].`;
}

/** 99991672: the scopes as violations, and a link that applies for them in one click. */
export function missingScope(call: RecordedCall, scopes: readonly string[]): Reply {
	const link = `https://open.feishu.cn/app/${call.appId ?? 'unknown'}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
	return refusal(call, 99991672, {
		msg: `${scopeSentence(scopes)}应用尚未开通所需的应用身份权限：[${scopes.join(', ')}]，点击链接申请并开通任一权限即可：${link}`,
		error: {
			permission_violations: scopes.map((subject) => ({
				type: 'action_scope_required',
				subject,
			})),
			helps: [{ url: link, description: 'Apply for the permission' }],
		},
	});
}

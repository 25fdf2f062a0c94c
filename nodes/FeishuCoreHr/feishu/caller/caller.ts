/** Who calls, bound once for each item: the run it belongs to, and as whom it calls. */
import { fail } from '../core/failure';
import type { Account } from './account';
import type { Identity, Session } from './session';

export interface Caller {
	readonly session: Session;
	readonly identity: Identity;
}

/** Names one app in one tenant at one host: whatever Feishu counts and shows belongs to it. Another secret is still the same tenant. */
export function tenantOf({ baseUrl, appId, tenantKey }: Account): string {
	return JSON.stringify([baseUrl, appId, tenantKey]);
}

/** An answer or a call would belong to another tenant than what was begun. */
export function tenantChanged(): ReturnType<typeof fail> {
	return fail({
		message: 'The credential was changed to another tenant or app while this item was under way',
		code: 'CREDENTIAL_CHANGED',
		category: 'authentication',
		retryable: false,
		hint: 'Check which tenant the credential is for now, then run this item again.',
		attempts: 0,
	});
}

/** Calls that Feishu offers to custom apps only: a store app is told so before anything is sent. */
import { fail, succeed, type Result } from '../core/failure';
import type { Caller } from './caller';

/** `operation` as the Operation list names it. */
export function requireCustomApp({ identity }: Caller, operation: string): Result<undefined> {
	if (identity.account.appType === 'custom') return succeed(undefined);
	return fail({
		message: `Feishu offers ${operation} to custom apps only, and this credential is for a store app`,
		code: 'CUSTOM_APP_ONLY',
		category: 'permission',
		retryable: false,
		hint: 'Create a custom app in the developer console of the tenant, and choose a credential with App Type set to Custom App in this node.',
		attempts: 0,
	});
}

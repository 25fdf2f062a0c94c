/** Calls that Feishu offers to custom apps only: a store app is told so before anything is sent. */
import { refuseInput, succeed, type Result } from '../core/failure';
import type { Caller } from './caller';

export function requireCustomApp({ identity }: Caller): Result<undefined> {
	if (identity.account.appType === 'custom') return succeed(undefined);
	return refuseInput(
		'STORE_APP_NOT_ALLOWED',
		'Feishu offers this operation to custom apps only, and the credential is of a store app',
		'Create a custom app (自建应用) in the tenant, give this node a credential of it, then run again.',
	);
}

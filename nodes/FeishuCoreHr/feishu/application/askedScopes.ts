/** The scopes that an app has asked for. Any token may ask, with no scope. */
import type { IDataObject } from 'n8n-workflow';

import { call } from '../call/call';
import type { Endpoint } from '../call/endpoint';
import type { Caller } from '../caller/caller';
import type { Result } from '../core/failure';
import { readObject } from '../http/reply';
import { HUNDRED_A_MINUTE } from '../quota/window';
import { APPLICATION_CODES } from './codes';

/** Only those for calls in the app's own name: what a user may do is of no use to a node. */
export interface AskedScopes {
	granted: ReadonlySet<string>;
	/** Asked for and not granted, as before the version that asks for them is published. */
	pending: ReadonlySet<string>;
}

const ASKED_SCOPES: Endpoint<AskedScopes> = {
	api: 'scopes',
	method: 'GET',
	path: '/open-apis/application/v6/scopes',
	quota: HUNDRED_A_MINUTE,
	codes: APPLICATION_CODES,
	contradiction: {
		code: 'SCOPES_NOT_UNDERSTOOD',
		title: 'Feishu listed the app’s scopes in a form that this node does not know',
		category: 'service',
		hint: 'Run again later. If it stays, give the log_id to Feishu support.',
	},
	readData: readScopes,
};

export async function readAskedScopes(caller: Caller): Promise<Result<AskedScopes>> {
	return await call(caller, ASKED_SCOPES, {});
}

/** Feishu's number for a scope that is granted; every other one means that it is not. */
const GRANTED = 1;

/** The same scope may be listed twice, for the app and for users. A list without a kind is the app's. */
function readScopes({ scopes }: IDataObject): AskedScopes | undefined {
	if (!Array.isArray(scopes)) return undefined;
	const granted = new Set<string>();
	const pending = new Set<string>();
	for (const scope of scopes) {
		const { scope_name: name, scope_type: kind = 'tenant', grant_status } = readObject(scope);
		if (typeof name !== 'string' || kind !== 'tenant') continue;
		(grant_status === GRANTED ? granted : pending).add(name);
	}
	granted.forEach((name) => pending.delete(name));
	return { granted, pending };
}

/** What a run and an item hand to the client. The client knows nothing else of n8n. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readAccount, type Account } from './account';
import { monotonicNow } from '../core/clock';
import { succeed, type Failure, type Result } from '../core/failure';
import type { Transmit } from '../http/send';

/** One line in n8n's debug log for each request. */
export interface RequestLog {
	api: string;
	pre_hire_id?: string;
	/** Feishu's code, or our name for a reply that never came. */
	code: number | string;
	log_id?: string;
}

/** How a run wants its requests sent. */
export interface SessionOptions {
	/** How long one request may take, in milliseconds. */
	timeoutMs: number;
	/** How often a request is repeated after a failure that passes; 0 = it is sent once. */
	maxRetries: number;
	/** At most so many calls in any 60 seconds to one API; undefined = as many as Feishu allows. */
	requestsPerMinute: number | undefined;
}

/** Shared by all items of one run. */
export interface Session extends SessionOptions {
	/** n8n's request function without authentication: for token endpoints only. */
	plain: Transmit;
	/** n8n's request function that signs with this credential. */
	authenticated(credential: ICredentialDataDecryptedObject): Transmit;
	/** By `monotonicNow()`. */
	startedAt: number;
	signal: AbortSignal | undefined;
	/** True once the run begins no further change: after a failure under Stop Workflow. */
	stopped: boolean;
	/** How many items of the run have not begun: a long run may wait longer for its next place than its last people. */
	notBegun: number;
	log(line: RequestLog): void;
	/** Exchanges that Feishu refused, by the account's `exchangeKey`: not asked again in this run. */
	refusedExchanges: Map<string, Failure>;
	/** What every further call of this run would be refused for too, by tenant and API. */
	sharedFailures: Map<string, Failure>;
	/**
	 * Runs `work`, which only waits, without keeping the next item of the run from starting.
	 * A run that stops at the first failure starts the next one only where `outlook` is `success`.
	 */
	aside<T>(outlook: 'success' | 'open', work: () => Promise<T>): Promise<T>;
}

/** As whom one item calls. */
export interface Identity {
	account: Account;
	credential: ICredentialDataDecryptedObject;
	/** When the credential was read, by `monotonicNow()`. */
	readAt: number;
	/** Reads the credential as it is stored now. */
	read(): Promise<Result<ICredentialDataDecryptedObject>>;
}

export async function readIdentity(read: Identity['read']): Promise<Result<Identity>> {
	const readAt = monotonicNow();
	const credential = await read();
	if (!credential.ok) return credential;
	const account = readAccount(credential.value);
	if (!account.ok) return account;
	return succeed({ account: account.value, credential: credential.value, readAt, read });
}

/** Reads the credential again: somebody may have edited it since. */
export async function refreshIdentity(identity: Identity): Promise<Result<Identity>> {
	const now = await readIdentity(identity.read);
	return now.ok ? succeed(Object.assign(identity, now.value)) : now;
}

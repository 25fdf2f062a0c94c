/** Sends one request once: a place in the quota, a fresh token, the request, and what its answer means. */
import { judge, judgeContradiction, type Verdict } from '../answers/judge';
import { secretsOf, type Account } from '../caller/account';
import { isPublicHost } from '../caller/baseUrl';
import { tenantChanged, tenantOf, type Caller } from '../caller/caller';
import { refreshIdentity, type Identity } from '../caller/session';
import { requireCustomApp } from '../caller/customAppOnly';
import { cleanText } from '../core/cleanText';
import { monotonicNow } from '../core/clock';
import { cancelledFailure, type Failure } from '../core/failure';
import { readObject } from '../http/reply';
import { send, type Sent } from '../http/send';
import { laneFor, type Lane, type Place } from '../quota/lane';
import { outageFailure } from '../quota/outage';
import { boundWindows } from '../quota/window';
import { refusalOf, wasSigned } from '../tokens/credentialToken';
import { credentialToSign, tokenFor } from '../tokens/itemToken';
import { dropToken, trustToken } from '../tokens/tokens';
import type { Endpoint, Question } from './endpoint';

/** What one attempt came to. `sent: false` = nothing left this machine. */
export type Attempt<T> =
	| { sent: true; tenant: string; value: T; verdict?: undefined }
	| { sent: boolean; tenant: string; value?: undefined; verdict: Verdict };

/**
 * Nothing is sent once `isAbandoned()`, nor to another tenant than `tenant`, if that is given.
 * Never throws what n8n throws.
 */
export async function attempt<T>(
	caller: Caller,
	endpoint: Endpoint<T>,
	question: Question,
	isAbandoned: () => boolean,
	tenant?: string,
): Promise<Attempt<T>> {
	for (;;) {
		const { session, identity } = caller;
		const here = tenantOf(identity.account);
		if (endpoint.customAppsOnly) {
			const allowed = requireCustomApp(caller);
			if (!allowed.ok) return nothingSent(here, allowed.failure);
		}
		const windows = boundWindows(
			endpoint.quota,
			session.requestsPerMinute,
			isPublicHost(identity.account.baseUrl),
		);
		// Asked for everybody who waits, each time the lane moves: the key is made once.
		const key = laneKey(here, endpoint.api);
		const shared = () => session.sharedFailures.get(key);
		const used = await laneFor(key).withPlace(
			{
				windows,
				isAbandoned: () => isAbandoned() || shared() !== undefined,
				notBegun: session.notBegun,
			},
			async (place) => {
				const token = await tokenFor(session, identity);
				if (token === undefined || isAbandoned()) return nothingSent(here, cancelledFailure());
				if (!token.ok) return nothingSent(here, token.failure);
				const now = tenantOf(identity.account);
				if (tenant !== undefined && tenant !== now)
					return nothingSent(now, tenantChanged().failure);
				// Edited meanwhile, or refused for everybody: another look from the start.
				if (now !== here || shared() !== undefined) return undefined;
				return await sendOnce(caller, endpoint, question, token.value, place);
			},
		);
		if (used.kind === 'outage') return nothingSent(here, outageFailure());
		if (used.kind === 'used' && used.value !== undefined) return used.value;
		if (isAbandoned()) return nothingSent(here, cancelledFailure());
		const refusal = shared();
		if (refusal !== undefined && !(await isEdited(identity, here)))
			return nothingSent(here, refusal);
	}
}

/** Whether the credential is for another tenant or app by now than `tenant`. `identity` is brought up to date. */
async function isEdited(identity: Identity, tenant: string): Promise<boolean> {
	const refreshed = await refreshIdentity(identity);
	return refreshed.ok && tenantOf(identity.account) !== tenant;
}

/** The lane that a tenant's calls to an API share. `tenant` as `tenantOf` names it. */
export function laneOf(tenant: string, api: string): Lane {
	return laneFor(laneKey(tenant, api));
}

function laneKey(tenant: string, api: string): string {
	return JSON.stringify([tenant, api]);
}

function nothingSent(
	tenant: string,
	failure: Failure,
): { sent: false; tenant: string; verdict: Verdict } {
	return { sent: false, tenant, verdict: { failure, cure: 'none', applied: 'no' } };
}

async function sendOnce<T>(
	{ session, identity }: Caller,
	endpoint: Endpoint<T>,
	{ pathId, query, body, preHireId }: Question,
	token: string,
	place: Place,
): Promise<Attempt<T>> {
	const { account } = identity;
	const tenant = tenantOf(account);
	const credential = await credentialToSign(identity, token);
	const sentAt = monotonicNow();
	const path = endpoint.path.replace(':id', encodeURIComponent(pathId ?? ''));
	place.sending();
	const sent = await send(session.authenticated(credential), {
		method: endpoint.method,
		url: account.baseUrl + path,
		timeoutMs: session.timeoutMs,
		...(query !== undefined && { query }),
		...(body !== undefined && { body }),
	});
	const outcome = wasSigned(credential) ? sent : readUnsigned(sent);
	const refusal = refusalOf(credential);
	if (refusal !== undefined && outcome.lost?.code === 'NOT_HANDED_OVER') {
		place.giveBack();
		return nothingSent(tenant, refusal);
	}
	const secrets = [...secretsOf(account), token];
	if (outcome.reply?.logId !== undefined) {
		outcome.reply.logId = cleanText(outcome.reply.logId, secrets);
	}
	const attempt = judgeAttempt(endpoint, outcome, secrets, account);
	// Before the lane is told: it then lets go those who wait for the same refusal.
	if (attempt.verdict?.holdsForRun) {
		const failure = { ...attempt.verdict.failure, attempts: 0 };
		session.sharedFailures.set(laneKey(tenant, endpoint.api), failure);
	}
	reportTo(place, outcome, attempt.verdict);
	if (attempt.verdict?.cure === 'token') dropToken(account, token, sentAt);
	else if (outcome.reply?.body !== undefined) trustToken(account);
	const logId = outcome.reply?.logId;
	session.log({
		api: endpoint.api,
		...(preHireId !== undefined && { pre_hire_id: preHireId }),
		code: attempt.verdict?.failure.code ?? 0,
		...(logId !== undefined && { log_id: logId }),
	});
	return attempt;
}

/** n8n sends only what the credential has signed: without that nothing can have arrived. */
function readUnsigned(sent: Sent): Sent {
	if (sent.lost === undefined || sent.lost.arrived === false) return sent;
	if (sent.lost.code === 'CANCELLED') return { lost: { code: 'CANCELLED', arrived: false } };
	return { lost: { ...sent.lost, code: 'NOT_HANDED_OVER', arrived: false } };
}

function judgeAttempt<T>(
	endpoint: Endpoint<T>,
	outcome: Sent,
	secrets: readonly string[],
	account: Account,
): Attempt<T> {
	const tenant = tenantOf(account);
	const judged = judge(outcome, endpoint.codes, secrets, undefined, account);
	const sent = outcome.lost?.arrived !== false;
	if (judged.verdict !== undefined) return { sent, tenant, verdict: judged.verdict };
	const { accepted } = judged;
	const value = endpoint.readData(readObject(accepted.body?.data), accepted);
	if (value !== undefined) return { sent: true, tenant, value };
	const verdict = judgeContradiction(endpoint.contradiction, accepted, secrets);
	return { sent, tenant, verdict };
}

/** Tells the lane what Feishu made of the place. */
function reportTo(place: Place, { reply, lost }: Sent, verdict: Verdict | undefined): void {
	if (lost !== undefined) {
		if (lost.arrived === false) place.giveBack();
		else place.unanswered();
	} else if (verdict?.cure === 'waitForQuota') {
		place.refused(reply.resetSeconds === undefined ? undefined : reply.resetSeconds * 1_000);
	} else if (verdict?.failure.category === 'service') {
		place.failed();
	} else {
		place.answered();
	}
}

/** Asks search where one person stands. */
import type { Result } from '../core/failure';
import { cancelledFailure, fail, succeed } from '../core/failure';
import { readObject } from '../http/reply';
import { searchPreHires } from './searchPreHires';
import type { Identity, Session } from '../caller/session';
import { timing } from '../core/timing';
import { wait } from '../core/wait';

/**
 * The person's onboarding status, or a failure where search does not tell.
 * Search shows a change late: a status in `old` counts only once the lag since `changedAt` (epoch ms) has passed.
 */
export async function askOnboardingStatus(
	session: Session,
	identity: Identity,
	preHireId: string,
	old: ReadonlySet<string>,
	changedAt: number,
): Promise<Result<string>> {
	const settledAt = changedAt + timing.searchLagMs;
	for (;;) {
		const askedAt = Date.now();
		const status = await askOnce(session, identity, preHireId);
		if (!status.ok || !old.has(status.value) || askedAt >= settledAt) return status;
		await wait(settledAt - Date.now(), session.signal);
		// What search says within its lag proves nothing.
		if (session.signal?.aborted) return fail(cancelledFailure());
	}
}

async function askOnce(
	session: Session,
	identity: Identity,
	preHireId: string,
): Promise<Result<string>> {
	const page = await searchPreHires(
		session,
		identity,
		{ pre_hire_ids: [preHireId], fields: ['onboarding_info.onboarding_status'] },
		1,
	);
	if (!page.ok) return page;
	const person = page.value.people.find((found) => found.pre_hire_id === preHireId);
	const status = readObject(person?.onboarding_info).onboarding_status;
	if (typeof status === 'string' && status !== '') return succeed(status);
	return fail({
		message: 'Search does not show this person to the app',
		code: 'NOT_SHOWN',
		category: 'not_found',
		retryable: false,
		hint: 'Widen the data permission for pre-hires (待入职人员) in the developer console.',
		attempts: 1,
	});
}

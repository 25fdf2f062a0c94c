/** Finds people by the application ID of the recruiting system. Search has no such filter, so everybody in a stage is read once. */
import { BoundedMap } from '../core/boundedMap';
import { cancelledFailure, fail, refuseInput, succeed, type Result } from '../core/failure';
import { findPreHires } from './findPreHires';
import { readObject } from '../http/reply';
import type { OnboardingStatus } from './searchPreHires';
import type { Identity, Session } from '../caller/session';
import { timing } from '../core/timing';
import { waitFor } from '../core/wait';

/** One pass over search: all people of one stage by ATS application ID. */
interface Pass {
	/** Epoch ms. */
	startedAt: number;
	/** Whose retries and timeout it has; weak, because a pass outlives its run. */
	by: WeakRef<Session>;
	people: Promise<Result<ReadonlyMap<string, readonly string[]>>>;
}

/** Few owners: each may hold the names of many thousand people. */
export const MAX_DIRECTORIES = 50;

const directories = new BoundedMap<Map<OnboardingStatus, Pass>>(() => true, MAX_DIRECTORIES);

/** Of how many owners this process remembers passes. For tests. */
export function directoryCount(): number {
	return directories.size;
}

/** The `pre_hire_id` of the one person with that application ID in the first of the stages that has any. */
export async function findByAtsApplication(
	session: Session,
	identity: Identity,
	applicationId: string,
	stages: readonly OnboardingStatus[],
): Promise<Result<string>> {
	for (const stage of stages) {
		const found = await lookUp(session, identity, applicationId, stage);
		if (!found.ok) return found;
		const [preHireId, another] = found.value;
		if (another !== undefined) return notUnique(applicationId, found.value);
		if (preHireId !== undefined) return succeed(preHireId);
	}
	return notFound(applicationId, stages);
}

/** A hit in any recent pass counts. A miss or a refusal counts only in a pass that began after this run did. */
async function lookUp(
	session: Session,
	identity: Identity,
	applicationId: string,
	stage: OnboardingStatus,
): Promise<Result<readonly string[]>> {
	const oldest = Math.min(session.startedAt, Date.now() - timing.atsPassMs);
	for (let notBefore = oldest; ; notBefore = session.startedAt) {
		const pass = passOf(session, identity, stage, notBefore);
		const people = await waitFor(pass.people, session.signal);
		if (people === undefined) return fail(cancelledFailure());
		const isOurs = pass.startedAt >= session.startedAt;
		if (people.ok) {
			const found = people.value.get(applicationId) ?? [];
			if (found.length > 0 || isOurs) return succeed(found);
		} else if (isOurs && people.failure.code !== 'CANCELLED') {
			// Another run may have fewer retries: what may pass is asked again with our own.
			if (pass.by.deref() === session || !people.failure.retryable) return people;
		}
	}
}

function passOf(
	session: Session,
	identity: Identity,
	stage: OnboardingStatus,
	notBefore: number,
): Pass {
	const passes = directories.getOrCreate(identity.account.owner, () => new Map());
	const known = passes.get(stage);
	if (known !== undefined && known.startedAt >= notBefore) return known;
	const people = readStage(session, identity, stage);
	const pass: Pass = { startedAt: Date.now(), by: new WeakRef(session), people };
	passes.set(stage, pass);
	// A failure that may pass is not kept: the next item asks again.
	void people.then((read) => {
		if (!read.ok && read.failure.retryable && passes.get(stage) === pass) passes.delete(stage);
	});
	return pass;
}

async function readStage(
	session: Session,
	identity: Identity,
	stage: OnboardingStatus,
): Promise<Result<ReadonlyMap<string, readonly string[]>>> {
	const found = await findPreHires(session, identity, {
		onboarding_status: stage,
		fields: ['onboarding_info.ats_application_id'],
	});
	if (!found.ok) return found;
	const people = new Map<string, string[]>();
	for (const { pre_hire_id: preHireId, onboarding_info: info } of found.value) {
		const applicationId = readObject(info).ats_application_id;
		if (typeof applicationId !== 'string' || applicationId === '') continue;
		people.set(applicationId, [...(people.get(applicationId) ?? []), preHireId]);
	}
	return succeed(people);
}

function notFound(applicationId: string, stages: readonly OnboardingStatus[]): Result<string> {
	const searched = stages.map((stage) => stage.replaceAll('_', ' ')).join(' or ');
	return fail({
		message: `No ${searched} pre-hire has the ATS application ID ${applicationId}`,
		code: 'ATS_APPLICATION_NOT_FOUND',
		category: 'not_found',
		retryable: false,
		hint: `Check the application ID, and in Feishu People that the person is ${searched} and within the data permission of the app.`,
		attempts: 0,
	});
}

function notUnique(applicationId: string, preHireIds: readonly string[]): Result<string> {
	return refuseInput(
		'ATS_APPLICATION_NOT_UNIQUE',
		`${preHireIds.length} pre-hires have the ATS application ID ${applicationId}`,
		`Choose the right one of ${preHireIds.join(', ')} and name that person by ID.`,
	);
}

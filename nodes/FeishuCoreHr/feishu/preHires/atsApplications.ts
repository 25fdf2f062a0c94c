/** Finds people by the application ID of the recruiting system. Search has no such filter, so everybody in a stage is read once. */
import type { Subject } from '../call/write';
import { tenantChanged, tenantOf, type Caller } from '../caller/caller';
import type { Session } from '../caller/session';
import { BoundedMap } from '../core/boundedMap';
import { monotonicNow } from '../core/clock';
import { cancelledFailure, fail, refuseInput, succeed, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { waitFor } from '../core/wait';
import { readObject } from '../http/reply';
import { findPreHires } from './findPreHires';
import { preHireSubject, type StagesOfChange } from './person';
import type { OnboardingStatus } from './searchPreHires';

/** All people of one stage by ATS application ID. */
interface StagePeople {
	byApplication: ReadonlyMap<string, readonly string[]>;
	/** How many pages they came on. */
	pages: number;
}

/** One pass over search. */
interface Pass {
	/** By `monotonicNow()`. */
	startedAt: number;
	/** Whose retries and timeout it has; weak, because a pass outlives its run. */
	by: WeakRef<Session>;
	read: Promise<Result<StagePeople>>;
	/** The one repetition, for those whom the pass did not show. */
	secondRead?: Promise<Result<StagePeople>>;
}

/** Few owners: each may hold the names of many thousand people. */
const MAX_OWNERS_WITH_PASSES = 50;

const passesOfOwners = new BoundedMap<Map<OnboardingStatus, Pass>>(
	() => true,
	MAX_OWNERS_WITH_PASSES,
);

/**
 * The one person with that application ID. All stages are read before one is chosen: where the same application
 * has an old record and a new one, changing the wrong one would, say, onboard a candidate twice. Somebody
 * who is already where the change leads is the answer; apart from that, two are one too many.
 */
export async function findByAtsApplication(
	caller: Caller,
	applicationId: string,
	stages: StagesOfChange,
): Promise<Result<Subject>> {
	const once = await findInStages(caller, applicationId, stages, lookUp);
	if (!once.ok || once.value.found.length > 0) return choose(applicationId, stages, once);
	// With several pages somebody may have moved from a later one to an earlier one while they were read.
	return choose(
		applicationId,
		stages,
		await findInStages(caller, applicationId, stages, lookUpAgain),
	);
}

/** People with the application ID: those who are where the change leads, if there are any, else those whom it can change. */
interface Candidates {
	found: readonly string[];
	tenant: string;
}

type LookUp = (
	caller: Caller,
	applicationId: string,
	stage: OnboardingStatus,
) => Promise<Result<readonly string[]>>;

async function findInStages(
	caller: Caller,
	applicationId: string,
	{ from, to }: StagesOfChange,
	lookUpIn: LookUp,
): Promise<Result<Candidates>> {
	for (;;) {
		const tenant = tenantOf(caller.identity.account);
		const inAll = async (stages: readonly OnboardingStatus[]) =>
			collect(
				await Promise.all(
					stages.map(async (stage) => await lookUpIn(caller, applicationId, stage)),
				),
			);
		// The first stage alone: where the app may not search, one answer says so for all.
		const first = await inAll(from.slice(0, 1));
		if (!first.ok) return first;
		const [others, there] = await Promise.all([inAll(from.slice(1)), inAll(to)]);
		if (caller.session.signal?.aborted) return fail(cancelledFailure());
		// Edited meanwhile: some stages may be those of another tenant.
		if (tenantOf(caller.identity.account) !== tenant) continue;
		if (!others.ok) return others;
		if (!there.ok) return there;
		const changeable = [...new Set([...first.value, ...others.value])];
		return succeed({ found: there.value.length > 0 ? there.value : changeable, tenant });
	}
}

/** Everybody whom one of the look-ups found; the failure of one is a failure of all. */
function collect(results: ReadonlyArray<Result<readonly string[]>>): Result<readonly string[]> {
	const found = new Set<string>();
	for (const result of results) {
		if (!result.ok) return result;
		result.value.forEach((id) => found.add(id));
	}
	return succeed([...found]);
}

function choose(
	applicationId: string,
	{ from }: StagesOfChange,
	candidates: Result<Candidates>,
): Result<Subject> {
	if (!candidates.ok) return candidates;
	const { found, tenant } = candidates.value;
	const [preHireId] = found;
	if (preHireId === undefined) return notFound(applicationId, from);
	return found.length > 1
		? notUnique(applicationId, found)
		: succeed(preHireSubject(preHireId, tenant));
}

/** A hit in any recent pass counts. A miss or a refusal counts only in a pass that began after this run did. */
const lookUp: LookUp = async (caller, applicationId, stage) => {
	const { session } = caller;
	const oldest = Math.min(session.startedAt, monotonicNow() - timing.atsPassMs);
	for (let notBefore = oldest; ; notBefore = session.startedAt) {
		const pass = passOf(caller, stage, notBefore);
		const people = await waitFor(pass.read, session.signal);
		if (people === undefined) return fail(cancelledFailure());
		const isOfThisRun = pass.startedAt >= session.startedAt;
		if (people.ok) {
			const found = people.value.byApplication.get(applicationId) ?? [];
			if (found.length > 0 || isOfThisRun) return succeed(found);
		} else if (isOfThisRun && people.failure.code !== 'CREDENTIAL_CHANGED') {
			// Another run may have fewer retries, or be cancelled: what may pass is asked again with our own.
			if (pass.by.deref() === session || !people.failure.retryable) return people;
		}
	}
};

/** What one pass over several pages did not show, once more. Shared by all who miss somebody in it. */
const lookUpAgain: LookUp = async (caller, applicationId, stage) => {
	const pass = passOf(caller, stage, caller.session.startedAt);
	const first = await waitFor(pass.read, caller.session.signal);
	if (first === undefined) return fail(cancelledFailure());
	if (!first.ok) return first;
	if (first.value.pages === 1) return succeed([]);
	pass.secondRead ??= readStage(caller, stage);
	const second = await waitFor(pass.secondRead, caller.session.signal);
	if (second === undefined) return fail(cancelledFailure());
	if (!second.ok) delete pass.secondRead;
	return second.ok ? succeed(second.value.byApplication.get(applicationId) ?? []) : second;
};

function passOf(caller: Caller, stage: OnboardingStatus, notBefore: number): Pass {
	const passes = passesOfOwners.getOrCreate(caller.identity.account.owner, () => new Map());
	const known = passes.get(stage);
	if (known !== undefined && known.startedAt >= notBefore) return known;
	const pass: Pass = {
		startedAt: monotonicNow(),
		by: new WeakRef(caller.session),
		read: readStage(caller, stage),
	};
	passes.set(stage, pass);
	// A failure that may pass is not kept: the next item asks again.
	void pass.read.then((people) => {
		if (people.ok || passes.get(stage) !== pass) return;
		const { code, retryable } = people.failure;
		if (retryable || code === 'CREDENTIAL_CHANGED') passes.delete(stage);
	});
	return pass;
}

async function readStage(caller: Caller, stage: OnboardingStatus): Promise<Result<StagePeople>> {
	const { owner } = caller.identity.account;
	const filters = {
		onboarding_status: stage,
		fields: ['onboarding_info.ats_application_id'],
	};
	const found = await findPreHires(caller, { filters });
	// Kept for the owner with whom it began: what another one sees is nothing to keep.
	if (caller.identity.account.owner !== owner) return tenantChanged();
	if (!found.ok) return found;
	const byApplication = new Map<string, string[]>();
	for (const { pre_hire_id: preHireId, onboarding_info: info } of found.value.people) {
		const applicationId = readObject(info).ats_application_id;
		if (typeof applicationId !== 'string' || applicationId === '') continue;
		byApplication.set(applicationId, [...(byApplication.get(applicationId) ?? []), preHireId]);
	}
	return succeed({ byApplication, pages: found.value.pages });
}

function notFound(
	applicationId: string,
	stages: readonly OnboardingStatus[],
): ReturnType<typeof fail> {
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

function notUnique(
	applicationId: string,
	preHireIds: readonly string[],
): ReturnType<typeof refuseInput> {
	return refuseInput(
		'ATS_APPLICATION_NOT_UNIQUE',
		`${preHireIds.length} pre-hires have the ATS application ID ${applicationId}`,
		`Choose the right one of ${preHireIds.join(', ')} and name that person by ID.`,
	);
}

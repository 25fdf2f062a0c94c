/** Finds out where people, or their tasks, stand whose change is in doubt: all of a run together, once search has caught up. */
import { tenantChanged, tenantOf, type Caller } from '../caller/caller';
import type { Doubt } from '../call/call';
import type { Session } from '../caller/session';
import { monotonicNow } from '../core/clock';
import { cancelledFailure, fail, succeed, type Failure, type Result } from '../core/failure';
import { timing } from '../core/timing';
import { wait } from '../core/wait';
import { readObject } from '../http/reply';
import { findPreHires } from './findPreHires';
import { MAX_PAGE_SIZE, type FoundPreHire } from './searchPreHires';
import { readTasks, TASKS_FIELD } from './onboardingTasks';

/**
 * The person's onboarding status in the tenant, or a failure where search does not tell.
 * Search shows a change late, so what it says is asked for only once its lag since the doubt has passed: before that the status may be older than everything that was sent.
 */
export async function lookUpStage(
	caller: Caller,
	preHireId: string,
	doubt: Doubt,
): Promise<Result<string>> {
	const person = await lookUp(caller, preHireId, STATUS_FIELD, doubt);
	return person.ok ? readStatus(person.value) : person;
}

/** The same for the status of one of the person's tasks. */
export async function lookUpTaskStatus(
	caller: Caller,
	preHireId: string,
	taskCode: string,
	doubt: Doubt,
): Promise<Result<string>> {
	const person = await lookUp(caller, preHireId, TASKS_FIELD, doubt);
	if (!person.ok) return person;
	const task = person.value && readTasks(person.value).find(({ code }) => code === taskCode);
	return task?.status === undefined
		? fail({ ...NOT_SHOWN, message: 'Search does not show this task to the app' })
		: succeed(task.status);
}

const STATUS_FIELD = 'onboarding_info.onboarding_status';

/** Undefined where search shows nobody. */
async function lookUp(
	caller: Caller,
	preHireId: string,
	field: string,
	{ since, tenant, applied }: Doubt,
): Promise<Result<FoundPreHire | undefined>> {
	// A definite refusal is looked into only where it is likely to be a success.
	return await caller.session.aside(
		applied === 'no' ? 'success' : 'open',
		async () => await lookupOf(caller.session, tenant, field).ask(caller, preHireId, since),
	);
}

interface Asker {
	caller: Caller;
	preHireId: string;
	/** From when on search's answer counts. */
	dueAt: number;
	answer: (person: Result<FoundPreHire | undefined>) => void;
}

const lookups = new WeakMap<Session, Map<string, PersonLookup>>();

function lookupOf(session: Session, tenant: string, field: string): PersonLookup {
	const ofSession = lookups.get(session) ?? new Map<string, PersonLookup>();
	lookups.set(session, ofSession);
	const name = `${tenant} ${field}`;
	const lookup = ofSession.get(name) ?? new PersonLookup(session, tenant, field);
	ofSession.set(name, lookup);
	return lookup;
}

class PersonLookup {
	private askers: Asker[] = [];

	private isServing = false;

	constructor(
		private readonly session: Session,
		private readonly tenant: string,
		/** What search is asked for, as a path. */
		private readonly field: string,
	) {}

	async ask(
		caller: Caller,
		preHireId: string,
		since: number,
	): Promise<Result<FoundPreHire | undefined>> {
		return await new Promise((answer) => {
			this.askers.push({ caller, preHireId, dueAt: since + timing.searchLagMs, answer });
			if (!this.isServing) void this.serve();
		});
	}

	private async serve(): Promise<void> {
		this.isServing = true;
		while (this.askers.length > 0) {
			const rest = this.restMs();
			if (this.session.signal?.aborted) this.takeDue(Infinity).forEach(cancel);
			else if (rest > 0) await wait(rest, this.session.signal);
			else await this.answer(this.takeDue(monotonicNow()));
		}
		this.isServing = false;
	}

	/** Until all who wait are due, so that one search answers them; but the first waits for the others one lag at most. */
	private restMs(): number {
		const dues = this.askers.map(({ dueAt }) => dueAt);
		return Math.min(Math.max(...dues), Math.min(...dues) + timing.searchLagMs) - monotonicNow();
	}

	private takeDue(now: number): Asker[] {
		const due = this.askers.filter(({ dueAt }) => dueAt <= now).slice(0, MAX_PAGE_SIZE);
		this.askers = this.askers.filter((asker) => !due.includes(asker));
		return due;
	}

	private async answer(askers: Asker[]): Promise<void> {
		const [first] = askers;
		if (first === undefined) return;
		const found = await this.search(first.caller, [
			...new Set(askers.map(({ preHireId }) => preHireId)),
		]);
		for (const { preHireId, answer } of askers) {
			const isThis = (person: FoundPreHire) => person.pre_hire_id === preHireId;
			answer(found.ok ? succeed(found.value.find(isThis)) : found);
		}
	}

	private async search(caller: Caller, preHireIds: string[]): Promise<Result<FoundPreHire[]>> {
		const filters = { pre_hire_ids: preHireIds, fields: [this.field] };
		try {
			const found = await findPreHires(caller, { filters, purpose: 'settle' });
			// The same ID may be somebody else in the tenant that the credential is for now.
			if (tenantOf(caller.identity.account) !== this.tenant) return tenantChanged();
			return found.ok ? succeed(found.value.people) : found;
		} catch {
			// Nobody awaits this search by itself: a mistake in it must not leave the askers without an answer.
			return fail(LOOKUP_FAILED);
		}
	}
}

const LOOKUP_FAILED: Failure = {
	message: 'This node failed unexpectedly while it looked up where people stand',
	code: 'UNEXPECTED',
	category: 'unknown',
	retryable: false,
	hint: 'Report this at the package’s issue page.',
};

function cancel({ answer }: Asker): void {
	answer(fail(cancelledFailure()));
}

function readStatus(person: FoundPreHire | undefined): Result<string> {
	const status = readObject(person?.onboarding_info).onboarding_status;
	if (typeof status === 'string' && status !== '') return succeed(status);
	return fail(NOT_SHOWN);
}

const NOT_SHOWN: Failure = {
	message: 'Search does not show this person to the app',
	code: 'NOT_SHOWN',
	category: 'not_found',
	retryable: false,
	hint: 'Widen the data permission for pre-hires (待入职人员) in the developer console.',
	attempts: 1,
};

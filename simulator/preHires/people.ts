// The pre-hires of the tenants: what they start as, what they are now, what search has noticed.
import { dayFromToday } from './days';

/** Feishu's stages of a pre-hire. */
export const STAGES = ['preboarding', 'deleted', 'day_one', 'withdrawn', 'completed'] as const;

/** One of them. */
export type OnboardingStatus = (typeof STAGES)[number];

/** How a stage is called in the sentence of 1161129. */
export const STAGE_LABELS: Readonly<Record<OnboardingStatus, string>> = {
	preboarding: 'Preboarding',
	deleted: 'Deleted',
	day_one: 'Day one',
	withdrawn: 'Withdrawn',
	completed: 'Completed',
};

/** Feishu's states of an onboarding task. */
export const TASK_STATUSES = [
	'uninitialized',
	'not_started',
	'in_progress',
	'in_review',
	'rejected',
	'failed',
	'skipped',
	'manual_skipped',
	'completed',
	'terminated',
	'initiating',
	'exception',
] as const;

/** One of them. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** One task of a person's onboarding. */
export interface Task {
	/** 1, 2, 3, 4, 9, or a UUID. */
	code: string;
	name: string;
	status: TaskStatus;
	/** Submitting it asks somebody to review it; default false. */
	reviewed?: boolean;
	/** Required fields of its form are still empty; default false. */
	formIncomplete?: boolean;
	/** What a reviewer wrote on rejecting it. */
	reason?: string;
}

/** The task keeps nobody from completing. */
export function isDone({ status }: Task): boolean {
	return ['completed', 'skipped', 'manual_skipped'].includes(status);
}

/** A person as a test or a demo describes them. */
export interface PersonSeed {
	preHireId: string;
	preferredName: string;
	workerId?: string;
	workEmail?: string;
	departmentId?: string;
	/** Default `withdrawn`. */
	onboardingStatus?: OnboardingStatus;
	/** Start date, YYYY-MM-DD. */
	onboardingDate?: string;
	atsApplicationId?: string;
	/** Last change, YYYY-MM-DD; default today. */
	updatedDate?: string;
	withdrawnReason?: string;
	/** Default: the custom app's tenant. */
	tenant?: string;
	/**
	 * The Feishu code with which restore always refuses this person, and withdraw where it knows
	 * the code. 1161063 (headcount) refuses only a restore without `confirm_workforce: true`.
	 */
	refuse?: number;
	/** The idempotency key with which the person was created. No call shows it. */
	outBizId?: string;
	/** Onboarding tasks; default none, so that nothing keeps the person from completing. */
	tasks?: readonly Task[];
	/** The flow's definition. */
	flowId?: string;
	/** Everything else, under search's names: `{'employment_info.job_id': '…'}`. */
	fields?: Readonly<Record<string, unknown>>;
}

/** A person at one moment. It never changes: ask again for the current one. */
export interface PersonRecord extends Readonly<PersonSeed> {
	readonly tenant: string;
	readonly onboardingStatus: OnboardingStatus;
	readonly updatedDate: string;
	/** Restores that went through. */
	readonly restoredTimes: number;
	/** Withdrawals that went through. */
	readonly withdrawnTimes: number;
	/** The last restore occupied headcount by force (`confirm_workforce: true`). */
	readonly forcedHeadcount: boolean;
	/** Updates that went through. */
	readonly updatedTimes: number;
	/** Onboardings completed. */
	readonly completedTimes: number;
}

interface Version {
	/** When this version came to be, on the process's clock (ms). */
	since: number;
	/** How long search takes to see it, where that is not the simulator's lag of the moment (ms). */
	lagMs?: number | undefined;
	/** Absent once the person has been deleted. */
	record?: PersonRecord;
}

/** The people of all tenants; each tenant has its own, and the same id may exist in several. */
export class PeopleRegistry {
	private readonly tenants = new Map<string, Map<string, Version[]>>();
	private created = 0;

	constructor(
		tenants: readonly string[],
		private readonly homeTenant: string,
	) {
		for (const tenant of tenants) this.tenants.set(tenant, new Map());
	}

	/** Takes in people; search knows them at once. Throws on an unknown tenant or an id taken. */
	add(seeds: readonly PersonSeed[]): void {
		for (const seed of seeds) this.enter(seed, -Infinity);
	}

	/** Takes in somebody under an ID never given before; search sees them with its lag. */
	create(seed: Omit<PersonSeed, 'preHireId'>): PersonRecord {
		this.created += 1;
		const preHireId = `7345009${String(this.created).padStart(12, '0')}`;
		return this.enter({ ...seed, preHireId }, performance.now());
	}

	/** The person as they are now, if they exist. */
	find(preHireId: string, tenant = this.homeTenant): PersonRecord | undefined {
		return this.peopleOf(tenant).get(preHireId)?.at(-1)?.record;
	}

	/**
	 * Everybody of the tenant, oldest entry first: as they are, or as an index shows them that sees
	 * each change `lagMs` milliseconds late.
	 */
	all(tenant = this.homeTenant, lagMs?: number): PersonRecord[] {
		const now = performance.now();
		const people: PersonRecord[] = [];
		for (const versions of this.peopleOf(tenant).values()) {
			const seen =
				lagMs === undefined
					? versions
					: versions.filter(({ since, lagMs: own }) => now - since >= (own ?? lagMs));
			const record = seen.at(-1)?.record;
			if (record) people.push(record);
		}
		return people;
	}

	/** Withdrawn becomes preboarding. */
	restore(person: PersonRecord, forcedHeadcount: boolean): PersonRecord {
		return this.change({
			...person,
			onboardingStatus: 'preboarding',
			restoredTimes: person.restoredTimes + 1,
			forcedHeadcount,
		});
	}

	/** Preboarding or day one becomes withdrawn. */
	withdraw(person: PersonRecord, withdrawnReason: string): PersonRecord {
		return this.change({
			...person,
			onboardingStatus: 'withdrawn',
			withdrawnTimes: person.withdrawnTimes + 1,
			withdrawnReason,
		});
	}

	/** The record as it is from now on. */
	update(record: PersonRecord): PersonRecord {
		return this.change({ ...record, updatedTimes: record.updatedTimes + 1 });
	}

	/** Another state of the person's tasks; search sees it `lagMs` later. */
	changeTasks(person: PersonRecord, tasks: readonly Task[], lagMs?: number): PersonRecord {
		return this.change({ ...person, tasks }, lagMs);
	}

	/** The person has joined. */
	complete(person: PersonRecord): PersonRecord {
		return this.change({
			...person,
			onboardingStatus: 'completed',
			completedTimes: person.completedTimes + 1,
		});
	}

	/** The person is gone, for search with its lag. */
	delete(person: PersonRecord): void {
		this.peopleOf(person.tenant).get(person.preHireId)?.push({ since: performance.now() });
	}

	/** Any stage, as somebody at Feishu's own pages would set it; search sees it `lagMs` later. */
	changeStage(
		person: PersonRecord,
		onboardingStatus: OnboardingStatus,
		lagMs?: number,
	): PersonRecord {
		return this.change({ ...person, onboardingStatus }, lagMs);
	}

	private enter(seed: PersonSeed, since: number): PersonRecord {
		const tenant = seed.tenant ?? this.homeTenant;
		const people = this.peopleOf(tenant);
		if (people.has(seed.preHireId)) {
			throw new Error(`Pre-hire ${seed.preHireId} exists already in ${tenant}`);
		}
		const record: PersonRecord = {
			...seed,
			tenant,
			onboardingStatus: seed.onboardingStatus ?? 'withdrawn',
			updatedDate: seed.updatedDate ?? dayFromToday(0),
			restoredTimes: 0,
			withdrawnTimes: 0,
			forcedHeadcount: false,
			updatedTimes: 0,
			completedTimes: 0,
		};
		people.set(seed.preHireId, [{ since, record }]);
		return record;
	}

	private change(changed: PersonRecord, lagMs?: number): PersonRecord {
		const record = { ...changed, updatedDate: dayFromToday(0) };
		const since = performance.now();
		this.peopleOf(record.tenant).get(record.preHireId)?.push({ since, lagMs, record });
		return record;
	}

	private peopleOf(tenant: string): Map<string, Version[]> {
		const people = this.tenants.get(tenant);
		if (!people) throw new Error(`No app serves the tenant ${tenant}`);
		return people;
	}
}

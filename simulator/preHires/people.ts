// The pre-hires of the tenants: what they start as, what they are now, what search has noticed.

/** Feishu's stages of a pre-hire. */
export type OnboardingStatus = 'preboarding' | 'deleted' | 'day_one' | 'withdrawn' | 'completed';

/** Every stage, for checking names that arrive as text. */
export const STAGES: readonly OnboardingStatus[] = [
	'preboarding',
	'deleted',
	'day_one',
	'withdrawn',
	'completed',
];

/** How a stage is called in the sentence of 1161129. */
export const STAGE_LABELS: Readonly<Record<OnboardingStatus, string>> = {
	preboarding: 'Preboarding',
	deleted: 'Deleted',
	day_one: 'Day one',
	withdrawn: 'Withdrawn',
	completed: 'Completed',
};

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
}

interface Version {
	/** When this version came to be, on the process's clock (ms). */
	since: number;
	/** How long search takes to see it, where that is not the simulator's lag of the moment (ms). */
	lagMs?: number | undefined;
	record: PersonRecord;
}

/** The day `days` from today (negative: before it), as YYYY-MM-DD in UTC. */
export function dayFromToday(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The people of all tenants; each tenant has its own, and the same id may exist in several. */
export class PeopleRegistry {
	private readonly tenants = new Map<string, Map<string, Version[]>>();

	constructor(
		tenants: readonly string[],
		private readonly homeTenant: string,
	) {
		for (const tenant of tenants) this.tenants.set(tenant, new Map());
	}

	/** Takes in people; search knows them at once. Throws on an unknown tenant or an id taken. */
	add(seeds: readonly PersonSeed[]): void {
		for (const seed of seeds) {
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
			};
			people.set(seed.preHireId, [{ since: -Infinity, record }]);
		}
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
		return [...this.peopleOf(tenant).values()].flatMap((versions) => {
			const version = versions
				.filter(({ since, lagMs: own }) => lagMs === undefined || now - since >= (own ?? lagMs))
				.at(-1);
			return version ? [version.record] : [];
		});
	}

	/** Withdrawn becomes preboarding. */
	restore(person: PersonRecord, forcedHeadcount: boolean): void {
		this.change({
			...person,
			onboardingStatus: 'preboarding',
			restoredTimes: person.restoredTimes + 1,
			forcedHeadcount,
		});
	}

	/** Preboarding or day one becomes withdrawn. */
	withdraw(person: PersonRecord, withdrawnReason: string): void {
		this.change({
			...person,
			onboardingStatus: 'withdrawn',
			withdrawnTimes: person.withdrawnTimes + 1,
			withdrawnReason,
		});
	}

	/** Any stage, as somebody at Feishu's own pages would set it; search sees it `lagMs` later. */
	changeStage(person: PersonRecord, onboardingStatus: OnboardingStatus, lagMs?: number): void {
		this.change({ ...person, onboardingStatus }, lagMs);
	}

	private change(record: PersonRecord, lagMs?: number): void {
		const since = performance.now();
		this.peopleOf(record.tenant)
			.get(record.preHireId)
			?.push({ since, lagMs, record: { ...record, updatedDate: dayFromToday(0) } });
	}

	private peopleOf(tenant: string): Map<string, Version[]> {
		const people = this.tenants.get(tenant);
		if (!people) throw new Error(`No app serves the tenant ${tenant}`);
		return people;
	}
}

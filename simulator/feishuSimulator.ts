// The simulator as tests hold it: one object to look at, disturb and stop.
import type { EventDesk } from './events';
import type { Fault, FaultPlan } from './faults/faults';
import type { DataRanges } from './gateway/apps';
import type { Organisation } from './lists/organisation';
import type { OpenQuestions } from './openQuestions';
import type { OnboardingStatus, PersonRecord, PersonSeed, Task } from './preHires/people';
import type { SearchPaging } from './preHires/searchPages';
import type { Api, RecordedCall } from './server/api';

/** A change from outside. */
export interface StageChange {
	/** Default: the custom app's tenant. */
	tenant?: string;
	/** How long search takes to see this change (ms); default: the simulator's lag. */
	lagMs?: number;
}

/** A running simulator. */
export interface FeishuSimulator {
	/** `http://127.0.0.1:PORT` (https with `tls`), no trailing slash. */
	readonly url: string;
	/** Every request, in order of arrival; `reset` empties this same array. */
	readonly calls: RecordedCall[];
	/** The requests to one API, in order of arrival. */
	callsTo(api: Api): RecordedCall[];
	/** Every token ever issued, tenant and app, oldest first. */
	readonly issuedTokens: string[];
	/** The person as they are now (default tenant: the custom app's). Throws if absent. */
	person(preHireId: string, tenant?: string): PersonRecord;
	/** All people of one tenant (default: the custom app's). */
	people(tenant?: string): PersonRecord[];
	/** Takes in more people; throws on an id taken or a tenant no app serves. */
	addPeople(seeds: PersonSeed[]): void;
	/** The next `times` (default 1) requests to that API. */
	faultNext(api: Api, fault: Fault, times?: number): void;
	/** The next `times` (default 1) calls that name that person: restore, withdraw, update, complete, tasks. */
	faultFor(preHireId: string, fault: Fault, times?: number): void;
	/** Asked first about every request from now on. */
	faultPlan(plan: FaultPlan): void;
	/** Drops the plan and all faults still to strike. */
	clearFaults(): void;
	/** All tenant tokens so far answer 99991663 from now; the next exchange issues a new one. */
	revokeTokens(): void;
	/** Life (seconds) of tokens issued from now on. */
	setTokenLifetime(seconds: number): void;
	/** Replaces the scopes of an app. `pending` ones stand in a version that nobody has published: they open nothing. */
	setScopes(appId: string, scopes: string[], pending?: string[]): void;
	/** Whom the app may see; what is not named becomes everybody. */
	setRanges(appId: string, ranges: DataRanges): void;
	/** Whether calls come from an address on the app's allow list; if not, 99991401 on business calls. */
	setIpAllowed(appId: string, allowed: boolean): void;
	/** Whether the tenant (default: the custom app's) has activated Feishu People. */
	setFeishuPeople(active: boolean, tenant?: string): void;
	/** Decides what Feishu's pages leave open. */
	decide(answers: Partial<OpenQuestions>): void;
	/** The pick lists of a tenant (default: the custom app's); their rows may be changed. */
	organisation(tenant?: string): Organisation;
	/** A disabled app: business calls 99991662, exchanges refused with 10014. */
	setAppEnabled(appId: string, enabled: boolean): void;
	/** Changes the secret; tokens issued before stay good. */
	changeSecret(appId: string, secret: string): void;
	/** Changes the ticket; the one before is bad at once. */
	setAppTicket(appId: string, ticket: string): void;
	/** Milliseconds until search sees changes, those made before included, from now on; Infinity: never. */
	setSearchLag(ms: number): void;
	/** Milliseconds until query sees changes, from now on. */
	setQueryLag(ms: number): void;
	/** How search's pages follow one another from now on. */
	setSearchPaging(paging: SearchPaging): void;
	/** Sets a person's stage as somebody at Feishu's own pages would. */
	changeStage(preHireId: string, stage: OnboardingStatus, how?: StageChange): void;
	/** Sets the state of a person's task as the person or HR would at Feishu's own pages. */
	changeTask(preHireId: string, taskCode: string, change: Partial<Task>, how?: StageChange): void;
	/** Uses up `count` free slots as another client of the custom app would. */
	spendQuota(api: Api, count: number): void;
	/** Pushes events to the addresses of apps. */
	readonly events: EventDesk;
	/** Business requests being handled right now. */
	readonly inFlight: number;
	/** The most business requests handled at once since the start or the last reset. */
	readonly maxInFlight: number;
	/** Cuts off what is being handled and puts everything back to the start. */
	reset(): void;
	/** Closes all connections and ends all timers; may be called again. */
	stop(): Promise<void>;
}

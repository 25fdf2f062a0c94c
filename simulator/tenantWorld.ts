// Everything the simulated Feishu holds, and how it all goes back to the start.
import type { RecordedCall } from './server/api';
import { AppRegistry, CUSTOM_APP, STORE_APP, type AppSeed } from './gateway/apps';
import { EventDesk } from './events';
import { FaultBook } from './faults/faults';
import { inventedPeople, inventedPeopleOfStoreTenants } from './preHires/inventedPeople';
import { PeopleRegistry, type PersonSeed } from './preHires/people';
import type { QuotaOptions } from './gateway/quota';
import { RouteQuotas } from './gateway/routeQuotas';
import { inventedOrganisation } from './lists/inventedOrganisation';
import type { Organisation } from './lists/organisation';
import { DEFAULT_ANSWERS, type OpenQuestions } from './openQuestions';
import { Scrolls, type SearchPaging } from './preHires/searchPages';
import { TokenOffice } from './gateway/tokens';

/** How the simulator is set up; everything has a default. */
export interface SimulatorOptions {
	/** TCP port on 127.0.0.1; default 0, any free one. */
	port?: number;
	/** Default: the forty invented people, and a few in the store app's tenants. */
	people?: PersonSeed[];
	/** Default: `CUSTOM_APP` and `STORE_APP`. */
	apps?: AppSeed[];
	/** What counts in place of the windows that each call's page names. */
	quota?: QuotaOptions;
	/** Life of new tokens, seconds; default 7200. */
	tokenLifetimeSeconds?: number;
	/** Milliseconds until search sees a change; default 0. */
	searchLagMs?: number;
	/** Milliseconds until query sees a change; default 0. */
	queryLagMs?: number;
	/** At least so many invented departments in each tenant; default the small tree. */
	departments?: number;
	/** Employee numbers are given automatically, so that create must send none; default false. */
	automaticNumbers?: boolean;
	/** What Feishu's pages leave open; the rest as `DEFAULT_ANSWERS` says. */
	openQuestions?: Partial<OpenQuestions>;
	/** How search's pages follow one another; default `stable`. */
	searchPaging?: SearchPaging;
	/** Milliseconds every business call takes; default 0. */
	latencyMs?: number;
	/** Speaks TLS with a self-signed test certificate; default false. */
	tls?: boolean;
	/** By what Feishu's intervals between repeats of an event are multiplied; default 0.001. */
	eventTimeScale?: number;
}

/** The state behind one simulator. */
export class TenantWorld {
	readonly calls: RecordedCall[] = [];
	readonly faults = new FaultBook();
	readonly tokens: TokenOffice;
	readonly quota: RouteQuotas;
	/** Milliseconds until search sees a change; Infinity: never. */
	searchLagMs = 0;
	/** Milliseconds until query sees a change. */
	queryLagMs = 0;
	/** What Feishu's pages leave open, as this world answers it. */
	openQuestions: OpenQuestions = DEFAULT_ANSWERS;
	/** Tenants that have not activated Feishu People. */
	readonly withoutFeishuPeople = new Set<string>();
	/** How search's pages follow one another. */
	searchPaging: SearchPaging = 'stable';
	/** The scrolls under way. */
	readonly scrolls = new Scrolls();
	/** Milliseconds every business call takes. */
	readonly latencyMs: number;
	readonly events: EventDesk;
	apps: AppRegistry;
	people: PeopleRegistry;
	private readonly organisations = new Map<string, Organisation>();
	private workerIds = 0;
	private employments = 0;

	constructor(private readonly options: SimulatorOptions) {
		this.tokens = new TokenOffice(options.tokenLifetimeSeconds ?? 7200);
		this.quota = new RouteQuotas(options.quota);
		this.setSettings();
		this.latencyMs = options.latencyMs ?? 0;
		this.apps = this.registerApps();
		this.people = this.settlePeople();
		this.events = new EventDesk(() => this.apps.all(), options.eventTimeScale ?? 0.001);
	}

	/** The tenant meant where none is named. */
	get homeTenant(): string {
		return this.apps.home().tenants[0] ?? '';
	}

	/** Whether create must leave employee numbers to the tenant. */
	get automaticNumbers(): boolean {
		return this.options.automaticNumbers ?? false;
	}

	/** The next automatic employee number. */
	nextWorkerId(): string {
		this.workerIds += 1;
		return `W-AUTOMATIC-${String(this.workerIds).padStart(5, '0')}`;
	}

	/** Counts those who have joined. */
	nextEmployment(): number {
		this.employments += 1;
		return this.employments;
	}

	/** The pick lists of a tenant, invented when first asked for. */
	organisation(tenant = this.homeTenant): Organisation {
		const known = this.organisations.get(tenant);
		if (known) return known;
		const invented = inventedOrganisation(this.options.departments);
		this.organisations.set(tenant, invented);
		return invented;
	}

	/** Whether the calling app was granted a scope. */
	holds(call: RecordedCall, scope: string): boolean {
		return this.apps.find(call.appId ?? '')?.scopes.includes(scope) ?? false;
	}

	/** People, apps, tokens, quota, faults and calls as they were at the start; addresses for events stay. */
	reset(): void {
		this.calls.length = 0;
		this.faults.reset();
		this.events.reset();
		this.tokens.clear();
		this.tokens.lifetimeSeconds = this.options.tokenLifetimeSeconds ?? 7200;
		this.quota.clear();
		this.setSettings();
		this.scrolls.clear();
		this.organisations.clear();
		this.withoutFeishuPeople.clear();
		this.workerIds = 0;
		this.employments = 0;
		this.apps = this.registerApps();
		this.people = this.settlePeople();
	}

	private setSettings(): void {
		this.searchLagMs = this.options.searchLagMs ?? 0;
		this.queryLagMs = this.options.queryLagMs ?? 0;
		this.searchPaging = this.options.searchPaging ?? 'stable';
		this.openQuestions = { ...DEFAULT_ANSWERS, ...this.options.openQuestions };
	}

	private registerApps(): AppRegistry {
		return new AppRegistry(this.options.apps ?? [CUSTOM_APP, STORE_APP]);
	}

	private settlePeople(): PeopleRegistry {
		const tenants = this.apps.all().flatMap((app) => app.tenants);
		const people = new PeopleRegistry(tenants, this.homeTenant);
		people.add(this.options.people ?? inventedPeople);
		if (!this.options.people && !this.options.apps) people.add(inventedPeopleOfStoreTenants);
		return people;
	}
}

// Everything the simulated Feishu holds, and how it all goes back to the start.
import type { RecordedCall } from './server/api';
import { AppRegistry, CUSTOM_APP, STORE_APP, type AppSeed } from './gateway/apps';
import { FaultBook } from './faults/faults';
import { inventedPeople, inventedPeopleOfStoreTenants } from './preHires/inventedPeople';
import { PeopleRegistry, type PersonSeed } from './preHires/people';
import { QuotaBook, type QuotaRule } from './gateway/quota';
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
	/** Calls accepted per API, app and tenant in any `windowMs` milliseconds; default 100 in 60,000. */
	quota?: QuotaRule;
	/** Life of new tokens, seconds; default 7200. */
	tokenLifetimeSeconds?: number;
	/** Milliseconds until search sees a change; default 0. */
	searchLagMs?: number;
	/** How search's pages follow one another; default `stable`. */
	searchPaging?: SearchPaging;
	/** Milliseconds every business call takes; default 0. */
	latencyMs?: number;
	/** Speaks TLS with a self-signed test certificate; default false. */
	tls?: boolean;
}

/** The state behind one simulator. */
export class TenantWorld {
	readonly calls: RecordedCall[] = [];
	readonly faults = new FaultBook();
	readonly tokens: TokenOffice;
	readonly quota: QuotaBook;
	/** Milliseconds until search sees a change; Infinity: never. */
	searchLagMs = 0;
	/** How search's pages follow one another. */
	searchPaging: SearchPaging = 'stable';
	/** The scrolls under way. */
	readonly scrolls = new Scrolls();
	/** Milliseconds every business call takes. */
	readonly latencyMs: number;
	apps: AppRegistry;
	people: PeopleRegistry;

	constructor(private readonly options: SimulatorOptions) {
		this.tokens = new TokenOffice(options.tokenLifetimeSeconds ?? 7200);
		this.quota = new QuotaBook(options.quota ?? { limit: 100, windowMs: 60_000 });
		this.setSearch();
		this.latencyMs = options.latencyMs ?? 0;
		this.apps = this.registerApps();
		this.people = this.settlePeople();
	}

	/** The tenant meant where none is named. */
	get homeTenant(): string {
		return this.apps.home().tenants[0] ?? '';
	}

	/** People, apps, tokens, quota, faults and calls as they were at the start. */
	reset(): void {
		this.calls.length = 0;
		this.faults.reset();
		this.tokens.clear();
		this.tokens.lifetimeSeconds = this.options.tokenLifetimeSeconds ?? 7200;
		this.quota.clear();
		this.setSearch();
		this.scrolls.clear();
		this.apps = this.registerApps();
		this.people = this.settlePeople();
	}

	private setSearch(): void {
		this.searchLagMs = this.options.searchLagMs ?? 0;
		this.searchPaging = this.options.searchPaging ?? 'stable';
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

// Everything the simulated Feishu holds, and how it all goes back to the start.
import type { RecordedCall } from './api';
import { AppRegistry, CUSTOM_APP, STORE_APP, type AppSeed } from './apps';
import { FaultBook } from './faults';
import { inventedPeople, inventedPeopleOfStoreTenants } from './inventedPeople';
import { PeopleRegistry, type PersonSeed } from './people';
import { QuotaBook, type QuotaOptions } from './quota';
import { TokenOffice } from './tokens';

/** How the simulator is set up; everything has a default. */
export interface SimulatorOptions {
	/** TCP port on 127.0.0.1; default 0, any free one. */
	port?: number;
	/** Default: the forty invented people, and a few in the store app's tenants. */
	people?: PersonSeed[];
	/** Default: `CUSTOM_APP` and `STORE_APP`. */
	apps?: AppSeed[];
	/** Calls accepted per API, app and tenant in any `windowMs` milliseconds; default 100 in 60,000. */
	quota?: QuotaOptions;
	/** Life of new tokens, seconds; default 7200. */
	tokenLifetimeSeconds?: number;
	/** Milliseconds until search sees a change; default 0. */
	searchLagMs?: number;
	/** Milliseconds every business call takes; default 0. */
	latencyMs?: number;
}

/** The state behind one simulator. */
export class TenantWorld {
	readonly calls: RecordedCall[] = [];
	readonly faults = new FaultBook();
	readonly tokens: TokenOffice;
	readonly quota: QuotaBook;
	/** Milliseconds until search sees a change. */
	readonly searchLagMs: number;
	/** Milliseconds every business call takes. */
	readonly latencyMs: number;
	apps: AppRegistry;
	people: PeopleRegistry;

	constructor(private readonly options: SimulatorOptions) {
		this.tokens = new TokenOffice(options.tokenLifetimeSeconds ?? 7200);
		this.quota = new QuotaBook(options.quota ?? { limit: 100, windowMs: 60_000 });
		this.searchLagMs = options.searchLagMs ?? 0;
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
		this.apps = this.registerApps();
		this.people = this.settlePeople();
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

// The apps registered with the simulator: their secrets, tickets, tenants, scopes and data ranges.

import { DEFAULT_SCOPES } from './scopes';

/** An app as a test or a demo describes it. */
export interface AppSeed {
	appId: string;
	appSecret: string;
	/** A custom app belongs to one tenant; a store app is installed in several. */
	kind: 'custom' | 'store';
	/** Tenant keys; a custom app uses the first. */
	tenants: string[];
	/** Store apps only: the ticket Feishu pushed last. */
	appTicket?: string;
	/** Default: `DEFAULT_SCOPES`. */
	scopes?: string[];
	/** Scopes asked for in a version that nobody has published yet: they open nothing. Default none. */
	pendingScopes?: string[];
	/** Scopes for calls on behalf of a user: listed beside the others, of no use here. Default none. */
	userScopes?: string[];
	/** Default true. */
	enabled?: boolean;
	/** Default true: whoever calls is on the app's IP allow list. */
	ipAllowed?: boolean;
	/** Default false, as most HR apps have no bot. */
	bot?: boolean;
	/** Whom the app may see; default everybody. */
	ranges?: DataRanges;
}

/** What Feishu People limits by data range. */
export const RANGED_OBJECTS = ['preHires', 'employees', 'positions', 'departments'] as const;

/** One of them. */
export type RangedObject = (typeof RANGED_OBJECTS)[number];

/** All, nobody (what Feishu gives an app at first), or those of some departments (CoreHR IDs). */
export type DataRange = 'everybody' | 'nobody' | { departments: readonly string[] };

/** The data ranges of an app; a missing one is `everybody`, so that demos work at once. */
export type DataRanges = Partial<Record<RangedObject, DataRange>>;

/** An app as it is now. */
export interface App extends Required<Omit<AppSeed, 'appTicket'>> {
	appTicket?: string;
}

/** The tenant of the custom app. */
export const HOME_TENANT = 'tenant-home';

/** The custom app registered by default. Its secret is a placeholder. */
export const CUSTOM_APP: Readonly<AppSeed> = {
	appId: 'cli_simulated_custom',
	appSecret: 'placeholder-secret-of-the-custom-app',
	kind: 'custom',
	tenants: [HOME_TENANT],
};

/** The store app registered by default. Its secret and ticket are placeholders. */
export const STORE_APP: Readonly<AppSeed> & { readonly appTicket: string } = {
	appId: 'cli_simulated_store',
	appSecret: 'placeholder-secret-of-the-store-app',
	kind: 'store',
	tenants: ['tenant-a', 'tenant-b'],
	appTicket: 'placeholder-ticket-of-the-store-app',
};

/** An app of another environment (Lark, say): this one does not know it. Its secret is a placeholder. */
export const FOREIGN_APP: Readonly<Pick<AppSeed, 'appId' | 'appSecret'>> = {
	appId: 'cli_simulated_elsewhere',
	appSecret: 'placeholder-secret-of-an-app-elsewhere',
};

/** All registered apps. */
export class AppRegistry {
	private readonly apps = new Map<string, App>();

	constructor(seeds: readonly AppSeed[]) {
		for (const seed of seeds) {
			this.apps.set(seed.appId, {
				...seed,
				scopes: [...(seed.scopes ?? DEFAULT_SCOPES)],
				pendingScopes: [...(seed.pendingScopes ?? [])],
				userScopes: [...(seed.userScopes ?? [])],
				enabled: seed.enabled ?? true,
				ipAllowed: seed.ipAllowed ?? true,
				bot: seed.bot ?? false,
				ranges: { ...seed.ranges },
			});
		}
	}

	/** The app, if it is registered. */
	find(appId: string): App | undefined {
		return this.apps.get(appId);
	}

	/** The app; throws if it is not registered. */
	get(appId: string): App {
		const app = this.apps.get(appId);
		if (!app) throw new Error(`No app ${appId} is registered`);
		return app;
	}

	/** All apps, in the order of their seeds. */
	all(): App[] {
		return [...this.apps.values()];
	}

	/** The first custom app, else the first app; throws if there is none. */
	home(): App {
		const app = this.all().find(({ kind }) => kind === 'custom') ?? this.all()[0];
		if (!app) throw new Error('The simulator needs at least one app');
		return app;
	}
}

// The apps registered with the simulator: their secrets, tickets, tenants and scopes.

/** The scope restore needs. */
export const RESTORE_SCOPE = 'corehr:pre_hire:restore_flow_instance';
/** The scope withdraw needs. */
export const WITHDRAW_SCOPE = 'corehr:pre_hire:withdraw_onboarding';
/** Search needs any one of these. */
export const SEARCH_SCOPES: readonly string[] = [
	'corehr:pre_hire.search:read',
	'corehr:pre_hire:read',
	'corehr:pre_hire:write',
];
/** Lets search return `person_info.legal_name`. */
export const LEGAL_NAME_SCOPE = 'corehr:person.legal_name:read';
/** Lets search return `onboarding_info.withdrawn_reason`. */
export const WITHDRAWN_REASON_SCOPE = 'corehr:pre_hire.withdrawn_reason:read';

/** What an app is granted unless its seed says otherwise. */
export const DEFAULT_SCOPES: readonly string[] = [
	RESTORE_SCOPE,
	WITHDRAW_SCOPE,
	...SEARCH_SCOPES,
	LEGAL_NAME_SCOPE,
	WITHDRAWN_REASON_SCOPE,
];

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
	/** Default true. */
	enabled?: boolean;
}

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

/** All registered apps. */
export class AppRegistry {
	private readonly apps = new Map<string, App>();

	constructor(seeds: readonly AppSeed[]) {
		for (const seed of seeds) {
			this.apps.set(seed.appId, {
				...seed,
				scopes: [...(seed.scopes ?? DEFAULT_SCOPES)],
				enabled: seed.enabled ?? true,
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

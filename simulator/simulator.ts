// The simulator as tests hold it: one object to start, look at, disturb and stop.
import type { Api, RecordedCall } from './api';
import type { EventDesk } from './events';
import type { Fault, FaultPlan } from './faults';
import type { PersonRecord, PersonSeed } from './people';
import { SimulatorServer } from './server';
import { TenantWorld, type SimulatorOptions } from './tenantWorld';

/** A running simulator. */
export interface FeishuSimulator {
	/** `http://127.0.0.1:PORT`, no trailing slash. */
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
	/** The next `times` (default 1) restores or withdrawals of that person. */
	faultFor(preHireId: string, fault: Fault, times?: number): void;
	/** Asked first about every request from now on. */
	faultPlan(plan: FaultPlan): void;
	/** Drops the plan and all faults still to strike. */
	clearFaults(): void;
	/** All tenant tokens so far answer 99991663 from now; the next exchange issues a new one. */
	revokeTokens(): void;
	/** Life (seconds) of tokens issued from now on. */
	setTokenLifetime(seconds: number): void;
	/** Replaces the scopes of an app. */
	setScopes(appId: string, scopes: string[]): void;
	/** A disabled app: business calls 99991662, exchanges refused with 10014. */
	setAppEnabled(appId: string, enabled: boolean): void;
	/** Changes the secret; tokens issued before stay good. */
	changeSecret(appId: string, secret: string): void;
	/** Changes the ticket; the one before is bad at once. */
	setAppTicket(appId: string, ticket: string): void;
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

/** Starts a Feishu of our own on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<FeishuSimulator> {
	const world = new TenantWorld(options);
	const server = new SimulatorServer(world);
	const port = await server.listen(options.port ?? 0);
	const simulator = simulatorOf(world, server, `http://127.0.0.1:${port}`);
	server.openControl({ simulator, world });
	return simulator;
}

function simulatorOf(world: TenantWorld, server: SimulatorServer, url: string): FeishuSimulator {
	return {
		url,
		calls: world.calls,
		callsTo: (api) => world.calls.filter((call) => call.api === api),
		issuedTokens: world.tokens.values,
		person: (preHireId, tenant) => {
			const person = world.people.find(preHireId, tenant);
			if (!person) throw new Error(`No pre-hire ${preHireId} in ${tenant ?? world.homeTenant}`);
			return person;
		},
		people: (tenant) => world.people.all(tenant),
		addPeople: (seeds) => world.people.add(seeds),
		faultNext: (api, fault, times = 1) => world.faults.addForApi(api, fault, times),
		faultFor: (preHireId, fault, times = 1) => world.faults.addForPerson(preHireId, fault, times),
		faultPlan: (plan) => world.faults.setPlan(plan),
		clearFaults: () => world.faults.clear(),
		revokeTokens: () => world.tokens.revokeTenantTokens(),
		setTokenLifetime: (seconds) => {
			world.tokens.lifetimeSeconds = seconds;
		},
		setScopes: (appId, scopes) => {
			world.apps.get(appId).scopes = [...scopes];
		},
		setAppEnabled: (appId, enabled) => {
			world.apps.get(appId).enabled = enabled;
		},
		changeSecret: (appId, secret) => {
			world.apps.get(appId).appSecret = secret;
		},
		setAppTicket: (appId, ticket) => {
			world.apps.get(appId).appTicket = ticket;
		},
		spendQuota: (api, count) => {
			const lane = { api, appId: world.apps.home().appId, tenant: world.homeTenant };
			world.quota.spend(lane, count);
		},
		events: world.events,
		get inFlight() {
			return server.inFlight;
		},
		get maxInFlight() {
			return server.maxInFlight;
		},
		reset: () => {
			server.dropCalls();
			world.reset();
		},
		stop: async () => {
			world.events.reset();
			await server.stop();
		},
	};
}

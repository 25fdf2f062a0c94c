// Starts the simulator, and does what its orders say.
import type { FeishuSimulator } from './feishuSimulator';
import type { PersonRecord } from './preHires/people';
import { reportStage, reportTask } from './preHires/reports';
import { quotaOf } from './server/routes';
import { SimulatorServer } from './server/server';
import { TenantWorld, type SimulatorOptions } from './tenantWorld';

/** Starts a Feishu of our own on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<FeishuSimulator> {
	const world = new TenantWorld(options);
	const server = new SimulatorServer(world, options.tls ?? false);
	const port = await server.listen(options.port ?? 0);
	const simulator = simulatorOf(
		world,
		server,
		`${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
	);
	server.openControl({ simulator, world });
	return simulator;
}

function simulatorOf(world: TenantWorld, server: SimulatorServer, url: string): FeishuSimulator {
	return {
		url,
		calls: world.calls,
		callsTo: (api) => world.calls.filter((call) => call.api === api),
		issuedTokens: world.tokens.values,
		person: (preHireId, tenant) => personOf(world, preHireId, tenant),
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
		setScopes: (appId, scopes, pending = []) => {
			const app = world.apps.get(appId);
			app.scopes = [...scopes];
			app.pendingScopes = [...pending];
		},
		setRanges: (appId, ranges) => {
			world.apps.get(appId).ranges = { ...ranges };
		},
		setIpAllowed: (appId, allowed) => {
			world.apps.get(appId).ipAllowed = allowed;
		},
		setFeishuPeople: (active, tenant = world.homeTenant) => {
			if (active) world.withoutFeishuPeople.delete(tenant);
			else world.withoutFeishuPeople.add(tenant);
		},
		decide: (answers) => {
			world.openQuestions = { ...world.openQuestions, ...answers };
		},
		organisation: (tenant) => world.organisation(tenant),
		setAppEnabled: (appId, enabled) => {
			world.apps.get(appId).enabled = enabled;
		},
		changeSecret: (appId, secret) => {
			world.apps.get(appId).appSecret = secret;
		},
		setAppTicket: (appId, ticket) => {
			world.apps.get(appId).appTicket = ticket;
		},
		setSearchLag: (ms) => {
			world.searchLagMs = ms;
		},
		setQueryLag: (ms) => {
			world.queryLagMs = ms;
		},
		setSearchPaging: (paging) => {
			world.searchPaging = paging;
		},
		changeStage: (preHireId, stage, { tenant, lagMs } = {}) => {
			const person = personOf(world, preHireId, tenant);
			reportStage(world, world.people.changeStage(person, stage, lagMs));
		},
		changeTask: (preHireId, taskCode, change, { tenant, lagMs } = {}) => {
			const person = personOf(world, preHireId, tenant);
			const tasks = (person.tasks ?? []).map((task) =>
				task.code === taskCode ? { ...task, ...change } : task,
			);
			const after = world.people.changeTasks(person, tasks, lagMs);
			for (const task of tasks) if (task.code === taskCode) reportTask(world, after, task);
		},
		spendQuota: (api, count) => {
			const lane = { api, appId: world.apps.home().appId, tenant: world.homeTenant };
			world.quota.spend(lane, quotaOf(api), count);
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

function personOf(world: TenantWorld, preHireId: string, tenant?: string): PersonRecord {
	const person = world.people.find(preHireId, tenant);
	if (!person) throw new Error(`No pre-hire ${preHireId} in ${tenant ?? world.homeTenant}`);
	return person;
}

// Measure 1: what 1,000 outcomes cost in calls, and how many of the people end with a definite, true answer.
import { isDefinite, isWrong, mixedPeople, roughDay } from '../crowd';
import type { ContenderName, Said } from '../contract';
import type { Plan } from '../plan';
import { Simulator, type Trouble } from '../processes/simulator';
import { Ledger, playRounds } from '../rounds';
import { figure, type Figure } from '../statistics';

export interface QuotaRow {
	name: ContenderName;
	/** Per 1,000 people asked for. */
	restoreCalls: Figure;
	exchanges: Figure;
	searches: Figure;
	/** Percent of the people. */
	definite: Figure;
	/** Percent whose output says the contrary of what Feishu holds. */
	wrong: Figure;
	/** Restore calls for each person with a definite answer. */
	callsPerAnswer: Figure;
}

export interface QuotaResult {
	people: number;
	/** 30 % business refusals, nothing else. */
	calm: QuotaRow[];
	/** The same on a rough day: connections cut, gateway pages, conflicts, a 429. */
	rough: QuotaRow[];
	/** The token is revoked half-way, nothing else. */
	revoked: QuotaRow[];
	mishaps: number;
}

type Entry = Record<keyof Omit<QuotaRow, 'name'>, number>;

export async function measureQuota(
	plan: Plan,
	names: readonly ContenderName[],
): Promise<QuotaResult> {
	const simulator = await Simulator.start({ quota: 'none', latencyMs: 0 });
	const mishaps = roughDay(plan.outcomes);
	try {
		return {
			people: plan.outcomes,
			calm: await play(plan, names, simulator, {}),
			rough: await play(plan, names, simulator, { mishaps }),
			revoked: await play(plan, names, simulator, { revokeAt: plan.outcomes / 2 }),
			mishaps: mishaps.length,
		};
	} finally {
		await simulator.stop();
	}
}

async function play(
	plan: Plan,
	names: readonly ContenderName[],
	simulator: Simulator,
	trouble: Trouble,
): Promise<QuotaRow[]> {
	const people = mixedPeople(plan.outcomes);
	const ids = people.map(({ preHireId }) => preHireId);
	const ledger = new Ledger<Entry>();
	await playRounds(
		names,
		plan.rounds,
		async () => ({
			...(await simulator.prepare(people, trouble)),
			people: ids,
			quota: 'none',
		}),
		async (name, { said }) => ledger.add(name, await count(simulator, ids, said)),
		0,
	);
	return ledger.map((name, entries) => {
		const of = (key: keyof Entry) => figure(entries.map((entry) => entry[key]));
		return {
			name,
			restoreCalls: of('restoreCalls'),
			exchanges: of('exchanges'),
			searches: of('searches'),
			definite: of('definite'),
			wrong: of('wrong'),
			callsPerAnswer: of('callsPerAnswer'),
		};
	});
}

async function count(simulator: Simulator, ids: string[], said: Said[]): Promise<Entry> {
	const calls = await simulator.calls();
	const truth = await simulator.people();
	const to = (api: string) => calls.filter((call) => call.api === api).length;
	const perThousand = 1_000 / ids.length;
	const tally = (test: typeof isDefinite) =>
		ids.filter((id, index) => test(said[index], truth.get(id))).length;
	const definite = tally(isDefinite);
	return {
		restoreCalls: to('restore') * perThousand,
		exchanges: to('tenantToken') * perThousand,
		searches: to('search') * perThousand,
		definite: (100 * definite) / ids.length,
		wrong: (100 * tally(isWrong)) / ids.length,
		callsPerAnswer: to('restore') / definite,
	};
}

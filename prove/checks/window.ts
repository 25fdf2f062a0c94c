// The limit of 100 calls a minute: how many calls a window takes, whether it slides, whether refused calls count.
import { finding, type Check } from '../check';
import { MEASURED } from '../facts/measured';
import { answersTo, isRefusedForLimit, SEARCH, type Tenant } from '../tenant';

/** What a burst of searches came to. Times are epoch ms. */
interface Burst {
	accepted: number;
	refused: number;
	startedAt: number;
	endedAt: number;
}

/**
 * Three bursts, the second and the third until something is refused. The first is half of what a window takes.
 * The second comes within the same minute: only the other half has room, unless a fixed window began in between.
 * The third comes when the first is more than a minute old and the second is not: a sliding window has room for
 * that first half and no more, a fixed one began meanwhile and has room for all. Where a fixed window begins, on the
 * clock or with the first call, does not matter.
 */
export const window: Check = {
	title: 'Search, some 200 times: what a window takes, and whether it slides',
	maxCalls: 250,
	maxSeconds: 480,
	facts: MEASURED.window,
	run: async (tenant) => {
		const { windowMs, limit, pause } = tenant.scale;
		const half = limit / 2;
		// What was asked before must not count.
		await pause(windowMs * 1.02);
		const first = await ask(tenant, half);
		await pause(windowMs * 0.4);
		const second = await ask(tenant, limit + half / 5);
		await pause(first.endedAt + windowMs * 1.05 - Date.now());
		const third = await ask(tenant, limit - half / 2);
		const isTight =
			second.endedAt - first.startedAt < windowMs && third.endedAt - second.startedAt < windowMs;
		const evidence = `accepted ${first.accepted}, ${second.accepted} and ${third.accepted}, refused ${first.refused}, ${second.refused} and ${third.refused}${isTight ? '' : ', too slowly to tell'}`;
		const { takes, slides, refusedAreFree } = conclude(limit, first, second, third);
		return [
			finding('limit-search', isTight ? takes : undefined, evidence),
			finding('limit-sliding', isTight ? slides : undefined, evidence),
			finding('limit-refused', isTight ? refusedAreFree : undefined, evidence),
		];
	},
};

/** Undefined: these bursts do not tell. */
interface Conclusion {
	/** A window takes exactly the limit. */
	takes: boolean | undefined;
	slides?: boolean | undefined;
	refusedAreFree?: boolean | undefined;
}

function conclude(limit: number, first: Burst, second: Burst, third: Burst): Conclusion {
	const half = limit / 2;
	if (first.refused > 0 || second.refused === 0 || second.accepted < half) return { takes: false };
	// A window began between the two bursts, and took all of the second.
	if (second.accepted === limit) return { takes: true, slides: false };
	// A window began in the middle of a burst, or the limit is a little higher.
	if (second.accepted > half) return { takes: undefined };
	if (third.accepted > half) return { takes: true, slides: false };
	if (third.refused === 0) return { takes: true };
	const free = [half, Math.max(0, half - second.refused)].indexOf(third.accepted);
	return { takes: true, slides: true, refusedAreFree: free < 0 ? undefined : free === 0 };
}

/** So many searches, or fewer if one is refused: what the node makes of refusals must not mix with what Feishu does. */
async function ask(tenant: Tenant, calls: number): Promise<Burst> {
	const fresh = await tenant.anew();
	const startedAt = Date.now();
	const run = await fresh.run(
		{
			operation: 'getMany',
			returnAll: false,
			limit: 1,
			filters: { onboardingStatus: 'any' },
			options: { maxRetries: 0, requestsPerMinute: 10_000, maxConcurrency: 50 },
		},
		{
			items: Array.from({ length: calls }, () => ({})),
			isEnough: (observed) => observed.some(isRefusedForLimit),
		},
	);
	const answers = answersTo(SEARCH, run);
	return {
		accepted: answers.filter(({ body }) => body?.code === 0).length,
		refused: answers.filter(isRefusedForLimit).length,
		startedAt,
		endedAt: Date.now(),
	};
}

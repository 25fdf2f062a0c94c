// The limit of 100 calls a minute: its headers, and whether its window is fixed or sliding.
import { pause } from '../../test/harness/until';
import { finding, type Check } from '../check';
import { answersTo, SEARCH, type Tenant } from '../tenant';

const LIMIT = 'Search takes 100 calls a minute and refuses the next with 99991400 or 1161604';
const HEADERS = 'A refusal says in x-ogw-ratelimit-reset when to come again';
const SLIDING =
	'The window slides: half a minute’s calls are not free again before their own minute';

/**
 * Half of the calls that a window takes, and the other half late in the same window. Once the first
 * half is a window old, a sliding window has room for one half and a fixed one for both: of a few
 * more than one half the sliding one refuses some.
 */
export const window: Check = {
	title: 'Search, some 200 times: fixed or sliding window',
	maxCalls: 260,
	maxSeconds: 480,
	claims: [LIMIT, HEADERS, SLIDING],
	run: async (tenant) => {
		const { windowMs, limit } = tenant.scale;
		const half = limit / 2;
		const more = half + limit / 10;
		// What was asked before must not count.
		await pause(windowMs * 1.05);
		const startedAt = Date.now();
		const early = await ask(tenant, half);
		await pause(startedAt + windowMs * 0.75 - Date.now());
		const late = await ask(tenant, half);
		const isTight = Date.now() - startedAt < windowMs;
		await pause(startedAt + windowMs * 1.1 - Date.now());
		const next = await ask(tenant, more);
		// Whatever the window is, the rest of it is used up now.
		const over = next.refused > 0 ? next : await ask(tenant, more);
		const accepted = early.refused + late.refused === 0;
		return [
			finding(
				LIMIT,
				over.refused > 0 || !accepted ? accepted : false,
				`${early.refused + late.refused} of ${limit} refused, then ${over.refused} of the next`,
			),
			finding(
				HEADERS,
				over.refused > 0 ? over.resets === over.refused : undefined,
				`${over.resets} of ${over.refused} refusals with the header, limit ${over.limit}`,
			),
			finding(
				SLIDING,
				isTight && accepted && over.refused > 0 ? next.refused > 0 : undefined,
				`${next.refused} of ${more} refused after the first half was a window old`,
			),
		];
	},
};

interface Counted {
	refused: number;
	resets: number;
	limit: string;
}

/** Each search once, as fast as it goes. What is refused waits and is asked again by the node; only the first answers count. */
async function ask(tenant: Tenant, calls: number): Promise<Counted> {
	const run = await tenant.run(
		{
			operation: 'getMany',
			returnAll: false,
			limit: 1,
			filters: { onboardingStatus: 'any' },
			options: { maxRetries: 0, requestsPerMinute: 10_000, maxConcurrency: 50 },
		},
		{ items: Array.from({ length: calls }, () => ({})) },
	);
	const refusals = answersTo(SEARCH, run)
		.slice(0, calls)
		.filter(({ body, status }) => status === 429 || Number(body?.code) === 99991400);
	return {
		refused: refusals.length,
		resets: refusals.filter(({ headers }) => headers.has('x-ogw-ratelimit-reset')).length,
		limit: refusals[0]?.headers.get('x-ogw-ratelimit-limit') ?? 'not told',
	};
}

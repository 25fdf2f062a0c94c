// Tokens: their form, their life, whether the same one comes back, and how a wrong secret is refused.
import { finding, type Check } from '../check';
import { answersTo, EXCHANGE, SCOPES } from '../tenant';

const CHECK_ACCESS = { resource: 'app', operation: 'checkAccess', options: { maxRetries: 0 } };

const TOP = 'An exchange answers with tenant_access_token and expire at the top level';
const LIFE = 'A token lives for 7200 seconds at most';
const SAME = 'With 30 minutes or more left, the same token comes back';
const LISTED = 'The list of scopes needs no scope, and has scope_name and grant_status';
const LOG_ID = 'Answers carry a log ID in X-Tt-Logid or X-Request-Id';

/** Half an hour, in seconds. */
const REUSED_ABOVE = 1_800;

export const tokens: Check = {
	title: 'Check Access, twice',
	maxCalls: 6,
	maxSeconds: 60,
	claims: [TOP, LIFE, SAME, LISTED, LOG_ID],
	run: async (tenant) => {
		const runs = [await tenant.run(CHECK_ACCESS), await tenant.run(CHECK_ACCESS)];
		const [first, second] = runs.flatMap((run) => answersTo(EXCHANGE, run)).map(({ body }) => body);
		const life = Number(first?.expire);
		const hasToken = typeof first?.tenant_access_token === 'string' && life > 0;
		const isReusable = hasToken && second !== undefined && Number(second.expire) >= REUSED_ABOVE;
		const scopes = runs.flatMap((run) => answersTo(SCOPES, run))[0];
		const entries = (scopes?.body?.data as { scopes?: object[] } | undefined)?.scopes;
		const isListed = entries?.every((entry) => 'scope_name' in entry && 'grant_status' in entry);
		const business = runs.flatMap(({ observed }) =>
			observed.filter(({ path }) => path !== EXCHANGE),
		);
		const named = ['x-tt-logid', 'x-request-id'].filter((name) =>
			business.some(({ headers }) => headers.has(name)),
		);
		const isNamed = business.every(({ headers }) => named.some((name) => headers.has(name)));
		return [
			finding(TOP, first && hasToken, `fields: ${Object.keys(first ?? {}).join(', ')}`),
			finding(LIFE, hasToken ? life <= 7_200 : undefined, `expire ${life}`),
			finding(
				SAME,
				isReusable ? first.tenant_access_token === second.tenant_access_token : undefined,
				`two exchanges, expire ${life} and ${Number(second?.expire)}`,
			),
			finding(
				LISTED,
				scopes && scopes.body?.code === 0 && isListed === true,
				`code ${String(scopes?.body?.code)}, ${entries?.length ?? 0} scopes`,
			),
			finding(
				LOG_ID,
				business.length > 0 ? named.length > 0 && isNamed : undefined,
				named.length > 0 ? named.join(', ') : 'none',
			),
		];
	},
};

const STATUS = 'A wrong secret is refused with HTTP 200';
const CODE = 'A wrong secret is refused with 10003, 10014, 10015 or 20002';

const REFUSALS = [10003, 10014, 10015, 20002];

export const wrongSecret: Check = {
	title: 'Check Access with a wrong secret',
	maxCalls: 1,
	maxSeconds: 30,
	claims: [STATUS, CODE],
	run: async (tenant) => {
		const run = await tenant.run(CHECK_ACCESS, { withWrongSecret: true });
		const answer = answersTo(EXCHANGE, run)[0];
		const code = Number(answer?.body?.code);
		return [
			finding(STATUS, answer && answer.status === 200, `HTTP ${answer?.status ?? 'none'}`),
			finding(CODE, answer && REFUSALS.includes(code), `code ${code}`),
		];
	},
};

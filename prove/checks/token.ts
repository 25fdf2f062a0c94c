// Tokens: their form, their life, whether the same one comes back, and how a wrong secret is refused.
import { finding, type Check } from '../check';
import { MEASURED } from '../facts/measured';
import { answersTo, codeOf, EXCHANGE, SCOPES } from '../tenant';

const CHECK_ACCESS = { resource: 'app', operation: 'checkAccess', options: { maxRetries: 0 } };

/** Half an hour, in seconds. */
const REUSED_ABOVE = 1_800;

export const tokens: Check = {
	title: 'Check Access, twice',
	maxCalls: 6,
	maxSeconds: 60,
	facts: MEASURED.tokens,
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
			finding('token-exchange', first && hasToken, `fields: ${fieldsOf(first)}`),
			finding('token-life', hasToken ? life <= 7_200 : undefined, `expire ${life}`),
			finding(
				'token-same',
				isReusable ? first.tenant_access_token === second.tenant_access_token : undefined,
				`two exchanges, expire ${life} and ${Number(second?.expire)}`,
			),
			finding(
				'scopes-list',
				scopes && scopes.body?.code === 0 && isListed === true,
				`code ${codeOf(scopes)}, ${entries?.length ?? 0} scopes`,
			),
			finding(
				'log-id',
				business.length > 0 ? named.length > 0 && isNamed : undefined,
				named.length > 0 ? named.join(', ') : 'none',
			),
		];
	},
};

const REFUSALS = [10003, 10014, 10015, 20002];

export const wrongSecret: Check = {
	title: 'Check Access with a wrong secret',
	maxCalls: 1,
	maxSeconds: 30,
	facts: MEASURED.wrongSecret,
	run: async (tenant) => {
		const run = await tenant.run(CHECK_ACCESS, { withWrongSecret: true });
		const answer = answersTo(EXCHANGE, run)[0];
		const code = codeOf(answer);
		return [
			finding('secret-status', answer && answer.status === 200, `HTTP ${answer?.status ?? 'none'}`),
			finding('secret-code', answer && REFUSALS.includes(Number(code)), `code ${code}`),
		];
	},
};

/** The names of Feishu's own fields. Others could be anything. */
function fieldsOf(body: Record<string, unknown> | undefined): string {
	const known = ['code', 'msg', 'tenant_access_token', 'expire', 'data'];
	const names = Object.keys(body ?? {});
	const others = names.filter((name) => !known.includes(name)).length;
	const shown = known.filter((name) => names.includes(name)).join(', ') || 'none';
	return others > 0 ? `${shown}, and ${others} other` : shown;
}

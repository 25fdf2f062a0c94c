/** The proof: against the plain simulator everything holds, and a Feishu that differs in one point is found out. */
import type { Check } from '../../prove/check';
import { checksFor } from '../../prove/checks';
import { headers } from '../../prove/checks/headers';
import { languages } from '../../prove/checks/languages';
import { roundTrip } from '../../prove/checks/restore';
import { filters, pages } from '../../prove/checks/search';
import { tokens, wrongSecret } from '../../prove/checks/token';
import type { FactId } from '../../prove/facts';
import { DEPARTMENTS, EXCHANGE, FLOWS, SCOPES, SEARCH } from '../../prove/tenant';
import {
	CUSTOM_APP,
	DEFAULT_SCOPES,
	LEGAL_NAME_SCOPE,
	type OnboardingStatus,
} from '../../simulator';
import { feishu, idNumber, useSimulator, withdrawnPeople } from '../harness/feishu';
import { proofOf, verdictOn, type Proof } from '../harness/proof';
import type { Passing } from '../harness/tamper';
import { QUICK, useTimings } from '../harness/timings';

const STAGES: OnboardingStatus[] = ['withdrawn', 'preboarding', 'day_one', 'completed'];

const people = withdrawnPeople(120, { departmentId: '7063072995761456670' }).map(
	(person, index) => ({
		...person,
		preferredName: `虚构${index}`,
		onboardingStatus: STAGES[index % STAGES.length] ?? 'withdrawn',
	}),
);

useSimulator({ people, searchLagMs: 20 });
useTimings(QUICK);
beforeEach(() => {
	feishu().setScopes(
		CUSTOM_APP.appId,
		DEFAULT_SCOPES.filter((scope) => scope !== LEGAL_NAME_SCOPE),
	);
});

const PERSON = idNumber(1);

const trip = roundTrip(PERSON);

async function proveHere(
	checks: readonly Check[],
	change?: (passing: Passing) => void,
): Promise<Proof> {
	return await proofOf(checks, { url: feishu().url, change });
}

const all = checksFor({ restore: PERSON, window: false });

it('finds that everything holds against the plain simulator', async () => {
	const { findings } = await proveHere(all);
	// Nothing was refused for too many calls.
	expect(findings.filter(({ verdict }) => verdict !== 'holds')).toEqual([
		{ fact: 'limit-reset', verdict: 'not seen', evidence: '0 of 0 refusals with the header' },
	]);
	expect(findings.map(({ fact }) => fact).sort()).toEqual(all.flatMap(({ facts }) => facts).sort());
	expect(feishu().person(PERSON)).toMatchObject({ withdrawnTimes: 1, restoredTimes: 1 });
	expect(feishu().callsTo('scopesApply')).toEqual([]);
});

const onExchange = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === EXCHANGE) change(passing);
};

const onSearch = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === SEARCH && passing.body.code === 0) change(passing);
};

const inEnglish = (path: string, change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === path && passing.language === 'en-US') change(passing);
};

const refuse = (passing: Passing, code: number, status = 400) => {
	passing.body = { code, msg: 'changed by the test' };
	passing.status = status;
};

const DIFFERENCES: Array<[FactId, readonly Check[], (passing: Passing) => void]> = [
	[
		'token-exchange',
		[tokens],
		onExchange((passing) => {
			passing.body = { code: 0, msg: 'ok', data: passing.body };
		}),
	],
	['token-life', [tokens], onExchange(({ body }) => (body.expire = 90_000))],
	[
		'token-same',
		[tokens],
		onExchange(({ body, nth }) => {
			if (nth === 2) body.tenant_access_token = 'another-token-than-the-first';
		}),
	],
	['scopes-list', [tokens], (passing) => passing.path === SCOPES && refuse(passing, 99991672)],
	[
		'log-id',
		[tokens],
		(passing) => {
			passing.headers.delete('x-tt-logid');
			passing.headers.delete('x-request-id');
		},
	],
	['secret-status', [wrongSecret], onExchange((passing) => (passing.status = 401))],
	['secret-code', [wrongSecret], onExchange(({ body }) => (body.code = 10099))],
	['search-ids', [pages], onSearch(({ body }) => (body.data.items[0].pre_hire_id = 'ph-1'))],
	['search-pages', [pages], onSearch(({ body }) => delete body.data.has_more)],
	['search-order', [pages], onSearch(({ body, nth }) => nth > 2 && body.data.items.reverse())],
	[
		'search-statuses',
		[pages],
		onSearch(({ body }) => (body.data.items[0].onboarding_info.onboarding_status = 'paused')),
	],
	[
		'search-status',
		[filters],
		onSearch(({ asked, body }) => {
			if (asked.onboarding_status) {
				body.data.items[0].onboarding_info.onboarding_status = 'deleted';
			}
		}),
	],
	[
		'search-by-id',
		[filters],
		onSearch(({ asked, body }) => asked.pre_hire_ids && (body.data.items = [])),
	],
	[
		'search-department',
		[filters],
		onSearch(({ asked, body }) => asked.department_ids && (body.data.items = [])),
	],
	[
		'search-absent',
		[filters],
		onSearch((passing) => {
			if (String(passing.asked.pre_hire_ids) === '1') refuse(passing, 1160102);
		}),
	],
	[
		'search-silent',
		[filters],
		onSearch((passing) => {
			if (String(passing.asked.fields).includes('legal_name')) refuse(passing, 99991672);
		}),
	],
	[
		'search-language',
		[languages],
		inEnglish(SEARCH, ({ body }) => (body.data.items[0].person_info.preferred_name = 'Invented')),
	],
	[
		'list-language',
		[languages],
		inEnglish(DEPARTMENTS, ({ body }) => {
			body.data.items[0].department_name = [{ lang: 'en-US', value: 'Invented' }];
		}),
	],
	[
		'list-language',
		[languages],
		inEnglish(FLOWS, ({ body }) => (body.data.flow_list[0].name = { en_us: 'Invented' })),
	],
	[
		'list-names',
		[languages],
		({ path, body }) => path === DEPARTMENTS && (body.data.items[0].department_name = 'Invented'),
	],
	[
		'list-names',
		[languages],
		({ path, body }) => path === FLOWS && (body.data.flow_list[0].name = { ja_jp: 'Invented' }),
	],
	...(['withdraw', 'restore'] as const).map((operation): (typeof DIFFERENCES)[number] => [
		`${operation}-success`,
		[trip],
		({ path, body, nth }) => {
			if (path.includes(`/pre_hires/${operation}_`) && nth === 1) body.data.success = false;
		},
	]),
	[
		'restore-twice',
		[trip],
		(passing) => {
			if (passing.body.code === 1161129) refuse(passing, 1161108);
		},
	],
	[
		'limit-normal',
		[pages, headers],
		onSearch((passing) => passing.headers.set('x-ogw-ratelimit-limit', '100')),
	],
	[
		'limit-reset',
		[pages, headers],
		(passing) => passing.path === SEARCH && passing.nth === 1 && refuse(passing, 99991400, 429),
	],
];

it.each(DIFFERENCES)('finds out a Feishu where %s is not so', async (fact, checks, change) => {
	const proof = await proveHere(checks, change);
	expect(verdictOn(fact, proof)).toBe('differs');
});

it('finds out a search that is later than it may be', async () => {
	feishu().setSearchLag(200);
	const proof = await proofOf([trip], { url: feishu().url, scale: { lagMs: 50 } });
	expect(verdictOn('search-lag', proof)).toBe('differs');
});

it('has a Feishu that differs for every fact but those about the window', () => {
	const tried = new Set<string>([...DIFFERENCES.map(([fact]) => fact), 'search-lag']);
	expect(all.flatMap(({ facts }) => facts).filter((fact) => !tried.has(fact))).toEqual([]);
});

it('takes an answer that did not come for no answer', async () => {
	const { findings } = await proveHere([
		{ ...filters, maxCalls: 0 },
		{ ...languages, maxCalls: 0 },
		{ ...headers, maxCalls: 0 },
	]);
	expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
});

it('sees no languages in lists that the app may not read', async () => {
	feishu().setScopes(CUSTOM_APP.appId, ['corehr:pre_hire.search:read']);
	const proof = await proveHere([languages]);
	expect(proof.findings.map(({ verdict }) => verdict)).toEqual(['holds', 'not seen', 'not seen']);
});

describe('an empty tenant', () => {
	useSimulator({ people: [] });

	it('shows little, and nothing is taken for proved', async () => {
		const { findings } = await proveHere([pages, filters]);
		const seen = findings.filter(({ verdict }) => verdict !== 'not seen');
		expect(seen.map(({ fact }) => fact)).toEqual(['search-absent']);
	});
});

it('says before each check what it costs, and sends no more than that', async () => {
	const { lines } = await proveHere([pages, headers]);
	expect(lines).toEqual([
		'Get Many of up to 300 people, twice: at most 8 calls, 90 s, reads only',
		'The headers of all answers so far: sends nothing',
	]);
	const before = feishu().calls.length;
	await proveHere([{ ...pages, maxCalls: 2 }]);
	expect(feishu().calls.length - before).toBeLessThanOrEqual(2);
});

it('gives up a check that takes too long, and goes on', async () => {
	feishu().faultNext('search', { kind: 'hang', applied: false });
	const { findings } = await proveHere([{ ...pages, maxSeconds: 0.2 }, wrongSecret]);
	expect(findings.map(({ verdict }) => verdict)).toEqual([
		...pages.facts.map(() => 'not seen'),
		'holds',
		'holds',
	]);
});

it('changes nobody who is not on the way in', async () => {
	const { findings } = await proveHere([roundTrip(idNumber(0))]);
	expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
	expect(feishu().callsTo('restore')).toEqual([]);
	expect(feishu().callsTo('withdraw')).toEqual([]);
});

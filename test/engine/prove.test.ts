/** The proof: against the plain simulator everything holds, and a Feishu that differs in one point is found out. */
import type { Check, Finding } from '../../prove/check';
import { checksFor } from '../../prove/checks';
import { roundTrip } from '../../prove/checks/restore';
import { filters, pages } from '../../prove/checks/search';
import { tokens, wrongSecret } from '../../prove/checks/token';
import { window } from '../../prove/checks/window';
import { prove } from '../../prove/prove';
import { nameHost, redact, writeReport } from '../../prove/report';
import { FULL_SCALE, EXCHANGE, SCOPES, SEARCH, Tenant } from '../../prove/tenant';
import {
	CUSTOM_APP,
	DEFAULT_SCOPES,
	LEGAL_NAME_SCOPE,
	type OnboardingStatus,
} from '../../simulator';
import { feishu, idNumber, sources, useSimulator, withdrawnPeople } from '../harness/feishu';
import { startRelay, type Passing } from '../harness/tamper';
import { QUICK, useTimings } from '../harness/timings';

/** Few calls in a short window: a busy machine needs seconds for a hundred. */
const LIMIT = 10;
const WINDOW_MS = 4_000;
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

interface Proof {
	findings: Finding[];
	lines: string[];
	secrets: string[];
}

async function proofOf(
	checks: Check[],
	change: (passing: Passing) => void = () => undefined,
	lagMs = 2_000,
): Promise<Proof> {
	const relay = await startRelay(feishu().url, change);
	const { appId, appSecret } = CUSTOM_APP;
	const scale = { ...FULL_SCALE, limit: LIMIT, windowMs: WINDOW_MS, pollMs: 10, lagMs };
	const tenant = await Tenant.open(sources, { baseUrl: relay.url, appId, appSecret }, scale);
	const lines: string[] = [];
	try {
		const findings = await prove(tenant, checks, (line) => lines.push(line));
		return { findings, lines, secrets: tenant.secrets() };
	} finally {
		await tenant.observer.stop();
		await relay.stop();
	}
}

const all = checksFor({ restore: PERSON, window: false });

it('finds that everything holds against the plain simulator', async () => {
	const { findings } = await proofOf(all);
	expect(findings.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
	expect(findings.map(({ claim }) => claim).sort()).toEqual(
		all.flatMap(({ claims }) => claims).sort(),
	);
	expect(feishu().person(PERSON)).toMatchObject({ withdrawnTimes: 1, restoredTimes: 1 });
	expect(feishu().callsTo('scopesApply')).toEqual([]);
});

const onExchange = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === EXCHANGE) change(passing);
};

const onSearch = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === SEARCH && passing.body.code === 0) change(passing);
};

const refuse = (passing: Passing, code: number) => {
	passing.body = { code, msg: 'changed by the test' };
	passing.status = 400;
};

/** Feishu's limit as a fixed window would count it, in front of a simulator that takes everything. */
function fixedWindow(): (passing: Passing) => void {
	let begun = 0;
	let taken = 0;
	return (passing) => {
		if (passing.path !== SEARCH) return;
		const now = Date.now();
		if (now - begun >= WINDOW_MS) [begun, taken] = [now, 0];
		taken += 1;
		if (taken <= LIMIT) return;
		refuse(passing, 99991400);
		passing.status = 429;
		passing.headers.set('x-ogw-ratelimit-reset', String((begun + WINDOW_MS - now) / 1_000));
	};
}

const DIFFERENCES: Array<[Check, number, (passing: Passing) => void]> = [
	[
		tokens,
		0,
		onExchange((passing) => {
			passing.body = { code: 0, msg: 'ok', data: passing.body };
		}),
	],
	[tokens, 1, onExchange(({ body }) => (body.expire = 90_000))],
	[
		tokens,
		2,
		onExchange(({ body, nth }) => {
			if (nth === 2) body.tenant_access_token = 'another-token-than-the-first';
		}),
	],
	[tokens, 3, (passing) => passing.path === SCOPES && refuse(passing, 99991672)],
	[
		tokens,
		4,
		({ headers }) => {
			headers.delete('x-tt-logid');
			headers.delete('x-request-id');
		},
	],
	[wrongSecret, 0, onExchange((passing) => (passing.status = 401))],
	[wrongSecret, 1, onExchange(({ body }) => (body.code = 10099))],
	[pages, 0, onSearch(({ body }) => (body.data.items[0].pre_hire_id = 'ph-1'))],
	[pages, 1, onSearch(({ body }) => delete body.data.has_more)],
	[pages, 2, onSearch(({ body, nth }) => nth > 2 && body.data.items.reverse())],
	[
		pages,
		3,
		onSearch(({ body }) => (body.data.items[0].onboarding_info.onboarding_status = 'paused')),
	],
	[
		filters,
		0,
		onSearch(({ asked, body }) => {
			if (asked.onboarding_status) {
				body.data.items[0].onboarding_info.onboarding_status = 'deleted';
			}
		}),
	],
	[filters, 1, onSearch(({ asked, body }) => asked.pre_hire_ids && (body.data.items = []))],
	[filters, 2, onSearch(({ asked, body }) => asked.department_ids && (body.data.items = []))],
	[
		filters,
		3,
		onSearch((passing) => {
			if (String(passing.asked.pre_hire_ids) === '1') refuse(passing, 1160102);
		}),
	],
	[
		filters,
		4,
		onSearch((passing) => {
			if (String(passing.asked.fields).includes('legal_name')) refuse(passing, 99991672);
		}),
	],
	...(['withdraw_onboarding', 'restore_flow_instance'] as const).map(
		(call, index): [Check, number, (passing: Passing) => void] => [
			roundTrip(PERSON),
			index,
			({ path, body, nth }) => {
				if (path.endsWith(call) && nth === 1) body.data.success = false;
			},
		],
	),
	[
		roundTrip(PERSON),
		2,
		(passing) => {
			if (passing.body.code === 1161129) refuse(passing, 1161108);
		},
	],
];

it.each(DIFFERENCES.map(([check, index, change]) => [check.claims[index], check, change] as const))(
	'finds out a Feishu where this is not so: %s',
	async (claim, check, change) => {
		const { findings } = await proofOf([check], change);
		expect(findings.find((found) => found.claim === claim)?.verdict).toBe('differs');
	},
);

it('finds out a search that is later than it may be', async () => {
	feishu().setSearchLag(200);
	const { findings } = await proofOf([roundTrip(PERSON)], undefined, 50);
	expect(findings.find(({ claim }) => claim === roundTrip(PERSON).claims[3])?.verdict).toBe(
		'differs',
	);
});

describe('the window of the limit', () => {
	const verdictsOf = ({ findings }: Proof) => findings.map(({ verdict }) => verdict);

	describe('that slides', () => {
		useSimulator({ people, quota: { limit: LIMIT, windowMs: WINDOW_MS } });

		it('holds', async () => {
			expect(verdictsOf(await proofOf([window]))).toEqual(['holds', 'holds', 'holds']);
		});

		it('is found out where refusals do not say when to come again', async () => {
			const silent = ({ headers }: Passing) => headers.delete('x-ogw-ratelimit-reset');
			expect(verdictsOf(await proofOf([window], silent))).toEqual(['holds', 'differs', 'holds']);
		});
	});

	describe('with fewer calls', () => {
		useSimulator({ people, quota: { limit: LIMIT - 2, windowMs: WINDOW_MS } });

		it('is found out', async () => {
			expect(verdictsOf(await proofOf([window]))[0]).toBe('differs');
		});
	});

	describe('that is fixed', () => {
		useSimulator({ people, quota: { limit: 10_000, windowMs: WINDOW_MS } });

		it('is found out', async () => {
			expect(verdictsOf(await proofOf([window], fixedWindow()))).toEqual([
				'holds',
				'holds',
				'differs',
			]);
		});
	});
});

describe('an empty tenant', () => {
	useSimulator({ people: [] });

	it('shows little, and nothing is taken for proved', async () => {
		const { findings } = await proofOf([pages, filters]);
		const seen = findings.filter(({ verdict }) => verdict !== 'not seen');
		expect(seen.map(({ claim }) => claim)).toEqual([filters.claims[3]]);
	});
});

it('says before each check what it costs, and sends no more than that', async () => {
	const { lines } = await proofOf([pages]);
	expect(lines).toEqual(['Get Many of up to 300 people, twice: at most 8 calls, 90 s, reads only']);
	const before = feishu().calls.length;
	await proofOf([{ ...pages, maxCalls: 2 }]);
	expect(feishu().calls.length - before).toBeLessThanOrEqual(2);
});

it('gives up a check that takes too long, and goes on', async () => {
	feishu().faultNext('search', { kind: 'hang', applied: false });
	const { findings } = await proofOf([{ ...pages, maxSeconds: 0.2 }, wrongSecret]);
	expect(findings.map(({ verdict }) => verdict)).toEqual([
		...pages.claims.map(() => 'not seen'),
		'holds',
		'holds',
	]);
});

it('changes nobody who is not on the way in', async () => {
	const withdrawn = idNumber(0);
	const { findings } = await proofOf([roundTrip(withdrawn)]);
	expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
	expect(feishu().callsTo('restore')).toEqual([]);
	expect(feishu().callsTo('withdraw')).toEqual([]);
});

describe('the report', () => {
	const setting = {
		host: 'another host',
		day: '2026-11-25',
		packageVersion: '1.0.0',
		nodeVersion: '20',
	};

	it('names no secret, no token, no app and no person', async () => {
		const { findings, secrets, lines } = await proofOf(
			checksFor({ window: false, restore: PERSON }),
		);
		const planted = [...secrets, ...feishu().issuedTokens, PERSON, '虚构1', CUSTOM_APP.appId];
		expect(secrets).toEqual(expect.arrayContaining(planted));
		const report = writeReport(findings, setting, secrets) + lines.join('\n');
		expect(report).not.toContain('[removed]');
		for (const secret of [CUSTOM_APP.appSecret, CUSTOM_APP.appId, PERSON, '虚构']) {
			expect(report).not.toContain(secret);
		}
		for (const token of feishu().issuedTokens) expect(report).not.toContain(token);
	});

	it('would lose one that came into it all the same', () => {
		expect(redact('Li Na has cli_0123456789', ['Li Na', 'cli_0123456789', 'a'])).toBe(
			'[removed] has [removed]',
		);
	});

	it('does not say whose private deployment it is', () => {
		expect(nameHost('https://open.feishu.cn')).toBe('open.feishu.cn');
		expect(nameHost('https://feishu.example.com')).toBe('another host');
	});
});

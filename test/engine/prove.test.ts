/** The proof: against the plain simulator everything holds, and a Feishu that differs in one point is found out. */
import type { Check } from '../../prove/check';
import { checksFor } from '../../prove/checks';
import { headers } from '../../prove/checks/headers';
import { languages } from '../../prove/checks/languages';
import { roundTrip } from '../../prove/checks/restore';
import { filters, pages } from '../../prove/checks/search';
import { wrongSecret } from '../../prove/checks/token';
import { window } from '../../prove/checks/window';
import { runProgram, type Surroundings } from '../../prove/program';
import { nameHost, redact, REPORT_FILE } from '../../prove/report';
import { SCOPES, SEARCH } from '../../prove/tenant';
import {
	CUSTOM_APP,
	DEFAULT_SCOPES,
	LEGAL_NAME_SCOPE,
	startSimulator,
	type OnboardingStatus,
	type PersonRecord,
	type QuotaOptions,
} from '../../simulator';
import { read } from '../docs/files';
import { differencesFor } from '../harness/differences';
import { feishu, idNumber, sources, useSimulator, withdrawnPeople } from '../harness/feishu';
import { passTime } from '../harness/passTime';
import { proofOf, verdictOn, type Proof } from '../harness/proof';
import { runProveProcess, type ProveProcess } from '../harness/proveProcess';
import { startRelay, type Passing } from '../harness/tamper';
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

const DIFFERENCES = differencesFor(PERSON);

/** Names, secrets and IDs in every place in which Feishu could write them. */
const plant = (tokens: readonly string[]) => (passing: Passing) => {
	const { appId, appSecret } = CUSTOM_APP;
	const secrets = `${appSecret} ${appId} ${PERSON} 虚构1 ${tokens.join(' ')}`;
	passing.body.msg = secrets;
	passing.body[appSecret] = secrets;
	passing.body.error = { message: secrets, log_id: appSecret };
	for (const name of ['x-tt-logid', 'x-request-id', 'x-ogw-ratelimit-limit']) {
		passing.headers.set(name, appSecret);
	}
	const [person] = passing.path === SEARCH ? (passing.body.data?.items ?? []) : [];
	if (person) Object.assign(person.person_info ?? {}, { preferred_name: secrets });
	if (passing.path === SCOPES) passing.body.data.scopes[0].scope_name = secrets;
};

/** The program as a process of its own, with a simulator of its own. It runs beside the other tests. */
let wholeProgram: Promise<ProveProcess & { tokens: string[]; person: PersonRecord }>;
beforeAll(() => {
	wholeProgram = runWholeProgram();
});

async function runWholeProgram(): typeof wholeProgram {
	const simulator = await startSimulator({ people });
	const relay = await startRelay(simulator.url, plant(simulator.issuedTokens));
	try {
		const ended = await runProveProcess(
			['--restore', PERSON],
			{
				FEISHU_APP_ID: CUSTOM_APP.appId,
				FEISHU_APP_SECRET: CUSTOM_APP.appSecret,
				FEISHU_BASE_URL: relay.url,
			},
			`${PERSON}\n`,
		);
		const tokens = [...simulator.issuedTokens];
		return { ...ended, tokens, person: simulator.person(PERSON) };
	} finally {
		await relay.stop();
		await simulator.stop();
	}
}

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

it('takes a refusal for no page', async () => {
	const { findings } = await proveHere([pages], ({ path, nth, ...passing }) => {
		if (path === SEARCH && nth === 1) Object.assign(passing.body, { code: 99991400, data: {} });
	});
	expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
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

it('costs without options what CONTRIBUTING says', () => {
	const calls = checksFor({ window: false }).reduce((sum, { maxCalls }) => sum + maxCalls, 0);
	expect(read('CONTRIBUTING.md')).toContain(`with ${calls} calls at most`);
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

describe('the window of a limit', () => {
	/** Long beside what a burst takes on a busy machine. Nobody waits for it: its time passes at once. */
	const WINDOW_MS = 600_000;
	const LIMIT = 10;

	interface Kind extends Partial<QuotaOptions> {
		/** How long before the check the first fixed window begins, in windows. */
		begunBefore?: number;
	}

	const KINDS: Array<[string, Kind, string[]]> = [
		['slides, as the node assumes', {}, ['holds', 'holds', 'holds']],
		['slides and counts refused calls', { countsRefused: true }, ['holds', 'holds', 'differs']],
		['begins with the first call', { kind: 'fixed' }, ['holds', 'differs', 'not seen']],
		[
			'begins anew between the first two bursts',
			{ kind: 'fixed', begunBefore: 0.75 },
			['holds', 'differs', 'not seen'],
		],
		[
			'begins anew between the last two bursts',
			{ kind: 'fixed', begunBefore: 0.3 },
			['holds', 'differs', 'not seen'],
		],
		['takes fewer calls', { limit: LIMIT - 2 }, ['differs', 'not seen', 'not seen']],
		['takes many more calls', { limit: 10_000 }, ['differs', 'not seen', 'not seen']],
	];

	describe.each(KINDS)('that %s', (_, { begunBefore, ...kind }, verdicts) => {
		useSimulator({ people, quota: { limit: LIMIT, windowMs: WINDOW_MS, ...kind } });

		it('is told', async () => {
			if (begunBefore !== undefined) {
				feishu().spendQuota('search', 1);
				passTime(begunBefore * WINDOW_MS);
			}
			const pause = async (ms: number) => passTime(Math.max(0, ms));
			const scale = { limit: LIMIT, windowMs: WINDOW_MS, pause };
			const { findings } = await proofOf([window], { url: feishu().url, scale });
			expect(findings.map(({ verdict }) => verdict)).toEqual(verdicts);
		});
	});

	it('is not told where the calls take too long', async () => {
		const scale = { limit: LIMIT, windowMs: 1, pause: async () => undefined };
		const { findings } = await proofOf([window], { url: feishu().url, scale });
		expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
	});
});

describe('what comes out', () => {
	it('names no secret, no token, no app and no person: not on stdout, not on stderr, not in the report', async () => {
		const { stdout, stderr, files, exitCode, tokens, person } = await wholeProgram;
		const said = [stdout, stderr, ...Object.values(files)].join('\n');
		for (const secret of [CUSTOM_APP.appSecret, CUSTOM_APP.appId, PERSON, '虚构', ...tokens]) {
			expect(said).not.toContain(secret);
		}
		expect({ exitCode, stderr, files: Object.keys(files) }).toEqual({
			exitCode: 0,
			stderr: '',
			files: [REPORT_FILE],
		});
		expect(files[REPORT_FILE]).toContain('| holds | `restore-success` |');
		expect(person).toMatchObject({ withdrawnTimes: 1, restoredTimes: 1 });
	});

	const runHere = async (more: Partial<Surroundings>) => {
		const said: string[] = [];
		const env = {
			FEISHU_APP_ID: CUSTOM_APP.appId,
			FEISHU_APP_SECRET: CUSTOM_APP.appSecret,
			FEISHU_BASE_URL: feishu().url,
		};
		const failure = await runProgram({
			args: [],
			env,
			say: (text) => said.push(text),
			ask: async () => '',
			save: (file) => said.push(file),
			tested: sources,
			...more,
		}).catch((error: Error) => error.message);
		return { said, failure };
	};

	it('names none where the program breaks down', async () => {
		const { failure } = await runHere({
			save: () => {
				throw new Error(`No room for ${CUSTOM_APP.appSecret} and 虚构1`);
			},
		});
		expect(failure).toBe('No room for [removed] and [removed]');
	});

	it('asks before it changes somebody, and changes nobody without the same ID', async () => {
		const { said } = await runHere({ args: ['--restore', PERSON], ask: async () => idNumber(2) });
		expect(said.at(-1)).toBe('Nothing was asked and nothing was changed.');
		expect(feishu().calls).toEqual([]);
	});

	it('says what is missing in the environment', async () => {
		const { failure } = await runHere({ env: { FEISHU_APP_ID: 'cli_demo' } });
		expect(failure).toContain('FEISHU_APP_SECRET');
	});

	it('loses a secret that came into the report all the same', () => {
		expect(redact('Li Na has cli_0123456789', ['Li Na', 'cli_0123456789', 'a'])).toBe(
			'[removed] has [removed]',
		);
	});

	it('does not say whose private deployment it is', () => {
		expect(nameHost('https://open.feishu.cn')).toBe('open.feishu.cn');
		expect(nameHost('https://feishu.example.com')).toBe('another host');
	});
});

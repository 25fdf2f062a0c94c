/** Check Access: every way in which an app can be set up wrong has its sentence, and nothing is changed by asking. */
import type { IDataObject } from 'n8n-workflow';

import { allOperations } from '../../nodes/FeishuCoreHr/actions/resources';
import {
	CUSTOM_APP,
	FOREIGN_APP,
	RESTORE_SCOPE,
	SEARCH_SCOPES,
	WITHDRAW_SCOPE,
	type Fault,
} from '../../simulator';
import {
	checkAccess,
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	linksOf,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
	type OperationRun,
} from '../harness/feishu';
import { FEISHU_TOOL_TYPE } from '../harness/nodes';
import { QUICK, useTimings } from '../harness/timings';
import { until } from '../harness/until';

useSimulator({ people: withdrawnPeople(3) });
useTimings(QUICK);

const SEARCH_SCOPE = SEARCH_SCOPES[0] ?? '';

/** One for each of the operations that are not what a test is about. */
const OTHER_SCOPES = [
	'corehr:corehr',
	'corehr:pre_hire:complete',
	'corehr:pre_hire:transform_onboarding_task',
	'corehr:pre_hire:update',
];

const APP = CUSTOM_APP.appId;

interface Report extends IDataObject {
	operations: Record<string, { allowed?: boolean; missing_scopes?: string[] }>;
	advice: string[];
}

async function reportOf(run: OperationRun = {}): Promise<Report> {
	const { success, error } = await checkAccess(run);
	expect(error).toEqual([]);
	return success[0]?.json as Report;
}

/** Whether each operation is allowed; undefined where that is not known. */
function allowedIn({ operations }: Report): Record<string, boolean | undefined> {
	return Object.fromEntries(
		Object.entries(operations).map(([name, { allowed }]) => [name, allowed]),
	);
}

const every = (allowed: boolean | undefined) =>
	Object.fromEntries(checkedOperations.map((name) => [name, allowed]));

const checkedOperations = allOperations
	.filter(({ resource }) => resource.value !== 'app')
	.map(({ operation }) => operation.value);

it('says that everything is allowed where it is', async () => {
	expect(await reportOf()).toEqual({
		app_id: APP,
		environment: 'custom',
		token: 'ok',
		operations: Object.fromEntries(
			checkedOperations.map((name) => [name, { allowed: true, missing_scopes: [] }]),
		),
		pre_hires_visible: 'yes',
		advice: [expect.stringMatching(/^The app sees somebody\./)],
	});
});

it('lists every operation of the node but itself, each under a name of its own', async () => {
	expect(Object.keys((await reportOf()).operations)).toEqual(checkedOperations);
	expect(new Set(checkedOperations).size).toBe(checkedOperations.length);
});

it('asks three times at most, reads only, and applies for nothing', async () => {
	feishu().setScopes(APP, [], [RESTORE_SCOPE]);
	await reportOf();
	expect(
		feishu()
			.calls.map(({ api }) => api)
			.sort(),
	).toEqual(['scopes', 'search', 'tenantToken']);
	expect(feishu().callsTo('search')[0]).toMatchObject({ body: {}, query: { page_size: '1' } });
});

it('asks once for a whole run, and answers every item', async () => {
	const { success } = await checkAccess({}, ['a', 'b', 'c', 'd']);
	expect(linksOf(success)).toEqual([0, 1, 2, 3]);
	expect(feishu().calls).toHaveLength(3);
});

it('names every missing scope, and one link that applies for all of them', async () => {
	feishu().setScopes(APP, []);
	const { operations, fix_url, advice } = await reportOf();
	const missing = [RESTORE_SCOPE, SEARCH_SCOPE, WITHDRAW_SCOPE];
	expect(operations).toMatchObject({
		restore: { allowed: false, missing_scopes: [RESTORE_SCOPE] },
		getMany: { allowed: false, missing_scopes: [SEARCH_SCOPE] },
		withdraw: { allowed: false, missing_scopes: [WITHDRAW_SCOPE] },
	});
	const link = new URL(String(fix_url));
	expect(link.pathname).toBe(`/app/${APP}/auth`);
	expect(link.searchParams.get('q')?.split(',')).toEqual(expect.arrayContaining(missing));
	for (const scope of missing) expect(advice[0]).toContain(scope);
	expect(advice[0]).toMatch(/^The app lacks .* Open fix_url/);
});

it.each([
	['restore', RESTORE_SCOPE],
	['withdraw', WITHDRAW_SCOPE],
])('tells %s from the others where only its scope is missing', async (operation, missing) => {
	const scopes = [RESTORE_SCOPE, WITHDRAW_SCOPE, ...SEARCH_SCOPES];
	feishu().setScopes(
		APP,
		scopes.filter((scope) => scope !== missing),
	);
	const report = await reportOf();
	expect(report.operations[operation]).toEqual({ allowed: false, missing_scopes: [missing] });
	expect(report.operations.getMany).toEqual({ allowed: true, missing_scopes: [] });
	expect(report.fix_url).toContain(`q=${missing}`);
});

it.each(SEARCH_SCOPES)('finds search allowed by %s alone', async (scope) => {
	feishu().setScopes(APP, [scope]);
	expect((await reportOf()).operations.getMany).toEqual({ allowed: true, missing_scopes: [] });
});

it('a missing search scope is told with all that it takes away', async () => {
	feishu().setScopes(APP, [RESTORE_SCOPE, WITHDRAW_SCOPE]);
	const { operations, pre_hires_visible, advice } = await reportOf();
	expect(operations.restore?.allowed).toBe(true);
	expect(operations.getMany).toEqual({ allowed: false, missing_scopes: [SEARCH_SCOPE] });
	expect(pre_hires_visible).toBe('unknown');
	expect(advice).toEqual([
		expect.stringContaining(`lacks ${SEARCH_SCOPE}`),
		expect.stringContaining('Without a search scope'),
		expect.stringContaining('because it may not search'),
	]);
});

it('tells a scope that was asked for and not published from one that was not asked for', async () => {
	feishu().setScopes(APP, [WITHDRAW_SCOPE, SEARCH_SCOPE, ...OTHER_SCOPES], [RESTORE_SCOPE]);
	const { operations, fix_url, advice } = await reportOf();
	expect(operations.restore).toEqual({ allowed: false, missing_scopes: [RESTORE_SCOPE] });
	expect(fix_url).toContain(RESTORE_SCOPE);
	expect(advice[0]).toMatch(
		/^The app has asked for .*restore_flow_instance.* Publish a version of the app/,
	);
	expect(advice.join()).not.toContain('lacks');
});

it('names the scope that was asked for already, not the one that asks for least', async () => {
	const pending = 'corehr:pre_hire:read';
	feishu().setScopes(APP, [RESTORE_SCOPE, WITHDRAW_SCOPE], [pending]);
	expect((await reportOf()).operations.getMany?.missing_scopes).toEqual([pending]);
});

describe('scopes for calls on behalf of users', () => {
	useSimulator({ apps: [{ ...CUSTOM_APP, scopes: [], userScopes: [RESTORE_SCOPE] }] });

	it('do not count', async () => {
		const { operations, advice } = await reportOf();
		expect(operations.restore).toEqual({ allowed: false, missing_scopes: [RESTORE_SCOPE] });
		expect(advice[0]).toContain(`lacks ${RESTORE_SCOPE}`);
	});
});

it('believes search over the list of scopes', async () => {
	feishu().setScopes(APP, [RESTORE_SCOPE, WITHDRAW_SCOPE, SEARCH_SCOPE, ...OTHER_SCOPES]);
	feishu().faultNext('search', { kind: 'missingScope', scopes: [...SEARCH_SCOPES] });
	const { operations, advice } = await reportOf();
	expect(operations.getMany).toEqual({ allowed: false, missing_scopes: [SEARCH_SCOPE] });
	expect(advice[0]).toContain(`has asked for ${SEARCH_SCOPE}, and that is not in force`);
});

it.each<[string, Fault]>([
	['fails', { kind: 'refuse', code: 99991403 }],
	[
		'wants a scope of its own',
		{ kind: 'missingScope', scopes: ['application:application:self_manage'] },
	],
	['says something else', { kind: 'noData', applied: false }],
])('calls nothing missing where the list of scopes %s', async (_name, fault) => {
	feishu().faultPlan(({ api }) => (api === 'scopes' ? fault : undefined));
	const report = await reportOf({ options: { maxRetries: 0 } });
	expect(allowedIn(report)).toEqual({ ...every(undefined), get: true, getMany: true });
	expect(report).not.toHaveProperty('fix_url');
	expect(report.advice[0]).toMatch(/^Feishu did not list the scopes of the app/);
});

describe('an app that cannot do anything', () => {
	it('an address that is not allowed', async () => {
		feishu().setIpAllowed(APP, false);
		const report = await reportOf();
		expect(report).toMatchObject({ token: 'ok', pre_hires_visible: 'unknown' });
		expect(allowedIn(report)).toEqual(every(false));
		expect(report.advice).toEqual([expect.stringContaining('IP allow list')]);
	});

	it('an app of another environment', async () => {
		const report = await reportOf({ credentials: customAppCredential({ ...FOREIGN_APP }) });
		expect(report.token).toMatch(/refuses the App ID or App Secret \(10015\)/);
		expect(report.app_id).toBe(FOREIGN_APP.appId);
		expect(allowedIn(report)).toEqual(every(false));
		expect(report.advice.join(' ')).toMatch(/an app of Lark is unknown to Feishu/);
	});

	it('a refused secret', async () => {
		const report = await reportOf({ credentials: customAppCredential({ appSecret: 'wrong' }) });
		expect(report.token).toMatch(/^Feishu refuses the App ID or App Secret/);
		expect(report.advice[0]).toMatch(/Copy App ID and App Secret afresh/);
		expect(feishu().calls).toHaveLength(1);
	});

	it('a disabled app', async () => {
		feishu().setAppEnabled(APP, false);
		const report = await reportOf();
		expect(report.token).toMatch(/^Feishu refuses/);
		expect(report.advice[0]).toMatch(/that the app is enabled/);
	});

	it('an app that was disabled between two answers', async () => {
		feishu().faultNext('scopes', { kind: 'refuse', code: 99991662 });
		const report = await reportOf();
		expect(report.token).toBe('ok');
		expect(allowedIn(report)).toEqual(every(false));
		expect(report.advice).toEqual([expect.stringMatching(/^The Feishu app is disabled/)]);
	});

	it('an app that is not installed', async () => {
		feishu().faultNext('scopes', { kind: 'refuse', code: 212100 });
		const { advice } = await reportOf();
		expect(advice).toEqual([expect.stringMatching(/^The Feishu app is not installed/)]);
	});

	it('a host that cannot be reached', async () => {
		const credentials = customAppCredential({ customBaseUrl: 'http://127.0.0.1:9' });
		const report = await reportOf({ credentials, options: { maxRetries: 0 } });
		expect(report.token).toMatch(/^No access token from 127\.0\.0\.1:9/);
		expect(allowedIn(report)).toEqual(every(undefined));
		expect(report.advice[0]).toMatch(/reaches that host/);
	});
});

it('a token at hand does not hide that the secret was replaced', async () => {
	const credentials = customAppCredential();
	await restore([idNumber(0)], { credentials });
	expect((await reportOf({ credentials })).token).toBe('ok');
	feishu().changeSecret(APP, 'placeholder-of-another-secret');
	expect((await reportOf({ credentials })).token).toMatch(/^Feishu refuses/);
});

describe('an empty data range', () => {
	it('shows nobody, which proves nothing', async () => {
		feishu().setRanges(APP, { preHires: 'nobody' });
		const { pre_hires_visible, advice, operations } = await reportOf();
		expect(pre_hires_visible).toBe('unknown');
		expect(operations.getMany?.allowed).toBe(true);
		expect(advice).toEqual([expect.stringMatching(/proves nothing: .*待入职人员/)]);
	});

	it('may be refused instead', async () => {
		feishu().setRanges(APP, { preHires: 'nobody' });
		feishu().decide({ emptyRange: 'refused' });
		const { pre_hires_visible, advice } = await reportOf();
		expect(pre_hires_visible).toBe('unknown');
		expect(advice).toEqual([expect.stringMatching(/\(1160103\)\. .*give the app its range first/)]);
	});

	it('of a store app is something that nobody knows', async () => {
		const credentials = storeAppCredential({ tenantKey: 'tenant-a' });
		const { pre_hires_visible, advice } = await reportOf({ credentials });
		expect(pre_hires_visible).toBe('unknown');
		expect(advice).toEqual([
			expect.stringMatching(/serves Create, .* to custom apps only/),
			expect.stringMatching(/what a store app sees is not known/),
		]);
	});
});

it('a store app may not do what Feishu serves to custom apps only', async () => {
	const report = await reportOf({ credentials: storeAppCredential({ tenantKey: 'tenant-a' }) });
	const refused = Object.entries(allowedIn(report)).filter(([, allowed]) => allowed !== true);
	expect(refused).toEqual(
		['create', 'update', 'start', 'submit', 'approve', 'reject'].map((name) => [name, false]),
	);
});

it('a tenant without Feishu People', async () => {
	feishu().setFeishuPeople(false);
	const { pre_hires_visible, advice } = await reportOf();
	expect(pre_hires_visible).toBe('unknown');
	expect(advice.at(-1)).toMatch(/Feishu’s words: .*not found.*is not activated there/);
});

it('waits out a gateway hiccup', async () => {
	feishu().faultNext('scopes', { kind: 'cut', applied: false });
	feishu().faultNext('search', { kind: 'html', applied: false });
	feishu().faultNext('tenantToken', { kind: 'html', applied: false });
	expect(allowedIn(await reportOf())).toEqual(every(true));
});

it('is a failure only where the input is wrong', async () => {
	const noId = await checkAccess({ credentials: customAppCredential({ appId: '' }) });
	expect(failureOf(noId.error[0])).toMatchObject({ code: 'INCOMPLETE_CREDENTIAL' });
	const badOption = await checkAccess({ options: { includeInputFields: 'perhaps' } });
	expect(failureOf(badOption.error[0])).toMatchObject({ code: 'INVALID_INCLUDE_INPUT_FIELDS' });
	expect(feishu().calls).toEqual([]);
});

it('is summed up as checked', async () => {
	const { hints } = await checkAccess({}, ['a', 'b']);
	expect(hints).toContainEqual(expect.objectContaining({ message: '2 checked' }));
});

it('answers an agent with the same item', async () => {
	feishu().setIpAllowed(APP, false);
	const { success } = await checkAccess({ type: FEISHU_TOOL_TYPE, onError: 'stopWorkflow' });
	expect(success[0]?.json).toMatchObject({ token: 'ok', advice: [expect.any(String)] });
});

it('ends with the execution', async () => {
	feishu().faultNext('search', { kind: 'hang', applied: false });
	const { success, logs } = await checkAccess({
		onStart: (cancel) => void until(() => feishu().callsTo('search').length > 0).then(cancel),
	});
	expect(success).toEqual([]);
	expect(logs.map(({ message }) => message).join()).toContain('Feishu CoreHR was cancelled');
});

it('shows no secret, whatever Feishu’s words repeat', async () => {
	feishu().faultPlan(({ api }) =>
		api === 'search' || api === 'scopes' ? { kind: 'secretEcho' } : undefined,
	);
	const report = await reportOf({ options: { maxRetries: 0 } });
	const text = JSON.stringify(report);
	expect(text).toContain('***');
	expect(text).not.toContain(CUSTOM_APP.appSecret);
	for (const token of feishu().issuedTokens) expect(text).not.toContain(token);
});

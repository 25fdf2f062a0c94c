/** Get Many: who comes out, page by page, and what happens when a page fails. */
import {
	failureOf,
	feishu,
	getMany,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdraw,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { PersonSeed } from '../../simulator';

const COUNT = 350;

const people: PersonSeed[] = withdrawnPeople(COUNT).map((person, index) => ({
	...person,
	workerId: `W${index}`,
	workEmail: `w${index}@example.com`,
	departmentId: `706${index % 3}`,
	onboardingDate: `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
	atsApplicationId: `ats-${index}`,
	updatedDate: `2026-11-${String((index % 28) + 1).padStart(2, '0')}`,
}));

useSimulator({
	people: [...people, { preHireId: '5', preferredName: 'Li Na', onboardingStatus: 'preboarding' }],
	quota: { limit: 10_000, windowMs: 60_000 },
});
useTimings(QUICK);

const searches = () => feishu().callsTo('search');

it('returns one flat item for each withdrawn person, linked to the item that asked', async () => {
	const { success, error } = await getMany({ returnAll: true });
	expect(error).toEqual([]);
	expect(success).toHaveLength(COUNT);
	expect(success[0]).toEqual({
		json: {
			pre_hire_id: idNumber(0),
			preferred_name: 'Person 0',
			worker_id: 'W0',
			work_email: 'w0@example.com',
			department_id: '7060',
			onboarding_status: 'withdrawn',
			onboarding_date: '2026-12-01',
			ats_application_id: 'ats-0',
		},
		pairedItem: { item: 0 },
	});
	expect(searches().map(({ query }) => query.page_size)).toEqual(['100', '100', '100', '100']);
});

it.each([
	[1, ['1']],
	[99, ['99']],
	[100, ['100']],
	[101, ['100', '1']],
	[200, ['100', '100']],
	[350, ['100', '100', '100', '50']],
	[351, ['100', '100', '100', '51']],
])('asks for no more than a limit of %i needs', async (limit, pageSizes) => {
	const { success } = await getMany({ returnAll: false, limit });
	expect(success).toHaveLength(Math.min(limit, COUNT));
	expect(searches().map(({ query }) => query.page_size)).toEqual(pageSizes);
});

it('returns 50 people unless told otherwise', async () => {
	const { success } = await getMany({});
	expect(success).toHaveLength(50);
});

it('asks once for each item and links each person to the item that asked', async () => {
	const { success, hints } = await getMany(
		{
			returnAll: false,
			limit: 2,
			filters: { keyWord: '={{ $json.id }}', onboardingStatus: 'any' },
		},
		{},
		['Person 34', 'Nobody', 'Li'],
	);
	expect(success.map(({ json }) => json.preferred_name)).toEqual([
		'Person 34',
		'Person 340',
		'Li Na',
	]);
	expect(linksOf(success)).toEqual([0, 0, 2]);
	expect(hints[0]?.message).toBe('3 found');
});

it('calls an empty result no error', async () => {
	const { success, error, hints } = await getMany({ filters: { keyWord: 'Nobody' } });
	expect([success, error]).toEqual([[], []]);
	expect(hints[0]?.message).toBe('nothing found');
});

it.each([0, -1, 1.5, 'many'])('refuses a limit of %s', async (limit) => {
	const { error } = await getMany({ limit });
	expect(failureOf(error[0]).code).toBe('INVALID_LIMIT');
});

it('returns Feishu’s own structure when Simplify is off', async () => {
	const { success } = await getMany({ limit: 1, simplify: false });
	expect(success[0]?.json).toMatchObject({
		pre_hire_id: idNumber(0),
		person_info: { preferred_name: 'Person 0' },
		onboarding_info: { onboarding_status: 'withdrawn' },
	});
});

it('adds more fields, and leaves out what the app may not see', async () => {
	feishu().addPeople([{ preHireId: '6', preferredName: 'Why', withdrawnReason: 'Changed plans' }]);
	const parameters = { filters: { preHireIds: '6' } };
	const options = { fields: 'onboarding_info.withdrawn_reason' };
	const seen = await getMany(parameters, { options });
	expect(seen.success[0]?.json.withdrawn_reason).toBe('Changed plans');
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire.search:read']);
	const unseen = await getMany(parameters, { options });
	expect(unseen.success[0]?.json).not.toHaveProperty('withdrawn_reason');
});

it('keeps further fields apart that end alike, and every person’s own ID', async () => {
	const fields =
		'person_info.legal_name, x.pre_hire_id, constructor, __proto__, person_info.__proto__';
	const { success, error } = await getMany({ limit: 2 }, { options: { fields } });
	expect(error).toEqual([]);
	expect(success.map(({ json }) => [json.pre_hire_id, json.legal_name])).toEqual([
		[idNumber(0), 'Person 0'],
		[idNumber(1), 'Person 1'],
	]);
	for (const { json } of success) expect(Object.keys(json)).toHaveLength(9);
});

it('under Stop says how many were found, not who', async () => {
	const { thrown } = await getMany(
		{ returnAll: true, filters: { keyWord: '={{ $json.id === "bad" ? [] : undefined }}' } },
		{ onError: 'stopWorkflow', options: { maxConcurrency: 1 } },
		['bad'],
	);
	expect(thrown?.description).not.toContain(idNumber(0));
	const { thrown: second } = await getMany(
		{ returnAll: true, filters: { onboardingStatus: '={{ $json.id }}' } },
		{ onError: 'stopWorkflow', options: { maxConcurrency: 1 } },
		['withdrawn', 'bad'],
	);
	expect(second?.description).toContain(`Found: ${COUNT}.`);
	expect(second?.description).not.toContain(idNumber(0));
});

it('passes binary data on with Include Input Fields, and only then', async () => {
	const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
	const without = await getMany({ limit: 2 }, { binary });
	expect(without.success.map((item) => item.binary)).toEqual([undefined, undefined]);
	const including = await getMany({ limit: 2 }, { binary, options: { includeInputFields: true } });
	expect(including.success.map((item) => item.binary)).toEqual([binary, binary]);
});

it('leaves it to n8n to send one empty item on under Always Output Data where everybody failed', async () => {
	const { success, error } = await getMany(
		{ filters: { onboardingStatus: 'none' } },
		{ settings: { alwaysOutputData: true } },
	);
	expect(success.map(({ json }) => json)).toEqual([{}]);
	expect(error).toHaveLength(1);
});

describe('a page that fails', () => {
	it('is asked for again, and nothing is lost', async () => {
		feishu().faultPlan(({ api, nth }) =>
			api === 'search' && nth === 3 ? { kind: 'cut', applied: false } : undefined,
		);
		const { success } = await getMany({ returnAll: true });
		expect(new Set(success.map(({ json }) => json.pre_hire_id)).size).toBe(COUNT);
		expect(searches()).toHaveLength(5);
	});

	it('for good is one error item, never a part of the list', async () => {
		feishu().faultPlan(({ api, nth }) =>
			api === 'search' && nth >= 3 ? { kind: 'html', applied: false } : undefined,
		);
		const { success, error } = await getMany({ returnAll: true }, { options: { maxRetries: 1 } });
		expect(success).toEqual([]);
		expect(error).toHaveLength(1);
		expect(failureOf(error[0])).toMatchObject({ category: 'service', attempts: 2 });
	});

	it('by holding no data is not taken for the last one', async () => {
		feishu().faultPlan(({ api, nth }) =>
			api === 'search' && nth >= 2 ? { kind: 'noData', applied: false } : undefined,
		);
		const { success, error } = await getMany({ returnAll: true }, { options: { maxRetries: 1 } });
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({
			code: 'SEARCH_NOT_UNDERSTOOD',
			category: 'service',
			retryable: true,
			attempts: 2,
		});
	});

	it('by holding no data once is asked for again', async () => {
		feishu().faultPlan(({ api, nth }) =>
			api === 'search' && nth === 2 ? { kind: 'noData', applied: false } : undefined,
		);
		const { success } = await getMany({ returnAll: true });
		expect(success).toHaveLength(COUNT);
	});

	it('by repeating itself ends with an error instead of a loop', async () => {
		feishu().faultPlan(({ api }) => {
			const last = feishu().callsTo(api).at(-1);
			if (api === 'search' && last !== undefined) delete last.query.page_token;
			return undefined;
		});
		const { success, error } = await getMany({ returnAll: true });
		expect(success).toEqual([]);
		expect(failureOf(error[0]).code).toBe('PAGE_TOKEN_REPEATED');
	});

	it('by ever-new page tokens that bring nobody new ends with an error instead of a loop', async () => {
		feishu().faultNext('search', { kind: 'endlessPages' }, Infinity);
		const { success, error } = await getMany({ returnAll: true });
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({ code: 'PAGE_TOKEN_REPEATED', category: 'service' });
		expect(searches()).toHaveLength(3);
	});

	it.each(['unreadableRows', 'blankIds'] as const)(
		'by rows that cannot be read (%s) is no shorter page',
		async (kind) => {
			feishu().faultNext('search', { kind, ...(kind === 'blankIds' && { rows: 1 }) }, Infinity);
			const { success, error } = await getMany({ returnAll: true }, { options: { maxRetries: 0 } });
			expect(success).toEqual([]);
			expect(failureOf(error[0]).code).toBe('SEARCH_NOT_UNDERSTOOD');
		},
	);
});

describe('every person is listed once', () => {
	it('whatever rows repeat', async () => {
		feishu().faultNext('search', { kind: 'repeatedRows' }, Infinity);
		const { success } = await getMany({ returnAll: true });
		expect(success).toHaveLength(COUNT);
	});

	it('where one page token stands for all pages', async () => {
		feishu().setSearchPaging('scroll');
		const { success, error } = await getMany({ returnAll: true });
		expect(error).toEqual([]);
		expect(success).toHaveLength(COUNT);
	});

	it('and nobody is missing where a page has a token and does not say whether there are more', async () => {
		feishu().faultNext('search', { kind: 'hasMoreMissing' }, Infinity);
		const { success } = await getMany({ returnAll: true });
		expect(success).toHaveLength(COUNT);
	});
});

it('reads no further page for anybody once the run has stopped', async () => {
	feishu().faultPlan(({ api, nth }) =>
		api === 'search' && nth > 1 ? { kind: 'latency', ms: 300 } : undefined,
	);
	const { thrown } = await getMany(
		{ returnAll: true, filters: { onboardingStatus: '={{ $json.id }}' } },
		{ onError: 'stopWorkflow', options: { maxConcurrency: 2 } },
		['withdrawn', 'no status'],
	);
	expect(thrown?.message).toContain('Onboarding Status');
	// The first page was under way, perhaps the second; the list has three.
	expect(searches().length).toBeLessThan(3);
});

it('names the scope that search needs', async () => {
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
	const { error } = await getMany({});
	expect(failureOf(error[0])).toMatchObject({
		category: 'permission',
		missing_scopes: expect.arrayContaining(['corehr:pre_hire.search:read']),
	});
});

it('goes round: find, restore, find, withdraw, find', async () => {
	const withdrawn = await getMany({ limit: 40 });
	const ids = withdrawn.success.map(({ json }) => String(json.pre_hire_id));
	const restored = await restore(
		withdrawn.success.map(({ json }) => json),
		{
			with: { preHireId: { __rl: true, mode: 'id', value: '={{ $json.pre_hire_id }}' } },
		},
	);
	expect(restored.success).toHaveLength(40);
	const back = await getMany({ returnAll: true, filters: { onboardingStatus: 'preboarding' } });
	expect(back.success.map(({ json }) => json.pre_hire_id).sort()).toEqual([...ids, '5'].sort());
	const gone = await withdraw(ids);
	expect(gone.success.map(({ json }) => json.outcome)).toEqual(Array(40).fill('withdrawn'));
	const again = await getMany({ limit: 40 });
	expect(again.success.map(({ json }) => json.pre_hire_id)).toEqual(ids);
});

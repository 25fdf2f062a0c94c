/** The list of the Pre-Hire field, filled as n8n's editor fills it. */
import { listSearch } from '../harness/engine';
import { customAppCredential, feishu, sources, useSimulator } from '../harness/feishu';
import type { PersonSeed } from '../../simulator';

const withdrawn: PersonSeed[] = Array.from({ length: 120 }, (_, index) => ({
	preHireId: String(1_000 + index),
	preferredName: index === 0 ? 'Li Na' : `Person ${index}`,
	workerId: `W${index}`,
	onboardingDate: '2026-12-01',
}));

useSimulator({
	people: [
		{ preHireId: '1', preferredName: 'Li Active', onboardingStatus: 'preboarding' },
		{ preHireId: '2', preferredName: 'Li Ready', onboardingStatus: 'day_one' },
		{ preHireId: '3', preferredName: 'Li Gone', onboardingStatus: 'deleted' },
		...withdrawn,
	],
});

const list = async (operation: string, filter?: string, token?: string) =>
	await listSearch(
		sources,
		customAppCredential(),
		{ resource: 'preHire', operation },
		filter,
		token,
	);

it('shows withdrawn people with name, stage and start, page by page', async () => {
	const first = await list('restore');
	const second = await list('restore', undefined, first.paginationToken);
	const third = await list('restore', undefined, second.paginationToken);
	expect(first.results[0]).toEqual({
		name: 'Li Na · withdrawn · starts 2026-12-01',
		value: '1000',
	});
	expect([first, second, third].map(({ results }) => results.length)).toEqual([50, 50, 20]);
	expect(third.paginationToken).toBeUndefined();
	expect(
		new Set([first, second, third].flatMap(({ results }) => results.map(({ value }) => value)))
			.size,
	).toBe(120);
});

it('finds by name, withdrawn people first, everybody else after them', async () => {
	const { results } = await list('restore', 'li');
	expect(results.map(({ name }) => name)).toEqual([
		'Li Na · withdrawn · starts 2026-12-01',
		'Li Active · preboarding',
		'Li Ready · day one',
		'Li Gone · deleted',
	]);
});

it('finds by worker ID', async () => {
	const { results } = await list('restore', 'W7');
	expect(results.map(({ value }) => value)).toEqual(['1007']);
});

it('shows people who can be withdrawn when that is the operation', async () => {
	const { results } = await list('withdraw');
	expect(results.map(({ value }) => value)).toEqual(['1', '2']);
});

it('ends with a sentence instead of a loop when Feishu repeats a short page', async () => {
	feishu().faultPlan(({ api }) => {
		const last = feishu().callsTo(api).at(-1);
		if (api === 'search' && last !== undefined) {
			last.query.page_size = '10';
			delete last.query.page_token;
		}
		return undefined;
	});
	await expect(list('restore')).rejects.toMatchObject({
		message: expect.stringContaining('brings nobody new'),
	});
	expect(feishu().callsTo('search')).toHaveLength(3);
});

it('shows what it has after a few calls, and goes on from there, where pages are empty or short', async () => {
	feishu().addPeople(
		Array.from({ length: 60 }, (_, index) => ({
			preHireId: String(5_000 + index),
			preferredName: `Short ${index}`,
		})),
	);
	// Feishu may leave out whom the app may not see: pages get short.
	feishu().faultPlan(({ api }) => {
		const last = feishu().callsTo(api).at(-1);
		if (api === 'search' && last !== undefined) last.query.page_size = '2';
		return undefined;
	});
	const first = await list('restore');
	expect(feishu().callsTo('search')).toHaveLength(10);
	expect(first.results).toHaveLength(20);
	const second = await list('restore', undefined, first.paginationToken as string);
	expect(second.results).toHaveLength(20);
	expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(40);
});

it('names the missing scope in one sentence', async () => {
	feishu().setScopes('cli_simulated_custom', []);
	await expect(list('restore')).rejects.toMatchObject({
		message: expect.stringMatching(
			/^To list people, the app needs the scope corehr:pre_hire\.search:read/,
		),
	});
});

it('says what is wrong with the credential', async () => {
	feishu().changeSecret('cli_simulated_custom', 'x');
	await expect(list('restore')).rejects.toMatchObject({
		message: 'Feishu refuses the App ID or App Secret (10014)',
	});
});

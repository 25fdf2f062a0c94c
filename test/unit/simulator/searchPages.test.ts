// Search in the simulator when the world is unkind: shifting pages, scrolls, wrong pages, lag in both directions.
import { startSimulator, type Fault, type FeishuSimulator } from '../../../simulator';
import { idsIn, restore, search, wait, type Answer } from './client';

let simulator: FeishuSimulator;
beforeAll(async () => {
	simulator = await startSimulator({
		people: ['1', '2', '3', '4', '5'].map((preHireId) => ({ preHireId, preferredName: preHireId })),
	});
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const withdrawn = { onboarding_status: 'withdrawn' };

async function page(pageToken = '', body: unknown = withdrawn): Promise<Answer> {
	return await search(simulator, body, `page_size=2&page_token=${pageToken}`);
}

const tokenIn = ({ json }: Answer) => json.data?.page_token ?? '';

test('by offset, whoever leaves the filter between two pages shifts somebody past the reader', async () => {
	simulator.setSearchPaging('offset');
	const first = await page();
	expect(idsIn(first)).toEqual(['1', '2']);
	await restore(simulator, '1');
	const second = await page(tokenIn(first));
	expect(idsIn(second)).toEqual(['4', '5']);
	expect(second.json.data).toMatchObject({ has_more: false, page_token: '' });
});

test('by offset, whoever enters the filter shifts somebody onto the next page again', async () => {
	await restore(simulator, '1');
	simulator.setSearchPaging('offset');
	const first = await page();
	expect(idsIn(first)).toEqual(['2', '3']);
	simulator.changeStage('1', 'withdrawn');
	expect(idsIn(await page(tokenIn(first)))).toEqual(['3', '4']);
});

test('a scroll keeps its token and moves on by itself over what it found at first', async () => {
	simulator.setSearchPaging('scroll');
	const first = await page();
	await restore(simulator, '3');
	const second = await page(tokenIn(first));
	const third = await page(tokenIn(first));
	expect([first, second, third].map(idsIn)).toEqual([['1', '2'], ['3', '4'], ['5']]);
	expect(tokenIn(second)).toBe(tokenIn(first));
	expect(third.json.data).toMatchObject({ has_more: false, page_token: '' });
	expect((await page('unknown')).json.code).toBe(1160102);
});

test('pages of one kind refuse the tokens of another', async () => {
	simulator.setSearchPaging('offset');
	const token = tokenIn(await page());
	simulator.setSearchPaging('stable');
	expect((await page(token)).json.code).toBe(1160102);
});

test('endless pages bring the first page and a new token for ever', async () => {
	simulator.faultNext('search', { kind: 'endlessPages' }, Infinity);
	const tokens = [''];
	for (let read = 0; read < 5; read += 1) {
		const answer = await page(tokens.at(-1));
		expect(idsIn(answer)).toEqual(['1', '2']);
		expect(answer.json.data?.has_more).toBe(true);
		tokens.push(tokenIn(answer));
	}
	expect(new Set(tokens).size).toBe(6);
});

test.each<[Fault, Array<string | null>]>([
	[{ kind: 'blankIds' }, ['', '']],
	[{ kind: 'blankIds', value: '  ', rows: 1 }, ['  ', '2']],
	[{ kind: 'repeatedRows' }, ['1', '1', '2', '2']],
])('%j spoils the rows', async (fault, ids) => {
	simulator.faultNext('search', fault);
	expect(idsIn(await page())).toEqual(ids);
	expect(idsIn(await page())).toEqual(['1', '2']);
});

test.each([
	[false, [null, 'a text in place of a row', 7, [], { pre_hire_id: '1' }, { pre_hire_id: '2' }]],
	[true, [null, 'a text in place of a row', 7, []]],
])('rows that cannot be read, with instead %s', async (instead, items) => {
	simulator.faultNext('search', { kind: 'unreadableRows', instead });
	expect((await page()).json.data?.items).toEqual(items);
});

test('has_more can be missing beside a page token', async () => {
	simulator.faultNext('search', { kind: 'hasMoreMissing' });
	const { json } = await page();
	expect(json.data).toEqual({
		items: [{ pre_hire_id: '1' }, { pre_hire_id: '2' }],
		page_token: expect.stringMatching(/./) as string,
	});
});

test('a page fault on a refused search and on a write changes nothing', async () => {
	simulator.faultNext('search', { kind: 'repeatedRows' });
	expect((await page('nonsense')).json.code).toBe(1160102);
	simulator.faultNext('restore', { kind: 'blankIds' });
	expect((await restore(simulator, '1')).json).toEqual({
		code: 0,
		msg: 'success',
		data: { success: true },
	});
});

const shown = async () => idsIn(await search(simulator, withdrawn));

test("somebody else's change is seen late, each in its own time", async () => {
	simulator.changeStage('1', 'preboarding', { lagMs: 150 });
	simulator.changeStage('2', 'preboarding');
	expect(simulator.person('1').onboardingStatus).toBe('preboarding');
	expect(await shown()).toEqual(['1', '3', '4', '5']);
	while ((await shown()).includes('1')) await wait(10);
});

test('the lag can be set at any time and counts for the changes of before', async () => {
	simulator.setSearchLag(Infinity);
	await restore(simulator, '1');
	simulator.changeStage('2', 'deleted');
	expect(await shown()).toEqual(['1', '2', '3', '4', '5']);
	simulator.setSearchLag(0);
	expect(await shown()).toEqual(['3', '4', '5']);
	simulator.reset();
	expect(await shown()).toHaveLength(5);
});

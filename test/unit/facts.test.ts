/** The facts about Feishu: their page is current, and what they name exists. */
import { FACTS, SUBJECTS } from '../../prove/facts';
import { MEASURED } from '../../prove/facts/measured';
import { OPEN_QUESTIONS } from '../../prove/facts/questions';
import { nameHost, REPORT_FILE } from '../../prove/report';
import { FACTS_PAGE, writeFactsPage } from '../docs/factsPage';
import { exists, read } from '../docs/files';
import { anchorsIn } from '../docs/markdown';

const facts = Object.entries(FACTS);

const ids = facts.map(([id]) => id);

describe('the page about facts', () => {
	it('is what npm run docs writes', () => {
		expect(read(FACTS_PAGE)).toBe(writeFactsPage());
	});

	it('has the heading to which the README links', () => {
		expect(anchorsIn(read(FACTS_PAGE))).toContain('what-is-not-known');
	});
});

describe('facts', () => {
	it('have a name of their own', () => {
		const named = Object.values(SUBJECTS).flatMap((subject) => Object.keys(subject));
		expect(named.sort()).toEqual([...ids].sort());
	});

	it('name code that exists', () => {
		expect(facts.filter(([, { usedIn }]) => usedIn.length === 0)).toEqual([]);
		expect(facts.flatMap(([, { usedIn }]) => usedIn.filter(isMissing))).toEqual([]);
	});

	it('fit a row of a table, have a source, and say what happens if they are wrong', () => {
		for (const [, { claim, sources, ifWrong }] of facts) {
			expect(sources.length).toBeGreaterThan(0);
			expect(claim).toMatch(/^[^\n|]+[^.\n|]$/);
			expect(ifWrong).toMatch(/^[^\n|]+\.$/);
		}
	});

	it('are measured by one check at most', () => {
		const decided: string[] = Object.values(MEASURED).flat();
		expect(decided.length).toBe(new Set(decided).size);
	});

	it('of which nobody has said anything are among what is not known', () => {
		const asked = OPEN_QUESTIONS.flatMap(({ measuredBy = [] }) => measuredBy);
		expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
		const guesses = facts.filter(([, { sources }]) => sources.includes('not documented'));
		expect(guesses.map(([id]) => id).filter((id) => !asked.includes(id))).toEqual([]);
	});
});

it('what is not known names code that exists', () => {
	expect(OPEN_QUESTIONS.flatMap(({ usedIn }) => usedIn.filter(isMissing))).toEqual([]);
});

/** `feishu/http/reply.ts#readReply`: there is no such file, or it exports no such name. */
function isMissing(place: string): boolean {
	const [file = '', name = ''] = place.split('#');
	const path = `nodes/FeishuCoreHr/${file}`;
	const exported = new RegExp(
		`^export (async )?(const|function|class|interface|type) ${name}\\b`,
		'm',
	);
	return !/^\w+$/.test(name) || !exists(path) || !exported.test(read(path));
}

describe('npm run prove', () => {
	it('writes the file that the issue form asks for, which git ignores', () => {
		expect(read('.github/ISSUE_TEMPLATE/proof.yml')).toContain(REPORT_FILE);
		expect(read('CONTRIBUTING.md')).toContain(REPORT_FILE);
		expect(read('.gitignore').split('\n')).toContain(REPORT_FILE);
	});

	it('names the environments that the issue form offers', () => {
		const form = read('.github/ISSUE_TEMPLATE/proof.yml');
		const hosts = ['https://open.feishu.cn', 'https://open.larksuite.com', 'https://one.example'];
		expect(hosts.map(nameHost)).toEqual(['open.feishu.cn', 'open.larksuite.com', 'another host']);
		const [, options = ''] = /options:\n((?:\s+- .+\n)+)/.exec(form) ?? [];
		expect(options.match(/- .+/g)).toEqual(['- Feishu', '- Lark', '- Private deployment']);
	});
});

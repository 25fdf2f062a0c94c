/** The docs: generated pages are current; links, pictures, commands, paths and samples resolve; the picture matches the code. */
import { arrowsInPicture, arrowsInSources } from '../docs/architecture';
import type { Language } from '../docs/bilingual';
import { checkPage } from '../docs/checks';
import { translatedTwice, unusedChinese } from '../docs/chinese';
import { CODE_PAGES, writeCodePage } from '../docs/codePages';
import { CODE_TABLES } from '../docs/codeTables';
import { removeEngineFolder } from '../docs/engineFolder';
import { EVENT_PAGE, writeEventPage } from '../docs/eventPage';
import { filesUnder, read } from '../docs/files';
import { anchorsIn, markdownFiles } from '../docs/markdown';
import { OWN_CODES, ownCodesInSources } from '../docs/ownCodes';
import { takeSamples, type Samples } from '../docs/samples';
import { RESTORE_CODES } from '../../simulator';
import { NEWEST, OLDEST } from '../e2e/launcher/versions';

afterAll(removeEngineFolder);

describe('the pages about error codes', () => {
	it.each(Object.keys(CODE_PAGES) as Language[])('are what npm run docs writes: %s', (language) => {
		expect(read(CODE_PAGES[language])).toBe(writeCodePage(language));
	});

	it('have every table of the code', () => {
		const files = filesUnder('nodes/FeishuCoreHr/feishu', '.ts').filter((file) =>
			read(file).includes(': CodeTable ='),
		);
		expect(CODE_TABLES.map(({ file }) => `nodes/FeishuCoreHr/feishu/${file}.ts`).sort()).toEqual(
			files,
		);
	});

	it.each(Object.keys(CODE_PAGES) as Language[])(
		'have Feishu’s own words beside every code of the restore call: %s',
		(language) => {
			const [restore = ''] = writeCodePage(language).split(/^## /m).slice(1);
			const rows = restore.split('\n').filter((line) => /^\| \d/.test(line));
			expect(rows).toHaveLength(Object.keys(RESTORE_CODES).length);
			for (const row of rows) {
				const words = RESTORE_CODES[Number(/\d+/.exec(row)?.[0])];
				expect(row).toContain(language === 'en' ? words?.msg : words?.advice);
			}
		},
	);

	it('say of our own codes what the node says: whether they can succeed later', () => {
		for (const [code, { retryable }] of Object.entries(OWN_CODES)) {
			if (retryable === undefined) continue;
			const row = writeCodePage('en')
				.split('\n')
				.find((line) => line.includes(`\`${code}\` `));
			expect(row).toMatch(retryable ? /\| yes +\|/ : /\| no +\|/);
		}
	});

	it('have no Chinese for what no table says any more', () => {
		const said = CODE_TABLES.flatMap(({ codes }) =>
			[...codes.values()].flatMap(({ title, hint }) => [title, hint]),
		);
		expect(unusedChinese(new Set(said))).toEqual([]);
	});

	it('have the Chinese of a sentence in one place', () => {
		expect(translatedTwice()).toEqual([]);
	});

	it('have every code of our own', () => {
		expect(Object.keys(OWN_CODES).sort()).toEqual(ownCodesInSources());
	});
});

describe('links, pictures, commands, paths and samples resolve', () => {
	let samples: Samples;
	beforeAll(async () => {
		samples = await takeSamples();
	});

	it('and the page about events is what npm run docs writes', () => {
		expect(read(EVENT_PAGE)).toBe(writeEventPage(samples));
	});

	it.each(markdownFiles())('in %s', (file) => {
		expect(checkPage(file, samples)).toEqual([]);
	});
});

describe('the README', () => {
	it('has the headings to which the credential forms link', () => {
		expect(anchorsIn(read('README.md'))).toContain('credential');
		expect(anchorsIn(read('README.md'))).toContain('hear-feishu');
	});

	it.each(['README.md', 'docs/zh-CN/README.md'])('%s names the n8n that the tests run', (file) => {
		expect(read(file)).toContain(OLDEST);
		expect(read(file)).toContain(NEWEST);
	});

	it.each([
		['README.md', 'docs/zh-CN/README.md'],
		['docs/error-codes.md', 'docs/zh-CN/error-codes.md'],
	])('%s has as many headings, table rows and samples as %s', (english, chinese) => {
		const count = (file: string) => ({
			headings: read(file).match(/^#+ /gm)?.length,
			rows: read(file).match(/^\|/gm)?.length,
			samples: read(file).match(/^<!-- sample: .*$/gm),
			items: read(file).match(/^\s*(-|\d+\.) /gm)?.length,
		});
		expect(count(chinese)).toEqual(count(english));
	});
});

it('the picture of the architecture has the arrows of the code', () => {
	const { parts, arrows } = arrowsInPicture(read('docs/architecture.md'));
	expect(arrows).toEqual(arrowsInSources(parts));
});

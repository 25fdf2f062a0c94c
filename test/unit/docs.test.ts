/** The docs: generated pages are current; links, pictures, commands, paths and samples resolve. */
import type { Language } from '../docs/bilingual';
import { checkPage } from '../docs/checks';
import { translatedTwice, unusedChinese } from '../docs/chinese';
import { fieldsWithoutChinese, unusedFieldChinese } from '../docs/chineseOfFields';
import { CODE_PAGES, writeCodePage } from '../docs/codePages';
import { CODE_TABLES } from '../docs/codeTables';
import { removeEngineFolder } from '../docs/engineFolder';
import { EVENT_PAGE, writeEventPage } from '../docs/eventPage';
import { exists, filesUnder, read } from '../docs/files';
import { checkBlocks } from '../docs/generatedBlocks';
import { anchorsIn, linksIn, markdownFiles } from '../docs/markdown';
import { FOLDERS, generatedPages } from '../docs/operationPages';
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

describe('the pages about operations', () => {
	it.each(generatedPages())('$file has what npm run docs writes', ({ file, blocks }) => {
		expect(checkBlocks(read(file), blocks)).toEqual([]);
	});

	it('are about operations that the node has', () => {
		const files = Object.values(FOLDERS).flatMap((folder) => filesUnder(folder, '.md'));
		const generated = generatedPages().map(({ file }) => file);
		expect(files.filter((file) => !generated.includes(file))).toEqual([]);
	});

	it('have Chinese for everything that the node says, and for nothing else', () => {
		expect(fieldsWithoutChinese()).toEqual([]);
		expect(unusedFieldChinese()).toEqual([]);
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

const READMES = ['README.md', 'docs/zh-CN/README.md'];

it('the pages exist to which n8n links from nodes and credentials', () => {
	const links = ['nodes/FeishuCoreHr', 'credentials']
		.flatMap((folder) => [...filesUnder(folder, '.json'), ...filesUnder(folder, '.ts')])
		.flatMap((file) => read(file).match(/https:\/\/github\.com\/[^'"]+/g) ?? [])
		.map((address) => address.split('#'));
	expect(links.length).toBeGreaterThan(4);
	for (const [address = '', anchor = 'readme'] of links) {
		const page = address.split('/blob/main/')[1] ?? 'README.md';
		expect(exists(page)).toBe(true);
		if (anchor !== 'readme') expect(anchorsIn(read(page))).toContain(anchor);
	}
});

describe('the README', () => {
	it.each(READMES)('%s names the n8n that the tests run', (file) => {
		expect(read(file)).toContain(OLDEST);
		expect(read(file)).toContain(NEWEST);
	});

	it.each(READMES)('%s fits on 250 lines', (file) => {
		expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(250);
	});

	it.each(READMES)('%s links to the page of every operation', (file) => {
		const linked = new Set(linksIn(read(file)).map(({ target }) => target.split('/').at(-1)));
		const pages = filesUnder(FOLDERS.en, '.md').map((page) => page.split('/').at(-1));
		expect(pages.filter((page) => !linked.has(page))).toEqual([]);
	});
});

describe('a page in Chinese', () => {
	const pairs = filesUnder('docs/zh-CN', '.md').map((chinese) => {
		const name = chinese.replace('docs/zh-CN/', '');
		return [name === 'README.md' ? name : `docs/${name}`, chinese] as const;
	});

	it.each(pairs)('has what the English has: %s', (english, chinese) => {
		const count = (file: string) => ({
			headings: read(file).match(/^#+ /gm)?.length,
			rows: read(file).match(/^\|/gm)?.length,
			samples: read(file).match(/^<!-- (sample|generated): .*$/gm),
			items: read(file).match(/^\s*(-|\d+\.) /gm)?.length,
			pictures: read(file).match(/<img /g)?.length,
		});
		expect(count(chinese)).toEqual(count(english));
	});
});

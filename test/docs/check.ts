/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own */
/** `npm run docs:check`: says what in the docs does not resolve. The unit tests run the same checks. */
import type { Language } from './bilingual';
import { checkPage } from './checks';
import { CODE_PAGES, writeCodePage } from './codePages';
import { FACTS_PAGE, writeFactsPage } from './factsPage';
import { exists, read } from './files';
import { checkBlocks } from './generatedBlocks';
import { markdownFiles } from './markdown';
import { generatedPages } from './operationPages';
import { takeSamples } from './samples';

async function main(): Promise<void> {
	const samples = await takeSamples();
	const files = markdownFiles();
	const problems = files.flatMap((file) => checkPage(file, samples));
	for (const language of Object.keys(CODE_PAGES) as Language[]) {
		problems.push(...checkCodePage(language));
	}
	if (read(FACTS_PAGE) !== writeFactsPage()) problems.push(`${FACTS_PAGE}: run npm run docs`);
	for (const { file, blocks } of generatedPages()) {
		const found = exists(file) ? checkBlocks(read(file), blocks) : ['run npm run docs'];
		problems.push(...found.map((problem) => `${file}: ${problem}`));
	}
	for (const problem of problems) console.error(problem);
	console.log(`${files.length} pages, ${problems.length} problems`);
	if (problems.length > 0) process.exitCode = 1;
}

function checkCodePage(language: Language): string[] {
	const file = CODE_PAGES[language];
	try {
		return read(file) === writeCodePage(language) ? [] : [`${file}: run npm run docs`];
	} catch (error) {
		return [`${file}: ${error instanceof Error ? error.message : 'cannot be written'}`];
	}
}

void main();

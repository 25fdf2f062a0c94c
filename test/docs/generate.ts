/* eslint-disable no-console -- a program of its own */
/** `npm run docs`: writes the pages about error codes and the tables of fields from the code, and the samples in the docs from a run. */
import type { Language } from './bilingual';
import { CODE_PAGES, writeCodePage } from './codePages';
import { EVENT_PAGE, writeEventPage } from './eventPage';
import { FACTS_PAGE, writeFactsPage } from './factsPage';
import { exists, read, write } from './files';
import { refreshBlocks } from './generatedBlocks';
import { markdownFiles } from './markdown';
import { generatedPages } from './operationPages';
import { refreshSamples } from './sampleBlocks';
import { takeSamples } from './samples';

async function main(): Promise<void> {
	for (const language of Object.keys(CODE_PAGES) as Language[]) {
		write(CODE_PAGES[language], writeCodePage(language));
		console.log(`Wrote ${CODE_PAGES[language]}`);
	}
	write(FACTS_PAGE, writeFactsPage());
	for (const { file, blocks, skeleton } of generatedPages()) {
		const before = exists(file) ? read(file) : '';
		const after = before === '' ? (skeleton ?? '') : refreshBlocks(before, blocks);
		if (after === before) continue;
		write(file, after);
		console.log(`Wrote ${file}`);
	}
	const samples = await takeSamples();
	write(EVENT_PAGE, writeEventPage(samples));
	console.log(`Wrote ${EVENT_PAGE}`);
	for (const file of markdownFiles()) {
		const before = read(file);
		const after = refreshSamples(before, samples);
		if (after === before) continue;
		write(file, after);
		console.log(`Wrote the samples in ${file}`);
	}
}

void main();

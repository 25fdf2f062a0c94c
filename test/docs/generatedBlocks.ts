/** Parts of a page that are written from the code. Each stands between two comments; what stands around it is written by hand. */

const MARKED = /<!-- generated: (\w+) -->\n[\s\S]*?<!-- \/generated -->/g;

export type Blocks = ReadonlyMap<string, string>;

/** A block as it stands in a page. */
export function markBlock(name: string, content: string): string {
	return `<!-- generated: ${name} -->\n\n${content}\n\n<!-- /generated -->`;
}

/** The page with its blocks as the code wants them; blocks that nobody writes stay. */
export function refreshBlocks(markdown: string, blocks: Blocks): string {
	return markdown.replace(MARKED, (block, name: string) => {
		const content = blocks.get(name);
		return content === undefined ? block : markBlock(name, content);
	});
}

/** What is wrong with the blocks of a page: each has to stand there once, as the code wants it. */
export function checkBlocks(markdown: string, blocks: Blocks): string[] {
	const names = [...markdown.matchAll(MARKED)].map(([, name = '']) => name);
	const absent = [...blocks.keys()].filter((name) => !names.includes(name));
	const unknown = names.filter((name, index) => !blocks.has(name) || names.indexOf(name) !== index);
	return [
		...absent.map((name) => `the generated block ${name} is missing`),
		...unknown.map((name) => `the block ${name} is not generated, or stands there twice`),
		...(refreshBlocks(markdown, blocks) === markdown ? [] : ['run npm run docs']),
	];
}

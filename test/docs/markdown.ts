/** What the checks need to know of Markdown. */
import { exists, filesUnder } from './files';

/** Every page for people. */
export function markdownFiles(): string[] {
	const top = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
	return [...top.filter(exists), ...filesUnder('docs', '.md')];
}

export interface Link {
	target: string;
	isPicture: boolean;
}

/** Links and pictures outside of code. */
export function linksIn(markdown: string): Link[] {
	const prose = withoutCode(markdown);
	const inline = [
		...prose.matchAll(/(!?)\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^\s)>]+)>?[^)]*\)/g),
	].map(([, mark, target]) => ({ target: target ?? '', isPicture: mark === '!' }));
	// A picture inside of a link: the expression above takes the link, this one the picture.
	const inner = [...prose.matchAll(/\[!\[[^\]]*\]\(([^\s)]+)[^)]*\)\]/g)].map(([, target]) => ({
		target: target ?? '',
		isPicture: true,
	}));
	const html = [...prose.matchAll(/<(img|a)\s[^>]*(?:src|href)="([^"]+)"/g)].map(
		([, tag, target]) => ({ target: target ?? '', isPicture: tag === 'img' }),
	);
	return [...inline, ...inner, ...html];
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsIn(markdown: string): Set<string> {
	const anchors = new Set<string>();
	for (const [, heading] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
		const words = (heading ?? '').replace(/`|\*|\[([^\]]*)\]\([^)]*\)/g, '$1');
		const slug = slugOf(words);
		let anchor = slug;
		for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
		anchors.add(anchor);
	}
	return anchors;
}

/** The anchor of a heading in plain words that no heading above it has. */
export function slugOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');
}

/** The content of every fenced block, and every piece of inline code. */
export function codeIn(markdown: string): string[] {
	const blocks = [...markdown.matchAll(FENCE)].map(([block]) => block);
	const inline = [...withoutFences(markdown).matchAll(INLINE)].map(([, code]) => code ?? '');
	return [...blocks, ...inline];
}

export function inlineCodeIn(markdown: string): string[] {
	return [...withoutFences(markdown).matchAll(INLINE)].map(([, code]) => code ?? '');
}

const FENCE = /^```[\s\S]*?^```$/gm;

const INLINE = /`([^`\n]+)`/g;

function withoutFences(markdown: string): string {
	return markdown.replace(FENCE, '');
}

function withoutCode(markdown: string): string {
	return withoutFences(markdown).replace(INLINE, '');
}

/** Compares the picture in docs/architecture.md with the imports in the sources. */
import { filesUnder } from './files';
import { targetsIn } from './imports';

/** Arrows between parts, as `from -> to`, sorted. */
export type Arrows = string[];

/** A part is a file or a folder; the longest path that fits a source file is its part. */
export function arrowsInPicture(markdown: string): { parts: string[]; arrows: Arrows } {
	const picture = /```mermaid\n([\s\S]*?)```/.exec(markdown)?.[1] ?? '';
	const parts = new Map(
		[...picture.matchAll(/^\s*(\w+)\["?`?([^\s"`\]<]+)/gm)].map(([, id = '', path = '']) => [
			id,
			path,
		]),
	);
	const arrows = [...picture.matchAll(/^\s*(\w+) --> (\w+(?: & \w+)*)$/gm)].flatMap(
		([, from = '', to = '']) =>
			to.split(' & ').map((target) => `${parts.get(from)} -> ${parts.get(target)}`),
	);
	return { parts: [...parts.values()], arrows: arrows.sort() };
}

export function arrowsInSources(parts: readonly string[]): Arrows {
	const arrows = new Set<string>();
	for (const file of [...filesUnder('credentials', '.ts'), ...filesUnder('nodes', '.ts')]) {
		for (const target of targetsIn(file)) {
			const from = partOf(parts, file);
			const to = partOf(parts, target);
			if (from !== to) arrows.add(`${from} -> ${to}`);
		}
	}
	return [...arrows].sort();
}

function partOf(parts: readonly string[], path: string): string {
	const [part] = parts
		.filter(
			(candidate) =>
				path === candidate || `${path}.ts` === candidate || path.startsWith(`${candidate}/`),
		)
		.sort((a, b) => b.length - a.length);
	return part ?? `nothing for ${path}`;
}

/** Which files of the repository a source imports, type imports included, and whether imports run in a circle. */
import { filesUnder, read } from './files';

/** Each file with the files that it imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The imports among all TypeScript files of these folders. */
export function importsIn(folders: readonly string[]): Imports {
	const files = folders.flatMap((folder) => filesUnder(folder, '.ts'));
	const known = new Set(files);
	return new Map(
		files.map((file) => [
			file,
			targetsIn(file).flatMap((target) => {
				const found = [`${target}.ts`, `${target}/index.ts`, target].find((path) =>
					known.has(path),
				);
				return found === undefined ? [] : [found];
			}),
		]),
	);
}

/** What a file imports from the repository, as paths from its top, without an ending unless the import has one. */
export function targetsIn(file: string): string[] {
	const imports = read(file).matchAll(/\b(?:from|import|require|load)[\s(]+'(\.[^']*)'/g);
	return [...imports].map(([, target = '']) => join(file, target));
}

/** Files that import each other, straight or by way of others, as `a -> b -> a`: at least one line for every circle that shares no file with another. */
export function circlesIn(imports: Imports): string[] {
	const circles: string[] = [];
	const done = new Set<string>();
	const follow = (file: string, way: readonly string[]) => {
		if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
		if (way.includes(file) || done.has(file)) return;
		for (const target of imports.get(file) ?? []) follow(target, [...way, file]);
		done.add(file);
	};
	for (const file of imports.keys()) follow(file, []);
	return circles;
}

function join(file: string, target: string): string {
	const steps = file.split('/').slice(0, -1);
	for (const step of target.split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '.') steps.push(step);
	}
	return steps.join('/');
}

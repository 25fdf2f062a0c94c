/** Imports point one way: between the rooms as the picture shows them, and between files without a circle. */
import { arrowsInPicture, arrowsInSources } from '../docs/architecture';
import { read } from '../docs/files';
import { circlesIn, importsIn } from '../docs/imports';

it('the picture of the architecture has the arrows of the code', () => {
	const { parts, arrows } = arrowsInPicture(read('docs/architecture.md'));
	expect(arrows).toEqual(arrowsInSources(parts));
});

describe('files', () => {
	const imports = importsIn(['nodes', 'credentials', 'simulator', 'bench', 'prove', 'test']);

	it('do not import each other in a circle, not even for a type', () => {
		expect(circlesIn(imports)).toEqual([]);
	});

	it.each([
		['a value', 'test/unit/architecture.test.ts', 'test/docs/imports.ts'],
		['a type alone', 'simulator/control/control.ts', 'simulator/tenantWorld.ts'],
		['a folder from another', 'test/harness/feishu.ts', 'simulator/index.ts'],
	])('are seen to import %s', (_what, file, target) => {
		expect(imports.get(file)).toContain(target);
	});
});

it.each([
	['two files', { a: ['b'], b: ['a'] }, ['a -> b -> a']],
	['three, entered from outside', { x: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a -> b -> c -> a']],
	['a file with itself', { a: ['a'] }, ['a -> a']],
	['no circle: two ways to one file', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
])('a circle is found: %s', (_what, imports, circles) => {
	expect(circlesIn(new Map(Object.entries<string[]>(imports)))).toEqual(circles);
});

/** What must hold of every page: links, pictures, commands, paths and samples resolve. Nothing here goes to the network. */
import { exists, filesUnder, read } from './files';
import { anchorsIn, codeIn, inlineCodeIn, linksIn, type Link } from './markdown';
import { checkSamples } from './sampleBlocks';
import type { Samples } from './samples';

/** One sentence for each thing in the page that does not resolve. */
export function checkPage(file: string, samples: Samples): string[] {
	const markdown = read(file);
	const problems = [
		...linksIn(markdown).flatMap((link) => checkLink(file, link)),
		...checkCommands(markdown),
		...checkPaths(markdown),
		...checkSamples(markdown, samples),
	];
	return problems.map((problem) => `${file}: ${problem}`);
}

function checkLink(file: string, { target, isPicture }: Link): string[] {
	if (/^[a-z]+:/i.test(target)) return checkAddress(target);
	const [path = '', anchor] = target.split('#');
	const linked = path === '' ? file : resolveFrom(file, decodeURIComponent(path));
	if (!exists(linked)) return [`${target} does not exist`];
	if (isPicture && !/\.(png|svg|gif)$/.test(linked)) return [`${target} is not a picture`];
	if (anchor === undefined) return [];
	return anchorsIn(read(linked)).has(decodeURIComponent(anchor))
		? []
		: [`${target} has no such heading`];
}

/** Of an address elsewhere only the form is looked at. */
function checkAddress(address: string): string[] {
	if (address.startsWith('mailto:')) return [];
	return address.startsWith('https://') && URL.canParse(address)
		? []
		: [`${address} is not an https address`];
}

function resolveFrom(file: string, path: string): string {
	const parts = path.startsWith('/') ? [] : file.split('/').slice(0, -1);
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/') || '.';
}

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function checkCommands(markdown: string): string[] {
	return codeIn(markdown)
		.flatMap((code) => [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(test)\b)/g)])
		.map(([, run, test]) => run ?? test ?? '')
		.filter((name) => !Object.hasOwn(scripts, name))
		.map((name) => `package.json has no script ${name}`);
}

/** Inline code that looks like a path of this repository, or like a source file's name, has to be one. */
function checkPaths(markdown: string): string[] {
	return inlineCodeIn(markdown)
		.filter((code) => (PATH.test(code) && !exists(code)) || (NAME.test(code) && !NAMES.has(code)))
		.map((path) => `${path} does not exist`);
}

const PATH = /^(nodes|credentials|icons|test|bench|examples|docs|\.github)\/[\w./@-]*$/;

const NAME = /^[\w.]+\.ts$/;

const NAMES: ReadonlySet<string> = new Set(
	['nodes', 'credentials', 'test']
		.flatMap((folder) => filesUnder(folder, '.ts'))
		.map((file) => file.split('/').at(-1) ?? file),
);

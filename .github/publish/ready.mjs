// Says what still keeps this version from being published: placeholders, another repository, a wrong tag, a version that exists.
// Needs Node with npm and git, and nothing installed. In CI it reads GITHUB_REPOSITORY and GITHUB_REF_NAME.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { name, version, author } = manifest;
const { GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: tag } = process.env;

/** `owner/name` as it stands until somebody publishes. */
const PLACEHOLDER = `${name}/${name}`;

/** `owner/name` in an address on GitHub. */
const ADDRESS = /github\.com\/([\w.-]+\/[\w.-]+?)(?=\.git\b|[^\w.-]|$)/g;

/** Each reason is one line: what is wrong, then what to do. */
function* reasons() {
	const [own] = repositoriesIn(manifest.repository?.url ?? '');
	if (own === undefined) {
		yield 'package.json names no repository on GitHub: set repository.url.';
		return;
	}
	if (repository === undefined ? own === PLACEHOLDER : own !== repository) {
		const wanted = repository ?? 'your own repository';
		yield `package.json names the repository ${own}: set repository.url, homepage and bugs.url to ${wanted}.`;
	}
	yield* foreignAddresses(own);
	if (typeof author?.name !== 'string' || author.email?.endsWith('.invalid')) {
		yield 'package.json has a placeholder as the author: set name and email to those of the npm maintainer.';
	}
	if (tag !== undefined && tag !== `v${version}`) {
		yield `The tag is ${tag} and the version is ${version}: tag the commit v${version}.`;
	}
	const heading = /^## (.+)$/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1] ?? 'nothing';
	if (!new RegExp(`^${version.replaceAll('.', '\\.')} - \\d{4}-\\d\\d-\\d\\d$`).test(heading)) {
		yield `CHANGELOG.md begins with “${heading}”: its first heading is to be “${version} - ” and the day.`;
	}
	yield* registryReasons();
}

/** Addresses of this package in other files that lead to another repository. */
function* foreignAddresses(own) {
	const files = execFileSync('git', ['grep', '-lI', `github\\.com/[^/]*/${name}`], {
		encoding: 'utf8',
	});
	for (const file of files.trim().split('\n')) {
		if (file.startsWith('.github/publish/') || file === 'docs/publishing.md') continue;
		const others = repositoriesIn(readFileSync(file, 'utf8')).filter(
			(each) => each !== own && each.endsWith(`/${name}`),
		);
		if (others.length > 0) yield `${file} leads to ${others[0]}: write ${own}.`;
	}
}

function* registryReasons() {
	const asked = spawnSync('npm', ['view', `${name}@${version}`, 'version', '--json'], {
		encoding: 'utf8',
	});
	if (asked.status === 0) {
		if (asked.stdout.includes(version)) yield `npm has ${version} already: take the next version.`;
	} else if (!asked.stdout.includes('E404')) {
		yield `npm does not say whether ${version} exists: try again later.`;
	}
}

function repositoriesIn(text) {
	return [...text.matchAll(ADDRESS)].map(([, found]) => found);
}

const found = [...reasons()];
for (const reason of found) console.error(reason);
if (found.length > 0) process.exitCode = 1;
else console.log(`${name} ${version} is ready to be published.`);

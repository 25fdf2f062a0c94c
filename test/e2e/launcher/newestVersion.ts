/* eslint-disable @n8n/community-nodes/no-restricted-imports -- keeps a file in the cache folder, never runs inside n8n */
/** The newest n8n that installs: n8n publishes its parts one by one, and some come days later or never. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './folders';
import { manifestsOf, type Manifest } from './npmRegistry';
import { say, sayWhileBusy } from './progress';
import { compareVersions } from './versionOrder';

const A_DAY_MS = 24 * 60 * 60 * 1_000;
const WITHIN_MS = 120_000;

/** Each npm takes a process and about 100 MB. */
const AT_ONCE = 4;

/** So many of the newest are looked at before the known one is taken. */
const CANDIDATES = 3;

/** What was found, and for what question. */
interface Answer {
	version: string;
	known: string;
	/** Epoch milliseconds. */
	foundAt: number;
}

/**
 * The newest version of the known one's major whose n8n packages the registry has all.
 * `known` itself where there is none, or where the registry cannot be asked. Kept for a day in the cache folder.
 */
export async function findNewest(known: string, withinMs = WITHIN_MS): Promise<string> {
	const kept = readAnswer();
	if (kept?.known === known && isFresh(kept)) return kept.version;
	try {
		const version = await sayWhileBusy(
			'Asking the npm registry for the newest n8n',
			async () => await ask(known, Date.now() + withinMs),
		);
		keepAnswer({ version, known, foundAt: Date.now() });
		return version;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		say(`The npm registry cannot be asked for the newest n8n (${reason}): taking ${known}.`);
		return known;
	}
}

async function ask(known: string, deadline: number): Promise<string> {
	const nextMajor = Number(known.split('.')[0]) + 1;
	const newer = await manifestsOf(`n8n@>${known} <${nextMajor}`, timeLeft(deadline));
	const candidates = newer
		.sort((a, b) => compareVersions(b.version, a.version))
		.slice(0, CANDIDATES);
	const parts = new Parts(deadline);
	for (const candidate of candidates) {
		const missing = await parts.missingFrom(candidate);
		if (missing === undefined) return candidate.version;
		say(`  n8n ${candidate.version} does not install: the registry lacks its ${missing}`);
	}
	return known;
}

/** n8n's own packages, each asked for once. */
class Parts {
	private readonly asked = new Map<string, Promise<Manifest[]>>();

	constructor(private readonly deadline: number) {}

	/** The first `name@version` that the registry lacks, of all that this needs, directly or through others. */
	async missingFrom(candidate: Manifest): Promise<string | undefined> {
		const wanted = new Set(partsOf(candidate));
		const done = new Set<string>();
		for (;;) {
			const now = [...wanted].filter((part) => !done.has(part)).slice(0, AT_ONCE);
			if (now.length === 0) return undefined;
			const found = await Promise.all(now.map(async (part) => await this.ask(part)));
			const missing = now.find((_, index) => found[index]?.length === 0);
			if (missing !== undefined) return missing;
			now.forEach((part) => done.add(part));
			found
				.flat()
				.flatMap(partsOf)
				.forEach((part) => wanted.add(part));
		}
	}

	private async ask(part: string): Promise<Manifest[]> {
		const answer = this.asked.get(part) ?? manifestsOf(part, timeLeft(this.deadline));
		this.asked.set(part, answer);
		return await answer;
	}
}

/** Each `name@version` of n8n's own that a package asks for exactly. */
function partsOf({ dependencies }: Manifest): string[] {
	return Object.entries(dependencies)
		.filter(([name, version]) => isOwn(name) && isExact(version))
		.map(([name, version]) => `${name}@${version}`);
}

const isOwn = (name: string) => /^(@n8n\/|@n8n_io\/|n8n-)/.test(name);
const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);

function timeLeft(deadline: number): number {
	const left = deadline - Date.now();
	if (left <= 0) throw new Error('it takes too long');
	return left;
}

const answerFile = () => join(cacheFolder(), 'newest-n8n.json');

function readAnswer(): Answer | undefined {
	if (!existsSync(answerFile())) return undefined;
	try {
		return JSON.parse(readFileSync(answerFile(), 'utf8')) as Answer;
	} catch {
		return undefined;
	}
}

function keepAnswer(answer: Answer): void {
	writeFileSync(answerFile(), JSON.stringify(answer, null, '\t'));
}

function isFresh({ foundAt }: Answer): boolean {
	const ageMs = Date.now() - foundAt;
	return ageMs >= 0 && ageMs < A_DAY_MS;
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads and writes the repository's files */
/** The repository's files, by their path from its top. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

export function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

export function write(path: string, text: string): void {
	writeFileSync(join(ROOT, path), text);
}

export function exists(path: string): boolean {
	return existsSync(join(ROOT, path));
}

/** All files in a folder and below whose names end like that, sorted. */
export function filesUnder(folder: string, end: string): string[] {
	return readdirSync(join(ROOT, folder))
		.map((name) => `${folder}/${name}`)
		.flatMap((path) =>
			statSync(join(ROOT, path)).isDirectory()
				? filesUnder(path, end)
				: path.endsWith(end)
					? [path]
					: [],
		)
		.sort();
}

/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the version asked for from the environment */
/** Which n8n is meant, and which Node it needs. */
import { findNewest } from './newestVersion';
import { compareVersions } from './versionOrder';

/** The newest that the tests have run on. Raise it together with the README's "tested with". */
export const NEWEST = '2.41.1';

/** The oldest line this package supports, in its last release. */
export const OLDEST = '1.123.81';

/**
 * The version asked for by `N8N_VERSION`: an exact version, `oldest`, or `newest` (also without it).
 * `newest` is the newest of NEWEST's major that the npm registry has complete; in CI it is NEWEST itself.
 */
export async function versionAskedFor(): Promise<string> {
	const asked = process.env.N8N_VERSION?.trim() || 'newest';
	if (asked === 'oldest') return OLDEST;
	if (asked === 'newest' || asked === 'latest') {
		return process.env.CI === 'true' ? NEWEST : await findNewest(NEWEST);
	}
	if (!/^\d+\.\d+\.\d+$/.test(asked)) {
		throw new Error(
			`N8N_VERSION is "${asked}": give a full version such as ${NEWEST}, or newest, or oldest.`,
		);
	}
	return asked;
}

/** Whether the n8n under test is n8n 1: the tests' set-up has put the version found into the environment. */
export function isFirstMajor(): boolean {
	return process.env.N8N_VERSION?.startsWith('1.') === true;
}

/** Whether this Node (`20.20.2`) runs n8n: all supported releases take 24, and the native parts of even the oldest do not compile for 20. */
export function canRunN8n(nodeVersion: string): boolean {
	return nodeVersion.split('.')[0] === '24';
}

/** n8n before 2.36 gets xlsx from outside the npm registry: the registry's own stands in for it. */
export function needsXlsxFromRegistry(n8nVersion: string): boolean {
	return compareVersions(n8nVersion, '2.36.0') < 0;
}

/** The editor's parts change from release to release: the steps of its tests are those of NEWEST and later. */
export function hasTestedEditor(n8nVersion: string): boolean {
	return compareVersions(n8nVersion, NEWEST) >= 0;
}

/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the version asked for from the environment */
/** Which n8n is meant, and which Node it needs. */

/**
 * The newest that installs from the npm registry used here: 2.41.3 asks for an @n8n/agents 0.26.2 that it does not have.
 * Raise it together with the README's "tested with".
 */
export const NEWEST = '2.40.7';

/** The oldest line this package supports, in its last release. */
export const OLDEST = '1.123.81';

/** The version asked for by `N8N_VERSION`: an exact version, `newest` (also without it) or `oldest`. */
export function versionAskedFor(): string {
	const asked = process.env.N8N_VERSION?.trim() || 'newest';
	const version = { newest: NEWEST, latest: NEWEST, oldest: OLDEST }[asked] ?? asked;
	if (!/^\d+\.\d+\.\d+$/.test(version)) {
		throw new Error(
			`N8N_VERSION is "${asked}": give a full version such as ${NEWEST}, or newest, or oldest.`,
		);
	}
	return version;
}

/** Whether this Node (`20.20.2`) runs n8n: all supported releases take 24, and the native parts of even the oldest do not compile for 20. */
export function canRunN8n(nodeVersion: string): boolean {
	return nodeVersion.split('.')[0] === '24';
}

/** n8n before 2.36 gets xlsx from outside the npm registry: the registry's own stands in for it. */
export function needsXlsxFromRegistry(n8nVersion: string): boolean {
	const [major = 0, minor = 0] = n8nVersion.split('.').map(Number);
	return major < 2 || (major === 2 && minor < 36);
}

/** Which of two versions is newer. */

/** Negative where `a` is older than `b`; both are like `2.41.1`. */
export function compareVersions(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}

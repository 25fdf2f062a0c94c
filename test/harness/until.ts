/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests wait with real timers */
/** Waiting in tests. */

export async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Polls until `condition()`; fails after `limitMs`. */
export async function until(condition: () => boolean, limitMs = 5_000): Promise<void> {
	const end = Date.now() + limitMs;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`Not so within ${limitMs} ms: ${condition.toString()}`);
		await pause(2);
	}
}

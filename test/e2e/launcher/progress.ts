/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- speaks to whoever sits at the terminal */
/** What the person at the terminal reads while something takes its time. */

const EVERY_MS = 20_000;

/** One line. */
export function say(text: string): void {
	console.log(text);
}

/** Says what is being done, again every 20 seconds, and how long it took. */
export async function sayWhileBusy<T>(what: string, work: () => Promise<T>): Promise<T> {
	const since = Date.now();
	say(`${what} …`);
	const timer = setInterval(() => say(`  … ${durationSince(since)}`), EVERY_MS);
	try {
		const result = await work();
		say(`  done in ${durationSince(since)}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}

function durationSince(since: number): string {
	const seconds = Math.round((Date.now() - since) / 1_000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// One POST to an app's address, with Feishu's limits of time.
import type { SealedBody } from './sealing';

/** What came back. */
export interface Answer {
	/** Absent if nothing came back in time. */
	status?: number;
	body?: string;
	/** Why nothing came back. */
	failure?: string;
	/** Milliseconds until the answer, or until it was given up. */
	tookMs: number;
}

/** POSTs and waits at most `withinMs`, or until the signal ends it. */
export async function post(
	url: string,
	{ headers, body }: SealedBody,
	withinMs: number,
	signal: AbortSignal,
): Promise<Answer> {
	const since = performance.now();
	const took = () => Math.round((performance.now() - since) * 10) / 10;
	// Held here as well: Node 20 drops a timeout that nothing but `any` refers to.
	const limit = AbortSignal.timeout(withinMs);
	try {
		const reply = await fetch(url, {
			method: 'POST',
			headers,
			body,
			redirect: 'manual',
			signal: AbortSignal.any([limit, signal]),
		});
		return { status: reply.status, body: await reply.text(), tookMs: took() };
	} catch (error) {
		if (limit.aborted) return { failure: `No answer within ${withinMs} ms`, tookMs: took() };
		return { failure: error instanceof Error ? error.message : String(error), tookMs: took() };
	}
}

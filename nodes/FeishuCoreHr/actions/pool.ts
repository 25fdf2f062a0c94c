/** Bounded concurrency in order. */

/** Works on 0 … count-1, at most `width` at the same time, starting in order, until all are done or `mayStart()` is false. `work` must not throw. */
export async function forEachIndex(
	count: number,
	width: number,
	mayStart: () => boolean,
	work: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count && mayStart()) {
			const index = next;
			next += 1;
			await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
}

// Works on a list, so many at the same time, and keeps its order.

export async function inParallel<In, Out>(
	list: readonly In[],
	width: number,
	work: (one: In) => Promise<Out>,
): Promise<Out[]> {
	const results = new Array<Out>(list.length);
	const entries = list.entries();
	const walk = async () => {
		for (const [index, one] of entries) results[index] = await work(one);
	};
	await Promise.all(Array.from({ length: width }, walk));
	return results;
}

/** How items begin one after another, several at a time. */
import { forEachIndex, Places, restMs } from '../../nodes/FeishuCoreHr/actions/pool';
import { pause } from '../harness/until';

/** When each of twenty items began and ended, ten at a time, in ms since all began. */
async function timesOf(work: (index: number) => Promise<void>, placeRestsMs = 0) {
	const startedAt = performance.now();
	const [begun, ended]: [number[], number[]] = [[], []];
	await forEachIndex(
		20,
		new Places(10, false),
		() => true,
		async (index) => {
			begun[index] = performance.now() - startedAt;
			await work(index);
			ended[index] = performance.now() - startedAt;
		},
		() => placeRestsMs,
	);
	return { begun, ended };
}

it('a place rests for a while after its item: replies that come together are read before the next item is', async () => {
	const { begun, ended } = await timesOf(async (index) => await pause(20 + index), 150);
	const rests = begun.slice(10).map((at, index) => at - (ended[index] ?? 0));
	expect(Math.min(...rests)).toBeGreaterThan(145);
});

it('places rest side by side, not one after another', async () => {
	const { begun, ended } = await timesOf(async () => await pause(20), 150);
	expect((begun[19] ?? 0) - (ended[9] ?? 0)).toBeLessThan(2 * 150);
});

it('items begin in order, and at once where places do not rest', async () => {
	const order: number[] = [];
	let turns = 0;
	void pause(0).then(() => (turns += 1));
	await timesOf(async (index) => {
		order.push(index);
	});
	expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
	expect(turns).toBe(0);
});

it.each([
	[0, 0],
	[300, 150],
	[900, 250],
	[30_000, 0],
])('where calls wait %d ms for their quota, a place rests %d ms', (waitedMs, rests) => {
	expect(restMs(waitedMs)).toBe(rests);
});

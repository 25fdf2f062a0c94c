// Ten times the items: whether the time for one stays the same, and what memory one takes.
import { withdrawn } from '../people';
import { Contender, CONTENDERS, FULL_SPEED, type ContenderName } from '../processes/contender';
import { NO_LIMIT, Simulator } from '../processes/simulator';
import { atMost, median, spread, type Section } from '../report';

const [SIZES, ROUNDS] = [[1_000, 10_000], 3];

export async function growth(): Promise<Section> {
	const [ours, helper] = [await measure('ours', ROUNDS), await measure('helper', 0)];
	const [few, many] = ours;
	const steps = few!.times.map((ms, round) => many!.times[round]! / ms);
	return {
		title: 'Growth',
		text: `Without a limit and without latency. Time: ${ROUNDS} rounds of this node, median (least–most). Memory: heap in use after collections every 150 ms, the highest reading less what was there before; it includes the items and what n8n’s engine holds.`,
		rows: [...ours, ...helper].map(({ name, items, times, bytes }) => ({
			'': CONTENDERS[name],
			Items: items,
			'Time per item, ms': times.length > 0 ? spread(times) : '',
			'Memory per item at the peak, bytes': Math.round(bytes),
		})),
		targets: [
			atMost(1.1, 'Time per item, 10,000 items to 1,000', median(steps)),
			atMost(2_048, 'Memory per item over n8n’s helper, bytes', many!.bytes - helper[1]!.bytes),
		],
	};
}

/** One row for each size. Without rounds the memory only. */
async function measure(name: ContenderName, rounds: number) {
	const simulator = new Simulator();
	const [timed, watched] = [new Contender(name), new Contender(name, 1, ['--expose-gc'])];
	const run = async (contender: Contender, count: number) => {
		const people = withdrawn(count);
		const url = await simulator.open({ people, quota: NO_LIMIT });
		return await contender.restore(url, people, FULL_SPEED);
	};
	const rows = SIZES.map((items) => ({ name, items, times: [] as number[], bytes: NaN }));
	// Not counted: Node compiles what runs often.
	for (const contender of [timed, watched]) await run(contender, 1_000);
	for (let round = 0; round < rounds; round++) {
		for (const row of rows) row.times.push((await run(timed, row.items)).ms / row.items);
	}
	for (const row of rows) row.bytes = (await run(watched, row.items)).peakBytes / row.items;
	return rows;
}

// Restores at 100 a minute: time against the least possible, refused calls, people lost. All runs at once, each against a Feishu of its own: they mostly wait.
import { withdrawn } from '../people';
import { Contender, lostIn } from '../processes/contender';
import { Simulator } from '../processes/simulator';
import { atMost, type Section } from '../report';

export const MINUTE_MS = 60_000;

/** How long so many calls take at least: the last one leaves when all windows but one have passed. */
export function leastMs(calls: number): number {
	return (Math.ceil(calls / 100) - 1) * MINUTE_MS;
}

export async function minutes(): Promise<Section> {
	const without = [measure(1_000, 0, 10), measure(200, 0, 1)];
	const rows = await Promise.all([...without, measure(1_000, 200, 10)]);
	const ratios = (await Promise.all(without)).map((row) => row['To the least']);
	return {
		title: 'Minutes',
		text: 'Restores at Feishu’s 100 a minute. The least possible time is ⌈people/100⌉ − 1 minutes. Where time is scaled, all waits and windows were divided by that, and the times here are as if they had not been.',
		rows,
		targets: [
			atMost(1.02, 'Time to the least possible, no latency', ...ratios),
			atMost(0, 'Refused calls', ...rows.map((row) => row['Refused calls'])),
			atMost(0, 'People lost', ...rows.map((row) => row.Lost)),
		],
	};
}

async function measure(count: number, latencyMs: number, scale: number) {
	const [simulator, ours] = [new Simulator(), new Contender('ours', scale)];
	const people = withdrawn(count);
	const quota = { limit: 100, windowMs: MINUTE_MS / scale };
	const url = await simulator.open({ people, latencyMs: latencyMs / scale, quota });
	const ran = await ours.restore(url, people);
	return {
		People: count,
		'Latency, ms': latencyMs,
		'Scaled by': scale,
		'Time, s': (ran.ms * scale) / 1_000,
		'To the least': (ran.ms * scale) / leastMs(count),
		'Refused calls': (await simulator.report()).refused,
		Lost: lostIn(ran),
	};
}

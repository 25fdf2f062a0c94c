// Time and CPU per item over n8n's own helper: every contender once in each round, so that what the machine does meanwhile meets all alike.
import { withdrawn } from '../people';
import {
	Contender,
	CONTENDERS,
	FULL_SPEED,
	lostIn,
	type ContenderName,
	type Ran,
} from '../processes/contender';
import { NO_LIMIT, Simulator } from '../processes/simulator';
import { atMost, median, spread, type Section } from '../report';

const PEOPLE = withdrawn(1_000);

/** The warm-ups do not count: Node compiles what runs often. */
const [ROUNDS, WARM_UPS] = [7, 2];

export async function cost(): Promise<Section> {
	const runs: Record<ContenderName, Ran[]> = { ours: [], helper: [], floor: [] };
	const names = Object.keys(runs) as ContenderName[];
	const simulator = new Simulator();
	const contenders = names.map((name) => ({ name, contender: new Contender(name) }));
	for (let round = -WARM_UPS; round < ROUNDS; round++) {
		for (const { name, contender } of contenders) {
			const url = await simulator.open({ people: PEOPLE, quota: NO_LIMIT });
			const ran = await contender.restore(url, PEOPLE, FULL_SPEED);
			if (lostIn(ran) > 0) throw new Error(`${name} lost somebody`);
			if (round >= 0) runs[name].push(ran);
		}
	}
	const perItem = (name: ContenderName, what: 'ms' | 'cpuMs') =>
		runs[name].map((ran) => ran[what] / PEOPLE.length);
	const overHelper = (name: ContenderName, what: 'ms' | 'cpuMs') =>
		median(runs[name].map((ran, round) => ran[what] / (runs.helper[round]?.[what] ?? NaN)));
	const cpu = (name: ContenderName) => median(perItem(name, 'cpuMs'));
	return {
		title: 'Cost per item',
		text: `Restores of 1,000 people, five at a time, without a limit and without latency; n8n’s request helper in a node that reads the ID from a field with an expression, as every n8n node does. ${ROUNDS} rounds, each contender once in each: median (least–most), ratios within a round. CPU is user and system time of the contender’s process.`,
		rows: names.map((name) => ({
			'': CONTENDERS[name],
			'Time, ms': spread(perItem(name, 'ms')),
			'To the helper': overHelper(name, 'ms'),
			'CPU, ms': spread(perItem(name, 'cpuMs')),
			'To the helper ': overHelper(name, 'cpuMs'),
		})),
		targets: [atMost(1, 'CPU over n8n’s request helper, ms', cpu('ours') - cpu('helper'))],
	};
}

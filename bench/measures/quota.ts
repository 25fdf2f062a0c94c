// What a thousand people cost in calls, and how many of them end with a true answer.
import type { Fault } from '../../simulator';
import { faultsFor, isTrueAnswer, isWrong, threeInTenRefused } from '../people';
import { Contender, FULL_SPEED } from '../processes/contender';
import { NO_LIMIT, Simulator, type Setup } from '../processes/simulator';
import { atMost, type Section } from '../report';

const PEOPLE = threeInTenRefused(1_000);
const IDS = PEOPLE.map(({ preHireId }) => preHireId);

/** Each strikes once, and passes. */
const FAULTS: readonly Fault[] = [
	{ kind: 'cut', applied: true },
	{ kind: 'cut', applied: false },
	{ kind: 'html', status: 502, applied: false },
	{ kind: 'refuse', code: 1161116 },
];

const DAYS: Readonly<Record<string, Setup>> = {
	Calm: {},
	Rough: { faults: faultsFor(IDS, 0.04, FAULTS) },
	'Token revoked': { revokeAt: PEOPLE.length / 2 },
};

export async function quota(): Promise<Section> {
	const [simulator, ours] = [new Simulator(), new Contender('ours')];
	const rows = [];
	for (const [day, setup] of Object.entries(DAYS)) {
		const url = await simulator.open({ people: PEOPLE, quota: NO_LIMIT, ...setup });
		const { said } = await ours.restore(url, PEOPLE, FULL_SPEED);
		const { people, calls } = await simulator.report();
		const held = new Map(people.map((person) => [person.preHireId, person]));
		const count = (test: typeof isTrueAnswer) =>
			IDS.filter((id, index) => test(said[index]!, held.get(id)!)).length;
		rows.push({
			'': day,
			'Restore calls': calls.restore ?? 0,
			'Token exchanges': calls.tenantToken ?? 0,
			Searches: calls.search ?? 0,
			'True answers': count(isTrueAnswer),
			'Wrong answers': count(isWrong),
		});
	}
	const untrue = rows.map((row) => PEOPLE.length - row['True answers']);
	return {
		title: 'Quota',
		text: 'What 1,000 people cost in calls, without a limit. Feishu refuses 300 of them for a business reason. Rough: 40 others meet something that passes (a connection cut before or after the work, a gateway’s 502, a conflict). Token revoked: in the middle of the run. An answer is true if it says what Feishu holds: restored, or the code of the refusal. It is wrong if it says the contrary.',
		rows,
		targets: [
			atMost(0, 'People without a true answer', ...untrue),
			atMost(PEOPLE.length, 'Restore calls on a calm day', rows[0]?.['Restore calls'] ?? NaN),
		],
	};
}

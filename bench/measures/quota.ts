// What a thousand people cost in calls, and how many of them end with a true answer.
import type { Fault } from '../../simulator';
import { faultsFor, isTrueAnswer, isWrong, threeInTenRefused } from '../people';
import { Contender, CONTENDERS, FULL_SPEED, type ContenderName } from '../processes/contender';
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

export async function measureQuota(): Promise<Section> {
	const rows = [];
	const simulator = new Simulator();
	const [ours, helper] = [new Contender('ours'), new Contender('helper')];
	for (const day of Object.keys(DAYS)) {
		rows.push(await play(simulator, ours, 'ours', day));
		rows.push(await play(simulator, helper, 'helper', day));
	}
	const answered = rows.filter((row) => row[' '] === CONTENDERS.ours).map((row) => row.True);
	return {
		title: 'Quota',
		text: 'What 1,000 people cost in calls, without a limit. Feishu refuses 300 of them for a business reason. Rough: 40 others meet something that passes (a connection cut before or after the work, a gateway’s 502, a conflict). Token revoked: in the middle of the run. True: people whose item says what Feishu holds, restored or the code of the refusal. Wrong: the item says the contrary.',
		rows,
		targets: [
			atMost(0, 'People without a true answer', ...answered.map((count) => PEOPLE.length - count)),
			atMost(PEOPLE.length, 'Restore calls on a calm day', rows[0]?.['Restore calls'] ?? NaN),
		],
	};
}

async function play(simulator: Simulator, contender: Contender, name: ContenderName, day: string) {
	const url = await simulator.open({ people: PEOPLE, quota: NO_LIMIT, ...DAYS[day] });
	const { said } = await contender.restore(url, PEOPLE, FULL_SPEED);
	const { people, calls } = await simulator.report();
	const held = new Map(people.map((person) => [person.preHireId, person]));
	const count = (test: typeof isTrueAnswer) =>
		IDS.filter((id, index) => test(said[index] ?? {}, held.get(id)!)).length;
	return {
		'': day,
		' ': CONTENDERS[name],
		'Restore calls': calls.restore ?? 0,
		'Token exchanges': calls.tenantToken ?? 0,
		Searches: calls.search ?? 0,
		True: count(isTrueAnswer),
		Wrong: count(isWrong),
	};
}

// A thousand creates at full speed, without faults and with them: time, refused calls, and who is there afterwards.
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program of its own, never runs inside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

import type { Fault } from '../../simulator';
import { candidates, faultsFor } from '../people';
import { Contender } from '../processes/contender';
import { Simulator, type Setup } from '../processes/simulator';
import { atMost, type Section } from '../report';

const PEOPLE = candidates(1_000);
const KEYS = PEOPLE.map(({ external_id: key }) => String(key));

/** By then the run with faults has sent what a minute allows and waits for the next one: there is time for another run. */
const ROUGH_WAITS_AFTER_MS = 30_000;

/** The last fifty leave when all seconds but one have passed; the thousand of the minute are never used up. */
const LEAST_MS = (Math.ceil(PEOPLE.length / 50) - 1) * 1_000;

const FAULTS: readonly Fault[] = [
	{ kind: 'cut', applied: true },
	{ kind: 'cut', applied: false },
	{ kind: 'refuse', code: 2200, applied: true },
	{ kind: 'refuse', code: 2200 },
	{ kind: 'tooMany', code: 99991400, resetSeconds: 1 },
];

export async function creates(): Promise<Section> {
	const faults = faultsFor(KEYS, 0.05, FAULTS);
	const setup = { latencyMs: 100, faults, revokeAt: PEOPLE.length / 2 };
	const ours = new Contender('ours');
	const rough = play(ours, '50 faults and the death of the token', setup);
	await Promise.race([rough, sleep(ROUGH_WAITS_AFTER_MS)]);
	const atOnce = await play(ours, 'No faults', {});
	const withFaults = await rough;
	const after100 = await play(ours, 'No faults, Feishu takes 100 ms', { latencyMs: 100 });
	const calm = [atOnce, after100];
	const rows = [...calm, withFaults];
	return {
		title: 'Creates',
		text: '1,000 creates at Feishu’s 1,000 a minute and 50 a second, in real time, Max Concurrency 50. The least possible time is ⌈1,000/50⌉ − 1 seconds. The faults: connections cut before and after the work, code 2200 before and after the work, a 429; with them more than 1,000 calls are needed, so the last ones wait for the next minute. An item is right if it names the person whom Feishu holds under its external ID.',
		rows,
		targets: [
			atMost(1.05, 'Time to the least, no faults', ...calm.map((row) => row['To the least'])),
			atMost(10, 'Refused calls, no faults', ...calm.map((row) => row.Refused)),
			atMost(0, 'People not created', ...rows.map((row) => KEYS.length - row.People)),
			atMost(0, 'People there twice', ...rows.map((row) => row['There twice'])),
			atMost(0, 'Items not right', ...rows.map((row) => KEYS.length - row['Right items'])),
		],
	};
}

/** Against a Feishu of its own. */
async function play(ours: Contender, what: string, setup: Setup) {
	const simulator = new Simulator();
	const url = await simulator.open(setup);
	const options = { maxConcurrency: 50 };
	const { ms, said } = await ours.ask({ operation: 'create', url, items: PEOPLE, options });
	const { people, calls, refused } = await simulator.report();
	const held = new Map(people.map((person) => [person.outBizId, person]));
	const isRight = (key: string, index: number) =>
		held.get(key)?.preferredName === PEOPLE[index]?.name &&
		held.get(key)?.preHireId === said[index]?.done;
	return {
		'': what,
		'Time, s': ms / 1_000,
		'To the least': ms / LEAST_MS,
		'Create calls': calls.create ?? 0,
		Refused: refused,
		People: held.size,
		'There twice': people.length - held.size,
		'Right items': KEYS.filter(isRight).length,
	};
}

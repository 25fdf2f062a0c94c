// What the simulator prints when it runs alone: where it is, what to type in, whom it knows.
import type { AppSeed } from './apps';
import { RESTORE_CODES } from './codes';
import { ORDERS } from './controlOrders';
import { ABSENT_PRE_HIRE_ID, SHARED_ATS_APPLICATION_ID } from './inventedPeople';
import type { PersonRecord } from './people';
import type { FeishuSimulator } from './simulator';

/** The text for the terminal. */
export function welcome(simulator: FeishuSimulator, apps: readonly AppSeed[]): string {
	const people = simulator.people();
	const withdrawn = people.filter(({ onboardingStatus }) => onboardingStatus === 'withdrawn');
	return [
		`Simulated Feishu at ${simulator.url}`,
		'In the n8n credential: Environment = Custom, Base URL = this address.',
		...section('Apps (all secrets are placeholders)', apps.flatMap(appLines)),
		...section(
			'Restored when asked',
			withdrawn.filter(({ refuse }) => refuse === undefined).map(ordinaryLine),
		),
		`  ${SHARED_ATS_APPLICATION_ID} belongs to two people: it names neither of them.`,
		...section(
			'Refused, one for each code',
			withdrawn.filter(({ refuse }) => refuse !== undefined).map(refusedLine),
		),
		`  ${ABSENT_PRE_HIRE_ID}  1161105  (nobody has this id)`,
		'  1161063 gives way to confirm_workforce: true; the others never do.',
		...section(
			'In another stage (restore answers 1161129)',
			people
				.filter(({ onboardingStatus }) => onboardingStatus !== 'withdrawn')
				.map((person) => line(person, person.onboardingStatus)),
		),
		...section('Control, without a token', [
			`curl ${simulator.url}/_simulator          what there is, with the kinds of faults`,
			`curl ${simulator.url}/_simulator/calls    every request so far`,
			`curl ${simulator.url}/_simulator/people   everybody as they are now`,
			`curl ${simulator.url}/_simulator/events   every push of an event`,
			...Object.entries(ORDERS).map(
				([name, { example }]) =>
					`curl ${simulator.url}/_simulator/${name} -d '${JSON.stringify(example)}'`,
			),
		]),
		'',
		'Ctrl+C ends it.',
	].join('\n');
}

function section(title: string, lines: string[]): string[] {
	return ['', title, ...lines.map((text) => `  ${text}`)];
}

function appLines({ kind, appId, appSecret, tenants, appTicket }: AppSeed): string[] {
	const ticket = appTicket === undefined ? '' : `, app ticket ${appTicket}`;
	return [
		`${kind}: app id ${appId}, app secret ${appSecret}${ticket}`,
		`  tenant${tenants.length > 1 ? ' keys' : ''}: ${tenants.join(', ')}`,
	];
}

function ordinaryLine(person: PersonRecord): string {
	return line(person, `${person.atsApplicationId ?? ''}  starts ${person.onboardingDate ?? ''}`);
}

function refusedLine(person: PersonRecord): string {
	const code = person.refuse ?? 0;
	const sentence = RESTORE_CODES[code]?.msg ?? '';
	return `${person.preHireId}  ${code}  ${person.preferredName}: ${sentence}`;
}

function line(person: PersonRecord, what: string): string {
	return `${person.preHireId}  ${what}  ${person.preferredName}`;
}

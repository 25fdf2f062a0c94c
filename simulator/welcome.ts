// What the simulator prints when it runs alone: where it is, what to type in, whom it knows.
import type { AppSeed } from './gateway/apps';
import { RESTORE_CODES } from './gateway/restorePage';
import { ORDERS } from './control/controlOrders';
import { ABSENT_PRE_HIRE_ID, SHARED_ATS_APPLICATION_ID } from './preHires/inventedPeople';
import type { Names } from './lists/organisation';
import { inventedCandidate } from './preHires/inventedCandidate';
import type { PersonRecord } from './preHires/people';
import type { FeishuSimulator } from './feishuSimulator';

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
		...section('A body that Create accepts (POST /open-apis/corehr/v2/pre_hires)', [
			JSON.stringify(inventedCandidate(1)),
		]),
		...section('Some of what the pick lists hold', listLines(simulator)),
		...section('Control, without a token', [
			`curl ${simulator.url}/_simulator          what there is, with the kinds of faults`,
			`curl ${simulator.url}/_simulator/calls    every request so far`,
			`curl ${simulator.url}/_simulator/people   everybody as they are now`,
			`curl ${simulator.url}/_simulator/lists    the pick lists of the custom app's tenant`,
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

function listLines(simulator: FeishuSimulator): string[] {
	const { departments, companies, employeeTypes, locations, jobs, flows } =
		simulator.organisation();
	const first = (what: string, rows: ReadonlyArray<{ id: string; name: Names }>) =>
		rows.slice(0, 3).map(({ id, name }) => `${id}  ${what}  ${name.en ?? name.zh ?? ''}`);
	return [
		...first('department', departments),
		...first('company', companies),
		...first('employee type', employeeTypes),
		...first('location', locations),
		...first('job', jobs),
		...first('flow', flows),
	];
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

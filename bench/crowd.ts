// Who is to be restored, whom Feishu will refuse, what goes wrong on the way, and whether an answer was right.
import type { Fault, PersonRecord, PersonSeed } from '../simulator';
import { personId, type Said } from './contract';
import type { Mishap } from './processes/simulator';

/** Headcount, e-mail, permission: business refusals that no repeating helps. */
const REFUSALS = [1161063, 1161034, 1161035, 1161097, 1161118, 1161120];

/** Withdrawn people whom nothing keeps from being restored. */
export function welcomePeople(count: number): PersonSeed[] {
	return Array.from({ length: count }, (_, index) => ({
		preHireId: personId(index),
		preferredName: `Person ${index}`,
	}));
}

/** The same, but three in ten are refused for good. */
export function mixedPeople(count: number): PersonSeed[] {
	return welcomePeople(count).map((person, index) => {
		const refuse = REFUSALS[Math.floor(index / 10) % REFUSALS.length] ?? 1161063;
		return index % 10 < 3 ? { ...person, refuse } : person;
	});
}

/** Each strikes once, and passes. */
const FAULTS: ReadonlyArray<{ often: number; fault: Fault }> = [
	{ often: 10, fault: { kind: 'cut', applied: true } },
	{ often: 10, fault: { kind: 'cut', applied: false } },
	{ often: 10, fault: { kind: 'html', status: 502, applied: false } },
	{ often: 10, fault: { kind: 'refuse', code: 1161116 } },
	{ often: 2, fault: { kind: 'tooMany', code: 99991400, resetSeconds: 1 } },
];

/** A rough day: 42 in 1,000 people, none of them among those who are refused anyway. */
export function roughDay(count: number): Mishap[] {
	const faults = FAULTS.flatMap(({ often, fault }) =>
		Array.from({ length: Math.max(1, Math.round((often * count) / 1_000)) }, () => fault),
	);
	const distance = Math.floor(count / 10 / faults.length) * 10;
	return faults.map((fault, index) => ({ preHireId: personId(index * distance + 5), fault }));
}

/** Definite and true: said to be restored and is, or the code of the refusal that stands. */
export function isDefinite(said: Said | undefined, person: PersonRecord | undefined): boolean {
	if (said === 'restored') return person?.onboardingStatus === 'preboarding';
	return person?.onboardingStatus === 'withdrawn' && said === person.refuse;
}

/** The output contradicts what Feishu holds: worse than no answer. */
export function isWrong(said: Said | undefined, person: PersonRecord | undefined): boolean {
	const restored = person?.onboardingStatus === 'preboarding';
	return said === 'restored' ? !restored : restored;
}

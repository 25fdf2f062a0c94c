// Who is to be restored or created, whom Feishu will refuse, and what goes wrong on the way.
import type { IDataObject } from 'n8n-workflow';

import { inventedCandidate, type Fault, type PersonRecord, type PersonSeed } from '../simulator';
import type { Faults } from './processes/simulator';
import type { Said } from './processes/contender';

/** Withdrawn people whom nothing keeps from being restored. */
export function withdrawn(count: number): PersonSeed[] {
	return Array.from({ length: count }, (_, index) => ({
		preHireId: `75${String(index).padStart(16, '0')}`,
		preferredName: `Person ${index}`,
	}));
}

/** The same, but three in ten are refused for good: two for want of headcount, one for an e-mail address. */
export function threeInTenRefused(count: number): PersonSeed[] {
	const codes = [1161063, 1161063, 1161034];
	return withdrawn(count).map((person, index) => {
		const refuse = codes[index % 10];
		return refuse === undefined ? person : { ...person, refuse };
	});
}

/** People to be created, as items of the node before. */
export function candidates(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, number) => {
		const { basic_info, offer_info, out_biz_id: external_id } = inventedCandidate(number);
		const phone = basic_info.phone_number as string;
		return { ...(offer_info as IDataObject), name: `Candidate ${number}`, phone, external_id };
	});
}

/** A share of the keys meets a fault, each fault in turn; none of those who are refused anyway. */
export function faultsFor(keys: string[], share: number, faults: readonly Fault[]): Faults {
	const struck = Array.from(
		{ length: Math.round(keys.length * share) },
		(_, n) => keys[Math.floor(n / share / 10) * 10 + 5] ?? '',
	);
	return struck.map((key, n) => [key, faults[n % faults.length]!]);
}

/** Definite and true: said to be restored and is, or the code of the refusal that stands. */
export function isTrueAnswer({ done, code }: Said, person: PersonRecord): boolean {
	if (done !== undefined) return person.onboardingStatus === 'preboarding';
	return person.onboardingStatus === 'withdrawn' && code === person.refuse;
}

/** The output says the contrary of what Feishu holds: worse than no answer. */
export function isWrong({ done }: Said, person: PersonRecord): boolean {
	return (done !== undefined) !== (person.onboardingStatus === 'preboarding');
}

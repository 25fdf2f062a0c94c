/** The demo's people: some who can come back, and one for each kind of failure that hits one person alone. */
import type { IDataObject } from 'n8n-workflow';

import type { Category } from '../../nodes/FeishuCoreHr/feishu/core/failure';
import { ABSENT_PRE_HIRE_ID, type FeishuSimulator, type PersonSeed } from '../../simulator';

/** One of those who are coming back. */
export interface Candidate {
	/** What an ATS webhook would send. */
	item: IDataObject & { candidate: string; pre_hire_id: string | number };
	/** How the item is to end. */
	expected: 'restored' | Category;
}

/** Arranges the simulator's faults and returns the candidates. */
export function inviteCandidates(feishu: FeishuSimulator): Candidate[] {
	const ordinary = feishu
		.people()
		.filter(
			({ refuse, onboardingStatus }) => refuse === undefined && onboardingStatus === 'withdrawn',
		);
	const refusedBy = (code: number) => feishu.people().filter(({ refuse }) => refuse === code);
	const waiting = feishu
		.people()
		.filter(({ onboardingStatus }) => onboardingStatus === 'preboarding');
	const [proxy, cut, silent, unaccepted, ...restorable] = ordinary;
	if (!proxy || !cut || !silent || !unaccepted) throw new Error('Too few invented people');

	feishu.faultFor(proxy.preHireId, { kind: 'html', applied: false }, Infinity);
	feishu.faultFor(cut.preHireId, { kind: 'cut', applied: false }, Infinity);
	feishu.faultFor(silent.preHireId, { kind: 'successFalse', applied: false }, Infinity);
	feishu.faultFor(unaccepted.preHireId, { kind: 'unauthorized', code: 99991663 }, Infinity);
	feishu.faultFor(NEVER_SEEN, { kind: 'cut', applied: false }, Infinity);

	return [
		...invite(restorable.slice(0, 4), 'restored'),
		...invite(refusedBy(1161063), 'headcount'),
		...invite(refusedBy(1161036), 'work_email'),
		...invite(refusedBy(1161097), 'permission'),
		...invite(waiting.slice(0, 1), 'wrong_stage'),
		...invite(refusedBy(1161116), 'conflict'),
		...invite([proxy], 'service'),
		...invite([cut], 'network'),
		...invite([silent], 'unknown'),
		...invite([unaccepted], 'authentication'),
		inviteUnknown('Nobody Knows', ABSENT_PRE_HIRE_ID, 'not_found'),
		inviteUnknown('Lost Answer', NEVER_SEEN, 'unknown_outcome'),
		inviteUnknown('Lost Digits', Number('7345005664477775407'), 'invalid_input'),
	];
}

function invite(people: readonly PersonSeed[], expected: Candidate['expected']): Candidate[] {
	return people.map(({ preferredName, preHireId }) => ({
		item: { candidate: preferredName, pre_hire_id: preHireId },
		expected,
	}));
}

/** Somebody whom Feishu does not know by that ID. */
function inviteUnknown(name: string, preHireId: string | number, expected: Category): Candidate {
	return { item: { candidate: name, pre_hire_id: preHireId }, expected };
}

/** A person whose answers get lost and whom search does not show. */
const NEVER_SEEN = '7345005664488888888';

/** The demo's people: some who can come back, and one for every category of failure. */
import type { IDataObject } from 'n8n-workflow';

import { ABSENT_PRE_HIRE_ID, type FeishuSimulator } from '../simulator';

/** What an ATS webhook would send, and the category with which each candidate is expected to end. */
export interface Candidate extends IDataObject {
	candidate: string;
	pre_hire_id: string | number;
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
	const [monthly, proxy, cut, silent, disabled, ...restorable] = ordinary;
	if (!monthly || !proxy || !cut || !silent || !disabled)
		throw new Error('Too few invented people');

	feishu.faultFor(monthly.preHireId, { kind: 'refuse', code: 99991403 }, Infinity);
	feishu.faultFor(proxy.preHireId, { kind: 'html', applied: false }, Infinity);
	feishu.faultFor(cut.preHireId, { kind: 'cut', applied: false }, Infinity);
	feishu.faultFor(silent.preHireId, { kind: 'successFalse', applied: false }, Infinity);
	feishu.faultFor(disabled.preHireId, { kind: 'refuse', code: 99991662 }, Infinity);
	feishu.faultFor(NEVER_SEEN, { kind: 'cut', applied: false }, Infinity);

	const people = [
		...restorable.slice(0, 4),
		...refusedBy(1161063),
		...refusedBy(1161036),
		...refusedBy(1161097),
		...waiting.slice(0, 1),
		...refusedBy(1161116),
		monthly,
		proxy,
		cut,
		silent,
		disabled,
	];
	return [
		...people.map(({ preferredName, preHireId }) => ({
			candidate: preferredName,
			pre_hire_id: preHireId,
		})),
		{ candidate: 'Nobody Knows', pre_hire_id: ABSENT_PRE_HIRE_ID },
		{ candidate: 'Lost Answer', pre_hire_id: NEVER_SEEN },
		{ candidate: 'Lost Digits', pre_hire_id: Number('7345005664477775407') },
	];
}

/** A person whose answers get lost and whom search does not show. */
const NEVER_SEEN = '7345005664488888888';

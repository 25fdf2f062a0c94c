/** The one person that a call is about, and the stages in which they may be met. */
import type { Subject } from '../call/write';
import type { OnboardingStatus } from './searchPreHires';

/** The stages that a change may meet. */
export interface StagesOfChange {
	/** Where people stand who can be changed. */
	from: readonly OnboardingStatus[];
	/** Where the change leads. */
	to: readonly OnboardingStatus[];
}

/** One person, by ID. */
export function preHireSubject(preHireId: string, tenant?: string): Subject {
	return { key: preHireId, facts: { pre_hire_id: preHireId }, tenant };
}

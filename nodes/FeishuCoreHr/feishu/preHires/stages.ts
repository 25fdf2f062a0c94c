/** Onboarding stages as the states of a write about one person. */
import type { CodeTable } from '../answers/codeTable';
import type { States } from '../call/write';
import { timing } from '../core/timing';
import { WRONG_STAGE_CODE } from './codes/common';
import type { StagesOfChange } from './person';
import { SEARCH_SCOPES } from './searchPreHires';
import { lookUpStage } from './stageLookup';

/** What differs between the writes that move a person from one stage to another. */
export interface StageWords {
	codes: CodeTable;
	/** Codes beside 1161129 that somebody in another stage may be refused with. Default: none. */
	furtherRefusals?: readonly number[];
	whenLate: string;
}

export function stagesAsStates(
	{ from, to }: StagesOfChange,
	{ codes, furtherRefusals = [], whenLate }: StageWords,
): States {
	return {
		ask: async (caller, { key }, doubt) => await lookUpStage(caller, key, doubt),
		after: new Set(to),
		before: new Set(from),
		refusals: new Set([WRONG_STAGE_CODE, ...furtherRefusals]),
		elsewhere: codes.get(WRONG_STAGE_CODE),
		witness: 'search',
		lagMs: () => timing.searchLagMs,
		scope: SEARCH_SCOPES[0],
		whenLate,
	};
}

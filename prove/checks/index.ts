// All checks, in the order in which they run.
import type { Check } from '../check';
import { headers } from './headers';
import { languages } from './languages';
import { roundTrip } from './restore';
import { filters, pages } from './search';
import { tokens, wrongSecret } from './token';
import { window } from './window';

export interface Wanted {
	/** The person whom the tester names for a withdrawal and a restore. */
	restore?: string;
	window: boolean;
}

/** Reads only, unless somebody is named. */
export function checksFor({ restore, window: withWindow }: Wanted): Check[] {
	return [
		tokens,
		wrongSecret,
		pages,
		filters,
		languages,
		...(withWindow ? [window] : []),
		...(restore === undefined ? [] : [roundTrip(restore)]),
		headers,
	];
}

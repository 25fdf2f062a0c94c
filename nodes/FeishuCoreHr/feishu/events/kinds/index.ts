/** All kinds of events, and which of them an event is. */
import { objectIn, type Json } from '../json';
import type { Envelope } from '../envelope';
import { HIRE_KINDS } from './hire';
import type { EventKind } from './kind';
import { ONBOARDING_KINDS } from './onboarding';
import { STORE_APP_KINDS } from './storeApp';

export type { EventKind } from './kind';
export { ONBOARDING_STATUSES } from './onboarding';

export const EVENT_KINDS: readonly EventKind[] = [
	...ONBOARDING_KINDS,
	...HIRE_KINDS,
	...STORE_APP_KINDS,
];

export interface Classified {
	/** Names of the kinds that the event is; empty for an event that no entry names. */
	kinds: string[];
	/** What the event says; undefined where it has a form that its kind does not know, and is then taken for every kind of its name. */
	facts: Json | undefined;
}

export function classify({ eventType, event }: Envelope): Classified {
	const [first, ...others] = EVENT_KINDS.filter((kind) => kind.eventType === eventType);
	if (first === undefined) return { kinds: [], facts: objectIn(event) };
	const facts = (first.readFacts ?? objectIn)(event);
	return {
		kinds: [first, ...others]
			.filter(({ isIn }) => facts === undefined || (isIn?.(facts) ?? true))
			.map(({ name }) => name),
		facts,
	};
}

/** A kind of event that builders choose by name. A new one is one entry in a list of this folder. */
import type { Json } from '../json';

export interface EventKind {
	/** Our name: workflows store it, and items carry it as `event`. */
	name: string;
	/** On screen. */
	title: string;
	/** When it comes, for the list in the editor and for the docs. */
	description: string;
	/** Feishu's name. Two kinds may share one. */
	eventType: string;
	/** The app needs any one of these; none where Feishu asks for none. */
	scopes: readonly string[];
	/** Feishu sends it to these apps only. */
	appTypes: ReadonlyArray<'custom' | 'store'>;
	/** The facts of a simplified item. Default: Feishu's own fields. Undefined: the event has a form that is not known. */
	readFacts?(event: unknown): Json | undefined;
	/** Where kinds share an event: whether these facts are of this kind. */
	isIn?(facts: Json): boolean;
}

export const BOTH_APP_TYPES: EventKind['appTypes'] = ['custom', 'store'];

// All facts about Feishu that the code rests on: `npm run prove` measures some, docs/facts.md lists all.
import { CHANGE_FACTS } from './changes';
import { EVENT_FACTS } from './events';
import type { Fact, Facts } from './fact';
import { ANSWER_FACTS, LIMIT_FACTS } from './limits';
import { APP_FACTS, LIST_FACTS } from './lists';
import { SEARCH_FACTS } from './search';
import { TOKEN_FACTS } from './tokens';

export const SUBJECTS = {
	Tokens: TOKEN_FACTS,
	Limits: LIMIT_FACTS,
	Answers: ANSWER_FACTS,
	Search: SEARCH_FACTS,
	Changes: CHANGE_FACTS,
	'Pick lists': LIST_FACTS,
	'The app itself': APP_FACTS,
	Events: EVENT_FACTS,
} as const satisfies Record<string, Facts>;

type Subjects = typeof SUBJECTS;

/** The name of a fact, under which reports give it. */
export type FactId = { [Subject in keyof Subjects]: keyof Subjects[Subject] }[keyof Subjects];

export const FACTS = Object.assign({}, ...Object.values(SUBJECTS)) as Readonly<
	Record<FactId, Fact>
>;

/** The one place that keeps a hint from naming a fact that its item does not have. */
import type { Failure } from './failure';

/** Words of hints that send the reader to a fact of the item, and what stands there in its absence. */
const WORDS: ReadonlyArray<{ fact: keyof Failure; naming: string; otherwise: string }> = [
	{
		fact: 'log_id',
		naming: 'give the log_id to Feishu support',
		otherwise: 'ask Feishu support',
	},
	{
		fact: 'fix_url',
		naming: 'Open fix_url',
		otherwise: 'Open Permissions & Scopes of the app in Feishu’s developer console',
	},
	{
		fact: 'missing_scopes',
		naming: 'one of the scopes in missing_scopes',
		otherwise: 'the scope that this call needs',
	},
];

/** The hint, with other words for the facts that do not stand beside it. */
export function fitHint(failure: Pick<Failure, 'hint'> & Partial<Failure>): string {
	return WORDS.reduce(
		(hint, { fact, naming, otherwise }) =>
			failure[fact] === undefined ? hint.replaceAll(naming, otherwise) : hint,
		failure.hint,
	);
}

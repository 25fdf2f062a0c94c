/** The one place that keeps a hint from naming a fact that its reader does not have. */
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

/** Ends of hints that speak to somebody who has run a workflow. */
const RUN_AGAIN = /\brun (?:this item |the failed items )?again\b/gi;

/** Sentences about options of a run: a list has none. */
const ABOUT_OPTIONS = /[^.]*(?:Options > |Requests per Minute)[^.]*\.\s*/g;

/** The hint for somebody who looks at a list in the editor: there is no item beside it, and nothing was run. */
export function hintAtList({ hint, log_id: logId }: Failure): string {
	const known = logId === undefined ? {} : { log_id: logId };
	const fitted = fitHint({ hint, ...known })
		.replace(ABOUT_OPTIONS, '')
		.trim()
		.replace(RUN_AGAIN, (found) =>
			found.startsWith('R') ? 'Open the list again' : 'open the list again',
		);
	const words = fitted === '' ? 'Open the list again later.' : fitted;
	return logId !== undefined && words.includes('log_id') ? `${words}\nlog_id: ${logId}` : words;
}

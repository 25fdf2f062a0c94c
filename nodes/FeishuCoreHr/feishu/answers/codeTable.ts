/** The shape of the error-code tables. A code's meaning belongs to its endpoint: 1161001 differs between calls. */
import type { Category, Failure } from '../core/failure';
import type { FeishuBody } from '../http/reply';

export interface CodeEntry {
	/** What happened: the start of the error message. */
	title: string;
	category: Category;
	/** What to do next. */
	hint: string;
	/** Set only where it differs from what the category says. */
	retryable?: boolean;
	/** True where the rest of the run would get the same answer from the same API, whoever it is about. */
	holdsForRun?: true;
	/** Reads what a refusal with this code carries in its body. */
	readDetails?: DetailsReader;
}

/** Facts beside the code and its words. Everything returned is masked: `secrets` must not be in it. */
export type DetailsReader = (
	body: FeishuBody,
	secrets: readonly string[],
	/** Who called; undefined where there is nobody to make a link for. */
	app: App | undefined,
) => Details;

/** The app that called, and at which host. */
export interface App {
	/** Scheme and host, no trailing slash. */
	baseUrl: string;
	appId: string;
}

export interface Details extends Pick<Failure, 'stage' | 'missing_scopes' | 'fix_url'> {
	/** Says more exactly what happened: stands in the place of the entry's title. */
	title?: string;
	/** A sentence behind the entry's hint. */
	furtherHint?: string;
}

/** What a failure means that has no code of Feishu's: it carries a name of our own. */
export interface NamedEntry extends CodeEntry {
	/** Upper case. */
	code: string;
}

/** Feishu's error codes of one endpoint. */
export type CodeTable = ReadonlyMap<number, CodeEntry>;

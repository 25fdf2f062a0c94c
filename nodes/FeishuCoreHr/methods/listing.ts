/** What all lists of the editor have in common: who calls, how an entry reads, and how a failure is told in place of the list. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { Caller } from '../feishu/caller/caller';
import { readIdentity } from '../feishu/caller/session';
import type { Result } from '../feishu/core/failure';
import { hintAtList } from '../feishu/core/hint';
import type { List, ListEntry } from '../feishu/lists/list';
import { searchList, type FoundEntries } from '../feishu/lists/searchList';
import { listError } from '../n8n/failureOutput';
import { createSession, readCredential } from '../n8n/session';

/** A person waits at the screen: few retries, a short timeout. */
const LIST_OPTIONS = { maxRetries: 1, requestsPerMinute: undefined, timeoutMs: 15_000 };

export async function callerOf(context: ILoadOptionsFunctions, noun: string): Promise<Caller> {
	const session = createSession(context, LIST_OPTIONS);
	const identity = await readIdentity(async () => await readCredential(context));
	return { session, identity: unwrap(context, identity, { noun }) };
}

export async function showList(
	context: ILoadOptionsFunctions,
	list: List,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<INodeListSearchResult> {
	const caller = await callerOf(context, list.noun);
	const text = filter?.trim() ?? '';
	const token = pageToken === '' ? undefined : pageToken;
	const found = unwrap(context, await searchList(caller, list, text, token), list);
	return {
		results: [...describeAll(found.entries), ...sayBound(found, list.noun)],
		...(found.nextPageToken !== undefined && { paginationToken: found.nextPageToken }),
	};
}

/** `Sales · 销售部 · needs a job · D-SALES`: n8n cuts off what is long. Where two read alike, the ID tells them apart. */
function describeAll(entries: readonly ListEntry[]): INodeListSearchItems[] {
	const labels = entries.map(({ names, code, notes = [] }) =>
		[...names, ...notes, ...(code === undefined ? [] : [code])].join(' · '),
	);
	const times = new Map<string, number>();
	for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
	return entries.map(({ id }, index) => {
		const label = labels[index] ?? '';
		const isAlone = label !== '' && times.get(label) === 1;
		return { name: isAlone ? label : [label, id].filter(Boolean).join(' · '), value: id };
	});
}

/** The last line of a list that could not be looked at whole. It stands for no entry. */
function sayBound({ lookedAt }: FoundEntries, noun: string): INodeListSearchItems[] {
	if (lookedAt === undefined) return [];
	const name = `Only the first ${lookedAt} ${noun} were looked at: type more of the name, or choose By ID`;
	return [{ name, value: '' }];
}

/** What stands behind a list, for messages about it. */
interface Listed {
	noun: string;
	scope?: string;
	/** Where to go on without the scope. */
	without?: string;
}

/**
 * The editor shows the error's message in place of the list and what to do below it, in a box of some eight lines that
 * scrolls. A missing scope fits in with its link only if the message says it all.
 */
export function unwrap<T>(
	context: ILoadOptionsFunctions,
	result: Result<T>,
	{ noun, scope, without = 'Choose By ID' }: Listed,
): T {
	if (result.ok) return result.value;
	const { failure } = result;
	const missing = failure.missing_scopes ?? [];
	const named = scope !== undefined && missing.includes(scope) ? scope : missing[0];
	const node = context.getNode();
	if (named === undefined) throw listError(node, failure, hintAtList(failure));
	const link = failure.fix_url === undefined ? '' : `: ${failure.fix_url}`;
	const message = `To list ${noun}, the app needs the scope ${named} in Feishu’s developer console. ${without}, or apply for it and publish a version${link}`;
	throw listError(node, { ...failure, message });
}

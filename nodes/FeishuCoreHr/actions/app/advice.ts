/** What Check Access advises: sentences that say what is so, then what to do. */
import type { Findings } from '../../feishu/application/findings';
import type { Account } from '../../feishu/caller/account';
import type { Failure, Result } from '../../feishu/core/failure';
import { fitHint } from '../../feishu/core/hint';

type Refused = Findings & { kind: 'refused' };

type Answered = Findings & { kind: 'answered' };

/** Nothing works, so there is one thing to say. */
export function adviseOnRefusal({ by, failure }: Refused, { baseUrl }: Account): string[] {
	const advice = [sentences(failure)];
	if (by === 'token' && failure.category === 'authentication') {
		advice.push(
			`${new URL(baseUrl).host} was asked. It knows only its own apps: an app of Lark is unknown to Feishu, and one of Feishu is unknown to Lark.`,
		);
	}
	return advice;
}

/** What the answers say about scopes, in words that the sentences need. */
export interface ScopeFacts {
	appType: Account['appType'];
	/** Missing, and never asked for. */
	absent: readonly string[];
	/** Missing, and asked for. */
	pending: readonly string[];
	mayNotSearch: boolean;
	/** Names of operations that no store app may use, where this is one. */
	customOnly: readonly string[];
}

export function adviseOnAnswers({ scopes, seesSomebody }: Answered, facts: ScopeFacts): string[] {
	const { absent, pending, mayNotSearch, customOnly } = facts;
	const advice: string[] = [];
	if (!scopes.ok) {
		advice.push(
			`Feishu did not list the scopes of the app, so of some operations it is not known whether they are allowed. ${sentences(scopes.failure)}`,
		);
	}
	if (absent.length > 0) {
		advice.push(
			`The app lacks ${list(absent)}. Open fix_url, apply for what is ticked there, then publish a version of the app and have it approved.`,
		);
	}
	if (pending.length > 0) {
		advice.push(
			`The app has asked for ${list(pending)}, and that is not in force. Publish a version of the app and have it approved: until then such a scope opens nothing.`,
		);
	}
	if (mayNotSearch) {
		advice.push(
			'Without a search scope, From List, By ATS Application ID and Succeed If Active do not work, and nobody can look up what became of a person whose answer was lost.',
		);
	}
	if (customOnly.length > 0) {
		advice.push(
			`This is a store app, and Feishu serves ${list(customOnly)} to custom apps only. Use the credential of a custom app for that.`,
		);
	}
	advice.push(adviseOnRange(seesSomebody, facts));
	return advice;
}

/** Where the data range of pre-hires is set. */
const RANGE =
	'Permissions & Scopes > data permissions (数据权限) > Feishu People (飞书人事) > pre-hires (待入职人员)';

/** Feishu's code for a search outside the data range, or with a filter that lacks its scope. */
const OUT_OF_RANGE = 1160103;

function adviseOnRange(
	seesSomebody: Result<boolean>,
	{ appType, mayNotSearch }: ScopeFacts,
): string {
	if (seesSomebody.ok && seesSomebody.value) {
		return 'The app sees somebody. No call tells how wide its data range is: a person who is not found may still be outside of it.';
	}
	if (seesSomebody.ok) {
		return appType === 'store'
			? 'Search shows nobody. Either there is no pre-hire in this tenant, or the app may see none: Feishu documents data ranges for custom apps only, so what a store app sees is not known.'
			: `Search shows nobody, and that proves nothing: there may be no pre-hire in this tenant, or the app’s data range may be empty, as it is at first. In the developer console open ${RANGE}, give the app its range and publish a version.`;
	}
	if (mayNotSearch) {
		return 'Whether the app sees pre-hires could not be tried, because it may not search.';
	}
	const { failure } = seesSomebody;
	if (failure.code === OUT_OF_RANGE) {
		return `${failure.message}. In the developer console open ${RANGE} and give the app its range first; if it has one, look at its scopes.`;
	}
	const words =
		failure.feishu_message === undefined ? '' : ` Feishu’s words: ${failure.feishu_message}.`;
	return `Whether the app sees pre-hires could not be tried. ${sentences(failure)}${words} If Feishu says that a tenant is not found, Feishu People (飞书人事, enterprise edition) is not activated there.`;
}

function sentences(failure: Failure): string {
	return `${failure.message}. ${fitHint({ hint: failure.hint })}`;
}

function list(names: readonly string[]): string {
	return names.join(', ');
}

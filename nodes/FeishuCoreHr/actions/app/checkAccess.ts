/** Puts what was found out about an app into the item that Check Access returns. */
import type { IDataObject } from 'n8n-workflow';

import {
	accessTo,
	fixUrl,
	isPending,
	type Access,
	type KnownScopes,
	type TriedCall,
} from '../../feishu/application/access';
import { findOut, type Findings } from '../../feishu/application/findings';
import type { Account } from '../../feishu/caller/account';
import type { Caller } from '../../feishu/caller/caller';
import { succeed, type Result } from '../../feishu/core/failure';
import { SEARCH_SCOPES, searchPreHires } from '../../feishu/preHires/searchPreHires';
import type { Operation } from '../operation';
import { adviseOnAnswers, adviseOnRefusal } from './advice';

export async function checkAccess(
	caller: Caller,
	checked: readonly Operation[],
): Promise<Result<IDataObject>> {
	const findings = await findOut(caller, seesSomebody);
	if (!findings.ok) return findings;
	return succeed(report(caller, checked, findings.value));
}

/** No stage and no field: everybody in range, and of one person no more than the ID. */
async function seesSomebody(caller: Caller): Promise<Result<boolean>> {
	const page = await searchPreHires(caller, { filters: {}, pageSize: 1, pageToken: undefined });
	return page.ok ? succeed(page.value.people.length > 0) : page;
}

type Answered = Findings & { kind: 'answered' };

/** Advice comes first and the long list last: n8n's panel shows the beginning. */
function report(
	{ identity: { account, credential } }: Caller,
	checked: readonly Operation[],
	findings: Findings,
): IDataObject {
	const app = { app_id: account.appId, environment: credential.environment ?? 'feishu' };
	return findings.kind === 'refused'
		? { ...app, ...reportRefusal(findings, account, checked) }
		: { ...app, token: 'ok', ...reportAnswers(findings, account, checked) };
}

function reportRefusal(
	findings: Findings & { kind: 'refused' },
	account: Account,
	checked: readonly Operation[],
): IDataObject {
	const { by, failure } = findings;
	// A token endpoint that could not be reached says nothing about the app.
	const isDefinite = by === 'gateway' || failure.category === 'authentication';
	const access = isDefinite ? { allowed: false } : {};
	return {
		token: by === 'token' ? failure.message : 'ok',
		advice: adviseOnRefusal(findings, account),
		pre_hires_visible: 'unknown',
		operations: Object.fromEntries(checked.map(({ value }) => [value, access])),
	};
}

function reportAnswers(
	findings: Answered,
	account: Account,
	checked: readonly Operation[],
): IDataObject {
	const known = knownScopes(findings);
	const isForThisApp = ({ customAppsOnly }: Operation) =>
		customAppsOnly !== true || account.appType === 'custom';
	const accesses = checked.map((operation) => ({
		operation,
		access: isForThisApp(operation) ? accessTo(operation.scopes, known) : NOT_FOR_THIS_APP,
	}));
	const missing = [...new Set(accesses.flatMap(({ access }) => access.missing))];
	const link = fixUrl(missing, account);
	const sees = findings.seesSomebody;
	return {
		advice: adviseOnAnswers(findings, {
			appType: account.appType,
			absent: missing.filter((scope) => !isPending(scope, known)),
			pending: missing.filter((scope) => isPending(scope, known)),
			mayNotSearch: known.tried.answer === 'scopeMissing',
			customOnly: checked.filter((operation) => !isForThisApp(operation)).map(({ name }) => name),
		}),
		...(link !== undefined && { fix_url: link }),
		pre_hires_visible: sees.ok && sees.value ? 'yes' : 'unknown',
		operations: Object.fromEntries(
			accesses.map(({ operation, access }) => [operation.value, describe(access)]),
		),
	};
}

/** No scope helps. */
const NOT_FOR_THIS_APP: Access = { allowed: false, missing: [] };

/** Feishu's gateway names the scopes that a call lacks. */
const SCOPE_MISSING = 99991672;

function knownScopes({ scopes, seesSomebody: sees }: Answered): KnownScopes {
	const refused = !sees.ok && sees.failure.code === SCOPE_MISSING;
	const answer: TriedCall['answer'] = sees.ok ? 'allowed' : refused ? 'scopeMissing' : 'unknown';
	return { asked: scopes.ok ? scopes.value : undefined, tried: { scopes: SEARCH_SCOPES, answer } };
}

/** What is not known is left out. */
function describe({ allowed, missing }: Access): IDataObject {
	return allowed === undefined ? {} : { allowed, missing_scopes: missing };
}

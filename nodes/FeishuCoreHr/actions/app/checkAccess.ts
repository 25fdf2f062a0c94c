/** Puts what was found out about an app into the item that Check Access returns. */
import type { IDataObject } from 'n8n-workflow';

import {
	accessTo,
	isPending,
	type Access,
	type KnownScopes,
	type TriedCall,
} from '../../feishu/application/access';
import { applicationLink } from '../../feishu/answers/missingScopes';
import type { Caller } from '../../feishu/caller/caller';
import { succeed, type Result } from '../../feishu/core/failure';
import { SEARCH_SCOPES } from '../../feishu/preHires/searchPreHires';
import type { Operation } from '../operation';
import { adviseOnAnswers, adviseOnRefusal } from './advice';
import { findOut, type Findings } from './findings';

export async function checkAccess(
	caller: Caller,
	checked: readonly Operation[],
): Promise<Result<IDataObject>> {
	const findings = await findOut(caller);
	if (!findings.ok) return findings;
	return succeed(report(caller, checked, findings.value));
}

type Answered = Findings & { kind: 'answered' };

function report(
	{ identity: { account, credential } }: Caller,
	checked: readonly Operation[],
	findings: Findings,
): IDataObject {
	const app = {
		app_id: account.appId,
		environment: credential.environment ?? 'feishu',
	};
	if (findings.kind === 'refused') {
		const { by, failure } = findings;
		const isDefinite = by === 'gateway' || failure.category === 'authentication';
		return {
			...app,
			token: by === 'token' ? failure.message : 'ok',
			operations: Object.fromEntries(
				checked.map(({ value }) => [value, isDefinite ? { allowed: false } : {}]),
			),
			pre_hires_visible: 'unknown',
			advice: adviseOnRefusal(findings, account),
		};
	}
	const { asked, tried } = knownScopes(findings);
	const accesses = checked.map((operation) => ({
		operation,
		access: accessTo(operation.scopes, { asked, tried }),
		isForThisApp: operation.customAppsOnly !== true || account.appType === 'custom',
	}));
	const missing = [
		...new Set(
			accesses.flatMap(({ access, isForThisApp }) => (isForThisApp ? access.missing : [])),
		),
	];
	const sees = findings.seesSomebody;
	return {
		...app,
		token: 'ok',
		operations: Object.fromEntries(
			accesses.map(({ operation: { value }, access, isForThisApp }) => [
				value,
				isForThisApp ? describe(access) : { allowed: false },
			]),
		),
		...(missing.length > 0 && { fix_url: applicationLink(missing, account) }),
		pre_hires_visible: sees.ok && sees.value ? 'yes' : 'unknown',
		advice: adviseOnAnswers(findings, {
			appType: account.appType,
			absent: missing.filter((scope) => !isPending(scope, { asked, tried })),
			pending: missing.filter((scope) => isPending(scope, { asked, tried })),
			mayNotSearch: tried.answer === 'scopeMissing',
			customOnly: accesses.flatMap(({ operation: { name }, isForThisApp }) =>
				isForThisApp ? [] : [name],
			),
		}),
	};
}

/** Feishu's gateway names the scopes that a call lacks. */
const SCOPE_MISSING = 99991672;

function knownScopes({ scopes, seesSomebody }: Answered): KnownScopes {
	const refused = !seesSomebody.ok && seesSomebody.failure.code === SCOPE_MISSING;
	const answer: TriedCall['answer'] = seesSomebody.ok
		? 'allowed'
		: refused
			? 'scopeMissing'
			: 'unknown';
	return { asked: scopes.ok ? scopes.value : undefined, tried: { scopes: SEARCH_SCOPES, answer } };
}

/** What is not known is left out. */
function describe({ allowed, missing }: Access): IDataObject {
	return allowed === undefined ? {} : { allowed, missing_scopes: missing };
}

/** Who calls Feishu: one app, in one tenant, at one host. */
import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { resolveBaseUrl } from './baseUrl';
import { refuseInput, succeed, type Result } from '../core/failure';

/** The name of the credential type. */
export const CREDENTIAL_TYPE = 'feishuCoreHrApi';

export interface Account {
	/** Scheme and host, no trailing slash. */
	baseUrl: string;
	/** `custom`: built for one tenant. `store`: serves many tenants, each named by its key. */
	appType: 'custom' | 'store';
	appId: string;
	appSecret: string;
	/** Empty for a custom app. */
	tenantKey: string;
	/** Empty for a custom app. Feishu pushes a new one every hour. */
	appTicket: string;
	/** Tells whose a token is: a hash of host, app, secret and tenant. Never leaves the process but inside the encrypted credential. */
	owner: string;
	/** Tells with what a token is asked for: the owner and, for a store app, a hash of its ticket. Stays in the process. */
	exchangeKey: string;
}

/** The fields that say who calls. */
const FIELDS = [
	'environment',
	'customBaseUrl',
	'appType',
	'appId',
	'appSecret',
	'tenantKey',
	'appTicket',
] as const;

/** Most runs read the same account for every item, twice: parsing and hashing it once is enough. */
let latest: { fields: string; account: Result<Account> } | undefined;

/** The credential's fields, as n8n hands them over, checked. */
export function readAccount(credential: ICredentialDataDecryptedObject): Result<Account> {
	const fields = JSON.stringify(FIELDS.map((name) => credential[name]));
	if (latest?.fields !== fields) latest = { fields, account: checkAccount(credential) };
	return latest.account;
}

function checkAccount(credential: ICredentialDataDecryptedObject): Result<Account> {
	const baseUrl = resolveBaseUrl(credential.environment ?? 'feishu', credential.customBaseUrl);
	if (!baseUrl.ok) return baseUrl;
	const appType = credential.appType === 'store' ? 'store' : 'custom';
	const appId = readText(credential.appId);
	const appSecret = readText(credential.appSecret);
	if (appId === '') return missing('App ID', 'Copy it from the developer console');
	if (appSecret === '') return missing('App Secret', 'Copy it from the developer console');
	const tenantKey = appType === 'store' ? readText(credential.tenantKey) : '';
	const appTicket = appType === 'store' ? readText(credential.appTicket) : '';
	if (appType === 'store' && tenantKey === '') {
		return missing('Tenant Key', 'A store app needs the key of the tenant that it works in');
	}
	if (appType === 'store' && appTicket === '') {
		return missing(
			'App Ticket',
			'Feishu sends it to the callback address of a store app every hour',
		);
	}
	const owner = hash([baseUrl.value, appType, appId, appSecret, tenantKey]);
	return succeed({
		baseUrl: baseUrl.value,
		appType,
		appId,
		appSecret,
		tenantKey,
		appTicket,
		owner,
		exchangeKey: appType === 'store' ? hash([owner, appTicket]) : owner,
	});
}

function hash(parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Everything of an account that no reader may see, tokens apart. */
export function secretsOf(account: Account): string[] {
	return [account.appSecret, account.appTicket].filter((secret) => secret !== '');
}

function readText(value: unknown): string {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' ? value.trim() : '';
}

function missing(field: string, advice: string): Result<Account> {
	return refuseInput(
		'INCOMPLETE_CREDENTIAL',
		`${field} is empty in the Feishu CoreHR credential`,
		`${advice}, enter it in the credential and run again.`,
	);
}

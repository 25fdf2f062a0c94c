/** Codes of Feishu's gateway, which answers before any business logic runs, whatever the endpoint. */
import type { CodeEntry, CodeTable } from './codeTable';
import { readFieldViolations } from './fieldViolations';
import { readMissingScopes } from './missingScopes';

const TOKEN_REFUSED: CodeEntry = {
	title: 'Feishu does not accept the access token',
	category: 'authentication',
	hint: 'A fresh token did not help. Check in the developer console that the app is enabled and published, test the credential, then run again.',
};

export const GATEWAY_CODES: CodeTable = new Map<number, CodeEntry>([
	[99991661, TOKEN_REFUSED],
	[99991663, TOKEN_REFUSED],
	[99991664, TOKEN_REFUSED],
	[99991665, TOKEN_REFUSED],
	[99991668, TOKEN_REFUSED],
	[99991671, TOKEN_REFUSED],
	[
		99991662,
		{
			title: 'The Feishu app is disabled',
			category: 'authentication',
			holdsForRun: true,
			hint: 'Ask an administrator to enable the app in the Feishu admin console, then run again.',
		},
	],
	[
		99991673,
		{
			title: 'The Feishu app cannot be used in this tenant',
			category: 'authentication',
			holdsForRun: true,
			hint: 'Check that the app is published and installed in this tenant, then run again.',
		},
	],
	[
		99991672,
		{
			title: 'The app lacks a scope',
			category: 'permission',
			holdsForRun: true,
			hint: 'Open fix_url, apply for one of the scopes in missing_scopes, publish a new app version, then run again.',
			readDetails: readMissingScopes,
		},
	],
	[
		99992402,
		{
			title: 'Feishu does not accept a field of the request',
			category: 'invalid_input',
			hint: 'Correct the value of that field, then run again.',
			readDetails: readFieldViolations,
		},
	],
	[
		99991401,
		{
			title: 'The address of this n8n is not on the app’s allow list',
			category: 'permission',
			holdsForRun: true,
			hint: 'Add the outgoing IP address of n8n under Security settings > IP allow list in the developer console, then run again.',
		},
	],
	[
		99991400,
		{
			title: 'Feishu’s rate limit is reached',
			category: 'rate_limit',
			hint: 'Lower Requests per Minute if other programs use the same app, then run the failed items again.',
		},
	],
	[
		99991403,
		{
			title: 'The tenant’s monthly API quota is used up',
			category: 'rate_limit',
			holdsForRun: true,
			retryable: false,
			hint: 'Waiting a few minutes does not help. Buy more calls in the Feishu admin console or wait for the next month, then run again.',
		},
	],
]);

/** Codes that a fresh token may cure. The gateway refused before anything was done, so sending again is safe. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([
	99991661, 99991663, 99991664, 99991665, 99991668, 99991671,
]);

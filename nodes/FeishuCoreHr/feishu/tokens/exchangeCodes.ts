/** Codes of the token endpoints. Which one Feishu picks for a wrong secret or an unknown app is not reliable. */
import type { CodeEntry, CodeTable } from '../answers/codeTable';

const APP_REFUSED: CodeEntry = {
	title: 'Feishu refuses the App ID or App Secret',
	category: 'authentication',
	hint: 'Copy App ID and App Secret afresh from the developer console (Credentials & Basic Info), check that the Environment is the one the app lives in and that the app is enabled, then test the credential.',
};

export const TOKEN_EXCHANGE_CODES: CodeTable = new Map<number, CodeEntry>([
	[10003, APP_REFUSED],
	[10014, APP_REFUSED],
	[10015, APP_REFUSED],
	[20002, APP_REFUSED],
	[
		10012,
		{
			title: 'Feishu refuses the App Ticket',
			category: 'authentication',
			hint: 'A store app’s ticket changes every hour. Fill in the newest one that Feishu sent to the callback address, then run again.',
		},
	],
]);

/** Any other code with which a token endpoint refuses. */
export const TOKEN_REFUSED_OTHERWISE: CodeEntry = {
	title: 'Feishu refuses to issue an access token',
	category: 'authentication',
	hint: 'Check App ID, App Secret, App Type and, for a store app, Tenant Key and App Ticket in the credential, then test it.',
};

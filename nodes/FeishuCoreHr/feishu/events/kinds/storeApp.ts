/** Events about a store app itself. They come in the old envelope, need no scope, and custom apps never get them. */
import type { EventKind } from './kind';

const STORE = { scopes: [], appTypes: ['store'] } as const;

export const STORE_APP_KINDS: readonly EventKind[] = [
	{
		name: 'appTicketReceived',
		title: 'App Ticket Received (Store App)',
		description:
			'Feishu sent the ticket that a store app needs for its tokens, every hour. The item holds the ticket.',
		eventType: 'app_ticket',
		...STORE,
	},
	{
		name: 'appInstalled',
		title: 'App Installed (Store App)',
		description: 'A company installed the app for the first time',
		eventType: 'app_open',
		...STORE,
	},
	{
		name: 'appStatusChanged',
		title: 'App Status Changed (Store App)',
		description: 'A company or Feishu enabled or disabled the app',
		eventType: 'app_status_change',
		...STORE,
	},
	{
		name: 'appUninstalled',
		title: 'App Uninstalled (Store App)',
		description: 'A company uninstalled the app, or was dissolved',
		eventType: 'app_uninstalled',
		...STORE,
	},
];

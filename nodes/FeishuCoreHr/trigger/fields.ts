/** What a builder sets in the trigger. The list of events is made from the table of kinds. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { EVENT_KINDS, ONBOARDING_STATUSES } from '../feishu/events/kinds';

/** Chosen in place of a kind: everything that Feishu sends. */
export const ANY_EVENT = 'any';

/** n8n leaves links and lists in a notice and drops every other tag. */
const SETUP_NOTICE = [
	'Set it up in this order: <ul>',
	'<li>1. In the <a href="https://open.feishu.cn/app" target="_blank">developer console</a> open your app > Events & Callbacks > Encryption Strategy and copy Encrypt Key and Verification Token into the credential.</li>',
	'<li>2. Publish this workflow.</li>',
	'<li>3. Enter the production URL from “Webhook URLs” above as the request URL in Event Configuration. Feishu tests it at once.</li>',
	'<li>4. Add the events there, apply for their scopes, and publish a version of the app.</li>',
	'</ul> One app has one address: use one trigger for all its events and a Switch behind it.',
].join('');

const kindOptions: INodePropertyOptions[] = [
	{
		name: 'Any Event',
		value: ANY_EVENT,
		description:
			'Everything that the app is subscribed to, also events that this list does not name',
	},
	...EVENT_KINDS.map(({ title, name, description }) => ({
		name: title,
		value: name,
		description,
	})),
];
kindOptions.sort((a, b) => a.name.localeCompare(b.name));

export const triggerFields: INodeProperties[] = [
	{
		displayName: SETUP_NOTICE,
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: kindOptions,
		default: ['onboardingStatusChanged'],
	},
	{
		displayName: 'Onboarding Statuses',
		name: 'onboardingStatuses',
		type: 'multiOptions',
		noDataExpression: true,
		displayOptions: { show: { events: ['onboardingStatusChanged'] } },
		options: ONBOARDING_STATUSES.map(({ title, value, description }) => ({
			name: title,
			value,
			description,
		})),
		default: [],
		description:
			'Only changes to one of these start the workflow. Empty: every change. Changes of tasks are not concerned.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		description: 'More events to listen to, and what to do when Feishu sends one again',
		options: [
			{
				displayName: 'Ignore Repeats',
				name: 'ignoreRepeats',
				type: 'boolean',
				noDataExpression: true,
				default: true,
				description:
					'Whether an event that Feishu sends again within 24 hours is answered but not run. One n8n process remembers; with several, put Remove Duplicates on event_id behind the trigger.',
			},
			{
				displayName: 'Other Event Types',
				name: 'otherEventTypes',
				type: 'string',
				default: '',
				placeholder: 'e.g. corehr.offboarding.status_updated_v2',
				description:
					'Names of more events as Feishu writes them, separated by commas. Their items have "other" as event.',
			},
		],
	},
];

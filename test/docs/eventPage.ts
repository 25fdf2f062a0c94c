/** Writes docs/events.md: every kind of event with what it needs, and an item of each that can be pasted and pinned. */
import type { IDataObject } from 'n8n-workflow';

import {
	EVENT_KINDS,
	ONBOARDING_STATUSES,
	type EventKind,
} from '../../nodes/FeishuCoreHr/feishu/events/kinds';
import { writeOut } from './sampleBlocks';
import type { Samples } from './samples';
import { table } from './table';

export const EVENT_PAGE = 'docs/events.md';

export function writeEventPage(samples: Samples): string {
	return (
		[
			INTRODUCTION,
			table(
				['Trigger On', '`event`', 'Feishu’s name', 'Scopes, any of them', 'Apps'],
				EVENT_KINDS.map(row),
			),
			ABOUT_ITEMS,
			table(
				['`onboarding_status`', 'Meaning'],
				ONBOARDING_STATUSES.map(({ value, description }) => [`\`${value}\``, description]),
			),
			SAMPLES,
			...EVENT_KINDS.map((kind) => section(kind, samples.get(kind.name) ?? {})),
			UNKNOWN,
		].join('\n\n') + '\n'
	);
}

const INTRODUCTION = `# Events

What the **Feishu CoreHR Trigger** can start on. Written by \`npm run docs\` from the table in \`nodes/FeishuCoreHr/feishu/events/kinds\`. How to set the trigger up: [Feishu CoreHR Trigger](operations/trigger.md).`;

const ABOUT_ITEMS = `Any other event of the app starts the workflow with **Any Event**, or by its name in **Options > Other Event Types**; its \`event\` is then \`other\`.

Every item begins with \`event_id\`, \`event\`, \`event_type\` (Feishu’s name), \`created_at\` (ISO 8601, UTC), \`tenant_key\` and \`app_id\`; Feishu’s own fields follow. A field of Feishu’s that has one of these names stands in \`data\`. An event that has another form than Feishu documents is passed on whole, as \`data\`. What Feishu leaves out is left out. Without **Simplify** the item is Feishu’s body; the Verification Token is in neither.

One change can be both: a flow that moves together with its tasks is one event. It starts the workflow once, as \`onboardingStatusChanged\` where that is chosen and the status is one of **Onboarding Statuses**, else as \`onboardingTaskChanged\`. \`onboarding_status\` is there only if the flow itself moved. \`flow_name\` is the Chinese name of the flow, else the English one.

No event carries names, e-mail addresses or dates: read the person with **Get Many**, filter **Pre-Hire IDs**, after a wait of some 5 seconds, because search lags. Feishu promises no order: never count on which event comes first.`;

const SAMPLES = `## Samples

A Feishu app has one request URL, so listening for a test event in the editor gets nothing while the production URL stands there. Pin a sample instead: open the trigger, **Edit Output** (the pencil over its output), paste, save. The items below are what the trigger returns for the events of the simulator.`;

const UNKNOWN = `## What is not known

Nothing here was measured against a live tenant. Feishu’s pages do not say:

- whether a restore sends the event, and with which status (most likely \`in_progress\`); whether deleting by API, becoming day one, or a pre-hire from Feishu Hire sends one;
- whether events obey the app’s data scope;
- how long an event takes, and whether a repeat is signed anew (this trigger has no limit of age);
- how long an app ticket is valid;
- what will replace \`corehr.pre_hire.updated_v1\`, which newer SDKs call not recommended;
- whether these events exist on Lark;
- whether \`hire.ehr_import_task.imported_v1\` comes where Feishu People itself is the e-HR.`;

function row({ title, name, eventType, scopes, appTypes }: EventKind): string[] {
	return [
		title,
		`\`${name}\``,
		`\`${eventType}\``,
		scopes.length === 0 ? 'none' : scopes.map((scope) => `\`${scope}\``).join(', '),
		appTypes.length === 2 ? 'custom, store' : (appTypes[0] ?? ''),
	];
}

function section({ title, name, description }: EventKind, sample: IDataObject): string {
	const sentence = description.endsWith('.') ? description : `${description}.`;
	return `### ${title}\n\n${sentence}\n\n<!-- sample: ${name} -->\n\n\`\`\`json\n${writeOut(sample)}\n\`\`\``;
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the example files, never runs inside n8n */
/** The workflows of `examples/`, as their files have them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './folders';
import type { WorkflowContent } from './workflows';

/** Every file of `examples/`; a test compares the two. */
export const EXAMPLES = [
	'ats-webhook',
	'ats-hired',
	'offer-declined',
	'nightly',
	'first-day',
	'headcount-approval',
	'onboarding-watch',
	'hire-import',
	'store-app-ticket',
	'ai-agent',
	'ai-agent-n8n-1',
] as const;

/** An example, after the changes that its notes ask a builder for. */
export function example(
	name: (typeof EXAMPLES)[number],
	change: (text: string) => string = (text) => text,
): WorkflowContent {
	const text = readFileSync(join(REPOSITORY, 'examples', `${name}.json`), 'utf8');
	return JSON.parse(change(text)) as WorkflowContent;
}

/** Which events this trigger's settings ask for, and under which name one goes out. */
import type { IWebhookFunctions } from 'n8n-workflow';

import type { Envelope } from '../feishu/events/envelope';
import type { Classified } from '../feishu/events/kinds';
import { ANY_EVENT } from './fields';

export interface TriggerSettings {
	events: ReadonlySet<string>;
	/** Empty: every status. */
	onboardingStatuses: ReadonlySet<string>;
	/** Feishu's names. */
	otherEventTypes: ReadonlySet<string>;
	simplify: boolean;
	ignoreRepeats: boolean;
}

/** Throws where n8n cannot evaluate an expression. */
export function readSettings(context: IWebhookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	return {
		events: texts(context.getNodeParameter('events', [])),
		onboardingStatuses: texts(context.getNodeParameter('onboardingStatuses', [])),
		otherEventTypes: texts(options.otherEventTypes),
		simplify: context.getNodeParameter('simplify', true) !== false,
		ignoreRepeats: options.ignoreRepeats !== false,
	};
}

/** The name of an event that no kind names. */
export const OTHER_EVENT = 'other';

/** The name under which the event starts the workflow, or undefined where it is not wanted. */
export function wantedName(
	{ eventType }: Envelope,
	{ kinds, facts }: Classified,
	settings: TriggerSettings,
): string | undefined {
	const chosen = kinds.find(
		(kind) => settings.events.has(kind) && isStatusWanted(kind, facts?.onboarding_status, settings),
	);
	if (chosen !== undefined) return chosen;
	const isNamed = eventType !== undefined && settings.otherEventTypes.has(eventType);
	return isNamed || settings.events.has(ANY_EVENT) ? (kinds[0] ?? OTHER_EVENT) : undefined;
}

/** An event whose status cannot be read is wanted: better one too many than one lost. */
function isStatusWanted(kind: string, status: unknown, settings: TriggerSettings): boolean {
	const { onboardingStatuses } = settings;
	if (kind !== 'onboardingStatusChanged' || typeof status !== 'string') return true;
	return onboardingStatuses.size === 0 || onboardingStatuses.has(status);
}

/** A list, or a text with commas. */
function texts(value: unknown): ReadonlySet<string> {
	const entries: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(/[,，\n]/);
	return new Set(entries.map((entry) => String(entry).trim()).filter((entry) => entry !== ''));
}

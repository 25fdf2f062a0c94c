/** What the trigger returns for each kind of event: Feishu's event is pushed by the simulator, the item is the real trigger's. */
import type { IDataObject } from 'n8n-workflow';

import { CUSTOM_APP, startSimulator, STORE_APP, type FeishuSimulator } from '../../simulator';
import { serveTrigger } from '../harness/triggerServer';
import { EVENT_KINDS } from '../../nodes/FeishuCoreHr/feishu/events/kinds';
import { flowChange } from '../../simulator/events';
import { eventsCredential, triggerNode } from './sources';

/** The day of Feishu's examples. */
const CREATED_AT = 1_796_000_000_123;

/** The task kind shares its event with the status kind: here only a task moved. */
const ONLY_A_TASK = flowChange('7345005664477775407', undefined, [
	{ task_code: '2', after_status: 'completed' },
]);

/** Lists of one item, as n8n pins them, by the kind's name. */
export async function takeEventSamples(): Promise<Map<string, IDataObject[]>> {
	const feishu = await startSimulator({ people: [] });
	try {
		const samples = new Map<string, IDataObject[]>();
		for (const [index] of EVENT_KINDS.entries()) {
			samples.set(EVENT_KINDS[index]?.name ?? '', await takeOne(feishu, index));
		}
		return samples;
	} finally {
		await feishu.stop();
	}
}

async function takeOne(feishu: FeishuSimulator, index: number): Promise<IDataObject[]> {
	const kind = EVENT_KINDS[index];
	if (kind === undefined) return [];
	const { appId } = kind.appTypes.includes('custom') ? CUSTOM_APP : STORE_APP;
	const { events } = feishu;
	const trigger = await serveTrigger(
		{ node: triggerNode, credential: eventsCredential },
		{
			parameters: { events: [kind.name] },
			keys: { ...events.keysOf(appId), appId },
		},
	);
	try {
		await events.register(appId, trigger.url);
		await events.push({
			type: kind.eventType,
			appId,
			createdAt: CREATED_AT,
			eventId: String(index + 1).padStart(32, '9f0c2d5be7a14c0f8a6d3b1e5c7f9a02'),
			...(kind.name === 'onboardingTaskChanged' && { event: ONLY_A_TASK }),
		}).settled;
		return trigger.items.splice(0);
	} finally {
		await trigger.stop();
	}
}

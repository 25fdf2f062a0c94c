/** The trigger from its sources, behind n8n's webhook server. */
import { FeishuCoreHrEventsApi } from '../../credentials/FeishuCoreHrEventsApi.credentials';
import { FeishuCoreHrTrigger } from '../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node';
import { serveTrigger, type TriggerServer, type TriggerStart } from './triggerServer';

export type { TriggerServer } from './triggerServer';

/** Starts to listen; the test stops it. */
export async function startTrigger(options: TriggerStart): Promise<TriggerServer> {
	const tested = { node: new FeishuCoreHrTrigger(), credential: new FeishuCoreHrEventsApi() };
	return await serveTrigger(tested, options);
}

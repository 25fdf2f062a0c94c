/** The three workflows that `npm run n8n` brings along: one answers an ATS, one runs on a schedule, one hears Feishu. */
import {
	codeNode,
	connect,
	endNode,
	feishuNode,
	manualTrigger,
	respondNode,
	restoreNode,
	triggerNode,
	webhookNode,
} from './nodes';
import type { WorkflowContent, WorkflowNode } from './workflows';

/** POST {"pre_hire_id": "…"} → 200 with the restored person, or 422 with what to do. */
export function webhookWorkflow(path: string): WorkflowContent {
	return {
		name: 'ATS webhook: restore and answer',
		nodes: [
			webhookNode(path),
			restoreNode('={{ $json.body.pre_hire_id }}'),
			respondNode('Restored', 200, '={{ $json }}'),
			respondNode('Refused', 422, '={{ { error: $json.error } }}'),
		],
		connections: connect({ Webhook: ['Restore'], Restore: ['Restored', 'Refused'] }),
	};
}

/** Every morning, and whenever started: everybody withdrawn is found, restored, and summed up. */
export function scheduledWorkflow(): WorkflowContent {
	return {
		name: 'Every morning: restore all withdrawn',
		nodes: [
			manualTrigger(),
			everyMorning(),
			feishuNode('Get Withdrawn', {
				operation: 'getMany',
				returnAll: true,
				filters: { onboardingStatus: 'withdrawn' },
			}),
			restoreNode('={{ $json.pre_hire_id }}', {}, { onError: 'continueRegularOutput' }),
			codeNode('Summary', SUMMARY),
		],
		connections: connect({
			Start: ['Get Withdrawn'],
			'Every Morning': ['Get Withdrawn'],
			'Get Withdrawn': ['Restore'],
			Restore: ['Summary'],
		}),
	};
}

/** Whatever the simulated Feishu reports is an execution to look at. */
export function listeningWorkflow(path: string): WorkflowContent {
	return {
		name: 'Hear Feishu: whatever happens',
		nodes: [triggerNode(path, { events: ['any'] }), endNode('What Feishu said')],
		connections: connect({ Feishu: ['What Feishu said'] }),
	};
}

const SUMMARY = `const all = $input.all().map(({ json }) => json);
const refused = all.filter(({ error }) => error);
const reasons = {};
for (const { error } of refused) reasons[error.category] = (reasons[error.category] ?? 0) + 1;
return [{ json: { asked: all.length, restored: all.length - refused.length, refused: refused.length, reasons } }];`;

function everyMorning(): WorkflowNode {
	return {
		name: 'Every Morning',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: { rule: { interval: [{ field: 'days', triggerAtHour: 8 }] } },
		position: [0, 200],
	};
}

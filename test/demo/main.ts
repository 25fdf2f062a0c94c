/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals -- a program of its own */
/** `npm run demo`: people from an ATS, restored by the built node in n8n's own engine against the simulator. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CredentialStore } from '../harness/credentialStore';
import { loadBuild, loadTrigger } from '../harness/dist';
import { runNode, type NodeResult } from '../harness/engine';
import { CUSTOM_APP, startSimulator, type FeishuSimulator } from '../../simulator';
import { serveTrigger } from '../harness/triggerServer';
import { inviteCandidates, type Candidate } from './candidates';

async function main(): Promise<void> {
	const feishu = await startSimulator();
	console.log(`A Feishu of our own runs at ${feishu.url}. No traffic leaves this machine.`);
	try {
		const candidates = inviteCandidates(feishu);
		const { result, heard } = await listenTo(
			feishu,
			async () => await restoreAll(feishu, candidates),
		);
		report(feishu, result);
		reportHeard(heard);
		check(candidates, result, heard);
	} finally {
		await feishu.stop();
	}
}

async function restoreAll(
	feishu: FeishuSimulator,
	candidates: readonly Candidate[],
): Promise<NodeResult> {
	const built = loadBuild();
	const items = candidates.map(({ item }) => item);
	console.log(
		`An ATS reports ${items.length} candidates who are coming back. n8n restores them …\n`,
	);
	return await runNode(built, {
		items,
		credentials: new CredentialStore(built.credential, {
			environment: 'custom',
			customBaseUrl: feishu.url,
			appType: 'custom',
			appId: CUSTOM_APP.appId,
			appSecret: CUSTOM_APP.appSecret,
		}),
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'preHire',
			operation: 'restore',
			preHireId: { __rl: true, mode: 'id', value: '={{ $json.pre_hire_id }}' },
			confirmWorkforce: false,
			options: { includeInputFields: true, maxRetries: 1 },
		},
	});
}

/** Feishu reports to the trigger what happens meanwhile; a forger tries as well. */
async function listenTo(
	feishu: FeishuSimulator,
	work: () => Promise<NodeResult>,
): Promise<{ result: NodeResult; heard: IDataObject[] }> {
	const { events } = feishu;
	const { appId } = CUSTOM_APP;
	const trigger = await serveTrigger(loadTrigger(), {
		keys: { ...events.keysOf(appId), appId },
		parameters: { events: ['onboardingStatusChanged'] },
	});
	try {
		await events.register(appId, trigger.url);
		const result = await work();
		const forged = await fetch(trigger.url, { method: 'POST', body: '{"event_id":"forged"}' });
		console.log(`A forged event: ${forged.status} ${await forged.text()}`);
		await events.idle();
		return { result, heard: trigger.items };
	} finally {
		await trigger.stop();
	}
}

function reportHeard(heard: readonly IDataObject[]): void {
	console.log(
		`Feishu reported ${heard.length} changes, and the trigger started a workflow for each`,
	);
	console.table(
		heard.map(({ event, pre_hire_id, onboarding_status }) => ({
			event,
			pre_hire_id,
			onboarding_status,
		})),
	);
}

function report(feishu: FeishuSimulator, result: NodeResult): void {
	const { success, error, hints, durationMs } = result;
	console.log(`Restored: the success branch received ${success.length} items`);
	console.table(success.map(describeSuccess));
	console.log(`Not restored: the error branch received ${error.length} items`);
	console.table(error.map(describeFailure));
	for (const { message } of hints) console.log(`Over the output n8n shows: ${message}`);
	const restores = feishu.callsTo('restore').length;
	const exchanges = feishu.callsTo('tenantToken').length;
	console.log(
		`Feishu saw ${restores} restore calls and ${exchanges} token exchange. ${durationMs} ms.`,
	);
}

function describeSuccess({ json }: INodeExecutionData): IDataObject {
	const { candidate, pre_hire_id, outcome, log_id } = json;
	return { candidate, pre_hire_id, outcome, log_id };
}

function describeFailure({ json }: INodeExecutionData): IDataObject {
	const { category, message, retryable, attempts } = json.error as IDataObject;
	return { candidate: json.candidate, category, message, retryable, attempts };
}

/** A demo that went otherwise than it was arranged ends with an error. */
function check(
	candidates: readonly Candidate[],
	{ success, error }: NodeResult,
	heard: readonly IDataObject[],
): void {
	const restored = candidates.filter(({ expected }) => expected === 'restored').length;
	if (heard.length !== restored) {
		console.error(`Feishu was to report ${restored} changes, and ${heard.length} were heard.`);
		process.exitCode = 1;
	}
	const ends = new Map<unknown, unknown>([
		...success.map(({ json }) => [json.candidate, json.outcome] as const),
		...error.map(({ json }) => [json.candidate, (json.error as IDataObject).category] as const),
	]);
	for (const { item, expected } of candidates) {
		const end = ends.get(item.candidate);
		if (end === expected) continue;
		console.error(`${item.candidate} was to end as ${expected}, and ended as ${String(end)}.`);
		process.exitCode = 1;
	}
}

void main();

// Runs one node in n8n-core's real engine, quietly: n8n's own default does not write debug lines.
import { runNode, type NodeResult, type NodeRun, type Package } from '../../test/harness/engine';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy, type ICredentialType, type INodeExecutionData } from 'n8n-workflow';

import { CredentialStore } from '../../test/harness/credentialStore';
import type { Said, Task } from '../contract';
import { held } from '../processes/held';

const silent = () => undefined;
const logger = { error: silent, warn: silent, info: silent, debug: silent, scoped: () => logger };
LoggerProxy.init(logger);
Container.set(Logger, logger as unknown as Logger);

export async function runInN8n(
	tested: Package,
	task: Task,
	run: Omit<NodeRun, 'items' | 'credentials' | 'onError'>,
): Promise<NodeResult> {
	const items = task.people.map((id) => ({ id }));
	const result = await runNode(tested, {
		...run,
		items,
		credentials: credentialOf(tested.credential, task),
		onError: 'continueErrorOutput',
	});
	if (result.thrown !== undefined) throw result.thrown;
	held.items = [items.map((json) => ({ json })), result.success, result.error];
	return result;
}

function credentialOf(type: ICredentialType, task: Task): CredentialStore {
	return new CredentialStore(type, {
		environment: 'custom',
		customBaseUrl: task.url,
		appType: 'custom',
		appId: task.appId,
		appSecret: task.appSecret,
	});
}

/** Puts what both outputs say back into the order of the people. */
export function inOrder(
	task: Task,
	result: NodeResult,
	read: (item: INodeExecutionData, failed: boolean) => Said,
): Said[] {
	const said: Said[] = task.people.map(() => 'nothing');
	const place = (item: INodeExecutionData, failed: boolean) => {
		const { pairedItem } = item;
		if (typeof pairedItem !== 'object' || Array.isArray(pairedItem)) return;
		said[pairedItem.item] = read(item, failed);
	};
	for (const item of result.success) place(item, false);
	for (const item of result.error) place(item, true);
	return said;
}

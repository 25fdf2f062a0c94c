// Runs one node in n8n-core's real engine, quietly: n8n's own default does not write debug lines.
import { runNode, type NodeRun, type Package } from '../../test/harness/engine';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy, type INodeExecutionData } from 'n8n-workflow';

import { CUSTOM_APP } from '../../simulator';
import { CredentialStore } from '../../test/harness/credentialStore';
import type { Said, Task } from '../processes/contender';

const silent = () => undefined;
const logger = { error: silent, warn: silent, info: silent, debug: silent, scoped: () => logger };
LoggerProxy.init(logger);
Container.set(Logger, logger as unknown as Logger);

/** What both outputs say, in the order of the items. */
export async function runInN8n(
	tested: Package,
	{ url, items }: Task,
	parameters: NodeRun['parameters'],
	read: (output: INodeExecutionData) => Said,
): Promise<Said[]> {
	const { success, error, thrown } = await runNode(tested, {
		items,
		parameters,
		credentials: new CredentialStore(tested.credential, {
			environment: 'custom',
			customBaseUrl: url,
			appType: 'custom',
			appId: CUSTOM_APP.appId,
			appSecret: CUSTOM_APP.appSecret,
		}),
		onError: 'continueErrorOutput',
	});
	if (thrown !== undefined) throw thrown;
	const said: Said[] = items.map(() => ({}));
	for (const output of [...success, ...error]) {
		const { pairedItem } = output;
		if (typeof pairedItem === 'object' && 'item' in pairedItem) {
			said[pairedItem.item] = read(output);
		}
	}
	return said;
}

import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { FeishuCoreHr } from '../../nodes/FeishuCoreHr/FeishuCoreHr.node';
import { CredentialStore } from '../harness/credentialStore';
import { runNode } from '../harness/engine';
import { CUSTOM_APP, startSimulator } from '../simulator';

it('runs', async () => {
	const sim = await startSimulator();
	const tested = { node: new FeishuCoreHr(), credential: new FeishuCoreHrApi() };
	const credentials = new CredentialStore(tested.credential, {
		environment: 'custom',
		customBaseUrl: sim.url,
		appId: CUSTOM_APP.appId,
		appSecret: CUSTOM_APP.appSecret,
	});
	const result = await runNode(tested, {
		items: sim.people().slice(0, 15).map((p) => ({ id: p.preHireId, note: 'x' })),
		parameters: { resource: 'preHire', operation: 'restore', preHireId: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, confirmWorkforce: false, options: {} },
		credentials,
		onError: 'continueErrorOutput',
	});
	console.info(JSON.stringify(result.success.slice(0,3)), JSON.stringify(result.error, null, 1).slice(0,3000), result.thrown, result.hints, result.logs, result.durationMs, credentials.writes, credentials.stored);
	await sim.stop();
});

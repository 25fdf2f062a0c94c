// The simulated Feishu in a process of its own; tells its address to whoever started it and ends with them.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import { HOME_TENANT, startSimulator, type AppSeed, type QuotaOptions } from '../../simulator';
import { APP_SECRET, appIdOf, APPS, type Order, type SimulatorSettings } from './simulatorSettings';

async function main(): Promise<void> {
	const { quota, latencyMs } = JSON.parse(process.argv[2] ?? '{}') as SimulatorSettings;
	const simulator = await startSimulator({
		people: [],
		apps: Array.from({ length: APPS }, (_, index) => app(index)),
		latencyMs,
		quota: quotaOf(quota),
	});
	process.on('message', ({ revokeAt }: Order) => {
		simulator.faultPlan(({ api, nth }) => {
			if (api === 'restore' && nth === revokeAt) simulator.revokeTokens();
			return undefined;
		});
		process.send?.('done');
	});
	process.once('disconnect', () => process.exit());
	process.send?.({ url: simulator.url });
}

function quotaOf(quota: SimulatorSettings['quota']): QuotaOptions {
	if (quota === 'none') return { limit: Number.MAX_SAFE_INTEGER, windowMs: 1 };
	return quota === '100 per minute' ? { limit: 100, windowMs: 60_000 } : quota;
}

/** Every run is an app of its own: it begins without a token and with its whole quota. */
function app(index: number): AppSeed {
	return {
		appId: appIdOf(index),
		appSecret: APP_SECRET,
		kind: 'custom',
		tenants: [HOME_TENANT],
	};
}

void main();

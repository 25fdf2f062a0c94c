// The simulator alone: `npm run simulator -- --port 9477` starts it and prints what it offers.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- the simulator is a server of its own and never runs inside n8n */
import { parseArgs } from 'node:util';
import { CUSTOM_APP, startSimulator, STORE_APP, type SimulatorOptions } from './index';
import { welcome } from './welcome';

const USAGE = `Options with a number:
  --port N             port on 127.0.0.1 (default 9477; 0 = any free one)
  --search-lag MS      search sees a change after this long (default 0)
  --query-lag MS       query sees a change after this long (default 0)
  --departments N      at least so many invented departments (default 14)
  --latency MS         every business call takes this long (default 0)
  --token-lifetime S   seconds a new token lives (default 7200)
  --quota N            calls accepted per minute (default: what each call's page says)
and without a value:
  --empty              nobody at the start
  --tls                speaks TLS with a self-signed test certificate`;

function optionsFrom(args: string[]): SimulatorOptions {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args,
		options: {
			port: { ...text, default: '9477' },
			'search-lag': { ...text, default: '0' },
			latency: { ...text, default: '0' },
			'token-lifetime': { ...text, default: '7200' },
			'query-lag': { ...text, default: '0' },
			departments: { ...text, default: '0' },
			quota: text,
			empty: { type: 'boolean', default: false },
			tls: { type: 'boolean', default: false },
		},
	});
	return {
		port: whole('port', values.port),
		...(values.empty ? { people: [] } : {}),
		tls: values.tls,
		searchLagMs: whole('search-lag', values['search-lag']),
		latencyMs: whole('latency', values.latency),
		tokenLifetimeSeconds: whole('token-lifetime', values['token-lifetime']),
		queryLagMs: whole('query-lag', values['query-lag']),
		departments: whole('departments', values.departments),
		...(values.quota === undefined
			? {}
			: { quota: { limit: whole('quota', values.quota), windowMs: 60_000 } }),
	};
}

function whole(name: string, value: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${name} must be a whole number`);
	return Number(value);
}

async function main(): Promise<void> {
	const simulator = await startSimulator(optionsFrom(process.argv.slice(2)));
	const end = () => {
		simulator.stop().catch((error: unknown) => console.error(error));
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
	console.log(welcome(simulator, [CUSTOM_APP, STORE_APP]));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(USAGE);
	process.exitCode = 1;
});

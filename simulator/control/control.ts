// The control endpoints under /_simulator, for curl and for tests in another process.
import { APIS } from '../server/api';
import { ORDERS } from './controlOrders';
import { FAULT_FIELDS } from '../faults/faultFields';
import type { ArrivedRequest } from '../server/record';
import { jsonReply, type Reply } from '../server/replies';
import type { FeishuSimulator } from '../feishuSimulator';
import type { TenantWorld } from '../tenantWorld';

/** Where the control endpoints live. */
export const CONTROL_PATH = '/_simulator';

/** What the endpoints look at and act on. */
export interface Control {
	simulator: FeishuSimulator;
	world: TenantWorld;
}

/** Answers a control request: 200 and JSON, or 400 or 404 with `{error}`. */
export function answerControl(request: ArrivedRequest, control: Control): Reply {
	const name = request.url.pathname.slice(CONTROL_PATH.length + 1);
	if (request.method === 'GET') return look(name, control);
	const order = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
	if (request.method !== 'POST' || !order) return unknown(request);
	try {
		const body: unknown = request.text === '' ? {} : JSON.parse(request.text);
		order.carryOut(control.simulator, body, control.world.apps.home().appId);
		return jsonReply({ ok: true });
	} catch (error) {
		return jsonReply({ error: error instanceof Error ? error.message : String(error) }, 400);
	}
}

/** What the simulator offers, as `GET /_simulator` tells. */
export function describe({ simulator, world }: Control): Record<string, unknown> {
	return {
		address: simulator.url,
		apps: world.apps.all(),
		quota: world.quota.override ?? 'what the page of each call says',
		tokenLifetimeSeconds: world.tokens.lifetimeSeconds,
		searchLagMs: world.searchLagMs,
		searchPaging: world.searchPaging,
		queryLagMs: world.queryLagMs,
		openQuestions: world.openQuestions,
		latencyMs: world.latencyMs,
		inFlight: simulator.inFlight,
		maxInFlight: simulator.maxInFlight,
		apis: APIS,
		faults: FAULT_FIELDS,
		look: ['', '/calls', '/people', '/lists', '/events'].map(
			(path) => `GET ${CONTROL_PATH}${path}`,
		),
		orders: Object.fromEntries(
			Object.entries(ORDERS).map(([name, { example }]) => [
				`POST ${CONTROL_PATH}/${name}`,
				example,
			]),
		),
	};
}

function look(name: string, control: Control): Reply {
	const { simulator, world } = control;
	switch (name) {
		case '':
			return jsonReply(describe(control));
		case 'calls':
			return jsonReply({ calls: simulator.calls });
		case 'lists':
			return jsonReply({ ...simulator.organisation() });
		case 'events':
			return jsonReply({ deliveries: world.events.deliveries });
		case 'people':
			return jsonReply({
				people: world.apps.all().flatMap(({ tenants }) => tenants.flatMap(simulator.people)),
			});
		default:
			return jsonReply({ error: `Nothing at ${CONTROL_PATH}/${name}` }, 404);
	}
}

function unknown({ method, url }: ArrivedRequest): Reply {
	return jsonReply({ error: `Nothing at ${method} ${url.pathname}` }, 404);
}

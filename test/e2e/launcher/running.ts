/** An n8n that runs already: who is let in, whether it has this package, and nothing left behind in it. */
import { signInAs, type N8nApi } from './api';
import { pause } from './commands';
import { NODE_TYPE, TRIGGER_TYPE } from './nodes';
import { PACKAGE } from './packing';
import type { RunningTarget } from './target';

/** A signed-in session in somebody else's n8n. */
export interface Visit {
	readonly version: string;
	/** Notes every workflow and credential that it creates. */
	readonly api: N8nApi;
	/** Removes what was created, with its executions. */
	leave(): Promise<void>;
}

/** Signs in and makes sure that this package is installed there; says in a sentence what is missing. */
export async function visit({ url, owner }: RunningTarget): Promise<Visit> {
	const api = await signInAs(url, owner).catch((error: unknown) => {
		throw new Error(`Nobody is let in at N8N_URL ${url} with N8N_OWNER_EMAIL: ${reasonOf(error)}`);
	});
	const { versionCli: version } = await api.get<{ versionCli: string }>('/settings');
	const types = await nodeTypesAt(url, api);
	const missing = [NODE_TYPE, TRIGGER_TYPE].filter((type) => !types.includes(type));
	if (missing.length > 0) {
		throw new Error(
			`n8n ${version} at ${url} does not know ${missing.join(' and ')}: install ${PACKAGE} there first (npm pack here, npm install of the tarball in ~/.n8n/nodes there, N8N_UNVERIFIED_PACKAGES_ENABLED=true, restart).`,
		);
	}
	const made: Array<{ path: string; id: string }> = [];
	return {
		version,
		api: {
			...api,
			post: async <T>(path: string, body: unknown) => {
				const reply = await api.post<T>(path, body);
				const { id } = (reply ?? {}) as { id?: string };
				if (MADE_AT.has(path) && id !== undefined) made.push({ path, id });
				return reply;
			},
		},
		leave: async () => {
			for (const { path, id } of made.splice(0).reverse()) await remove(api, path, id);
		},
	};
}

const REMOVED_WITHIN_MS = 60_000;

const MADE_AT: ReadonlySet<string> = new Set(['/workflows', '/credentials']);

/** n8n deletes only what is archived, and answers 409 until it has switched off what was on. */
async function remove(api: N8nApi, path: string, id: string): Promise<void> {
	if (path === '/workflows') await api.post(`${path}/${id}/archive`, {});
	const deadline = Date.now() + REMOVED_WITHIN_MS;
	for (;;) {
		const removing = api.delete(`${path}/${id}`);
		const [outcome] = await Promise.allSettled([removing]);
		const isBusy =
			outcome.status === 'rejected' && String(outcome.reason).includes(' answered 409: ');
		if (!isBusy || Date.now() > deadline) {
			await removing;
			return;
		}
		await pause(300);
	}
}

/** Node says in the cause why nobody was reached. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? error.cause.message : error.message;
}

async function nodeTypesAt(url: string, { cookie }: N8nApi): Promise<string[]> {
	const reply = await fetch(`${url}/types/nodes.json`, { headers: { cookie } });
	return ((await reply.json()) as Array<{ name: string }>).map(({ name }) => name);
}

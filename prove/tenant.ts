// A tenant as the checks see it: the node in n8n-core on this side, what was answered on the other.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CredentialStore } from '../test/harness/credentialStore';
import { runNode, type NodeResult, type Package } from '../test/harness/engine';
import { startObserver, type Observed, type Observer } from './observer';

/** Who calls. The secret is in memory only. */
export interface Access {
	baseUrl: string;
	appId: string;
	appSecret: string;
}

/** How long things take and how many calls a window has; a simulator's are smaller. */
export interface Scale {
	/** Calls that Feishu takes in a window. */
	limit: number;
	windowMs: number;
	/** How often search is asked whether it shows a change. */
	pollMs: number;
	/** How late search may show one. */
	lagMs: number;
}

export const FULL_SCALE: Scale = { limit: 100, windowMs: 60_000, pollMs: 500, lagMs: 5_000 };

/** One run of the node, with what was answered meanwhile. */
export interface Run {
	result: NodeResult;
	observed: Observed[];
}

export class Tenant {
	private constructor(
		private readonly tested: Package,
		private readonly access: Access,
		readonly observer: Observer,
		readonly scale: Scale,
	) {}

	static async open(tested: Package, access: Access, scale: Scale): Promise<Tenant> {
		return new Tenant(tested, access, await startObserver(access.baseUrl), scale);
	}

	/** Runs one operation for each item, with the tester's app. */
	async run(
		parameters: INodeParameters,
		{
			items = [{}],
			withWrongSecret = false,
		}: { items?: IDataObject[]; withWrongSecret?: boolean } = {},
	): Promise<Run> {
		const from = this.observer.observed.length;
		const result = await runNode(this.tested, {
			items,
			onError: 'continueErrorOutput',
			parameters: { resource: 'preHire', ...parameters },
			credentials: new CredentialStore(this.tested.credential, {
				environment: 'custom',
				customBaseUrl: this.observer.url,
				appType: 'custom',
				appId: this.access.appId,
				// Of the same form, and certainly another one.
				appSecret: withWrongSecret
					? [...this.access.appSecret].reverse().join('') + 'x'
					: this.access.appSecret,
			}),
		});
		return { result, observed: this.observer.observed.slice(from) };
	}

	/** Everything that must stand in no report: the app, its secret, its tokens, and whatever names a person. */
	secrets(): string[] {
		const seen = new Set([this.access.appId, this.access.appSecret]);
		for (const { body, headers } of this.observer.observed) {
			collect(body, seen);
			for (const name of ['x-tt-logid', 'x-request-id']) seen.add(headers.get(name) ?? '');
		}
		return [...seen].filter((text) => text.length > 0);
	}
}

/** Feishu's fields that name no one: what stands in them may be shown. */
const PLAIN = new Set([
	'msg',
	'scope_name',
	'scope_type',
	'onboarding_status',
	'onboarding_date',
	'type',
	'subject',
]);

function collect(value: unknown, into: Set<string>, name = ''): void {
	if (typeof value === 'string' && !PLAIN.has(name)) into.add(value);
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		collect(inner, into, Array.isArray(value) ? name : key);
	}
}

export const SEARCH = 'corehr/v2/pre_hires/search';
export const EXCHANGE = 'auth/v3/tenant_access_token/internal';
export const SCOPES = 'application/v6/scopes';

/** The answers to one call. */
export function answersTo(path: string, { observed }: Run): Observed[] {
	return observed.filter((call) => call.path === path);
}

// A tenant as the checks see it: the node in n8n-core on this side, what was answered on the other.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CredentialStore } from '../test/harness/credentialStore';
import { listSearch, runNode, type NodeResult, type Package } from '../test/harness/engine';
import { pause } from '../test/harness/until';
import { Observer, type Observed } from './observer';

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
	pause(ms: number): Promise<void>;
}

export const FULL_SCALE: Scale = {
	limit: 100,
	windowMs: 60_000,
	pollMs: 500,
	lagMs: 5_000,
	pause,
};

/** One run of the node, with what was answered meanwhile. */
export interface Run {
	result: NodeResult;
	observed: Observed[];
}

/** How a run differs from one item with the tester's own secret. */
export interface HowToRun {
	items?: IDataObject[];
	withWrongSecret?: boolean;
	/** Cancels the run as soon as what was answered so far is enough. */
	isEnough?: (observed: readonly Observed[]) => boolean;
}

export class Tenant {
	private constructor(
		private readonly tested: Package,
		private readonly access: Access,
		readonly observer: Observer,
		readonly scale: Scale,
		private readonly address: string,
	) {}

	static async open(tested: Package, access: Access, scale: Scale): Promise<Tenant> {
		const observer = new Observer(access.baseUrl);
		return new Tenant(tested, access, observer, scale, await observer.open());
	}

	/** The same tenant at an address of which the node knows nothing yet: no token, no limit, no list. */
	async anew(language?: string): Promise<Tenant> {
		const address = await this.observer.open(language);
		return new Tenant(this.tested, this.access, this.observer, this.scale, address);
	}

	/** Runs one operation for each item, with the tester's app. */
	async run(
		parameters: INodeParameters,
		{ items = [{}], withWrongSecret = false, isEnough }: HowToRun = {},
	): Promise<Run> {
		const { observer } = this;
		const from = observer.observed.length;
		const result = await runNode(this.tested, {
			items,
			onError: 'continueErrorOutput',
			parameters: { resource: 'preHire', ...parameters },
			credentials: this.credential(withWrongSecret),
			onStart: (cancel) => {
				if (isEnough === undefined) return;
				observer.onAnswer = () => {
					if (isEnough(observer.observed.slice(from))) cancel();
				};
			},
		});
		observer.onAnswer = () => undefined;
		// A run that was cancelled does not wait for what it has sent.
		if (isEnough !== undefined) await observer.settle();
		return { result, observed: observer.observed.slice(from) };
	}

	/** Fills a pick list as the editor does. A list that Feishu refuses is told by the answers. */
	async list(method: string): Promise<Observed[]> {
		const from = this.observer.observed.length;
		const parameters = { resource: 'preHire', operation: 'create' };
		await listSearch(
			this.tested,
			this.credential(false),
			parameters,
			undefined,
			undefined,
			method,
		).catch(() => undefined);
		return this.observer.observed.slice(from);
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

	private credential(withWrongSecret: boolean): CredentialStore {
		const { appId, appSecret } = this.access;
		return new CredentialStore(this.tested.credential, {
			environment: 'custom',
			customBaseUrl: this.address,
			appType: 'custom',
			appId,
			// Of the same form, and certainly another one.
			appSecret: withWrongSecret ? [...appSecret].reverse().join('') + 'x' : appSecret,
		});
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
export const DEPARTMENTS = 'corehr/v2/departments/search';
export const FLOWS = 'corehr/v2/onboarding_flows';

/** The answers to one call. */
export function answersTo(path: string, { observed }: Pick<Run, 'observed'>): Observed[] {
	return observed.filter((call) => call.path === path);
}

/** For evidence: a code that is no number could be anything. */
export function codeOf(answer: Observed | undefined): string {
	const code = answer?.body?.code;
	return typeof code === 'number' ? String(code) : 'none';
}

/** Feishu refused because of too many calls. */
export function isRefusedForLimit({ body, status }: Observed): boolean {
	return status === 429 || body?.code === 99991400 || body?.code === 1161604;
}

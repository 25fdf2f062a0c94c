/** Every failure of the catalogue, then a search of everything n8n would save or log for any secret. */
import { listSearch, type NodeResult } from '../harness/engine';
import {
	customAppCredential,
	feishu,
	getMany,
	idNumber,
	restore,
	sources,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
	type OperationRun,
} from '../harness/feishu';
import { useQuickTimeout } from '../harness/quickTimeout';
import { QUICK, useTimings } from '../harness/timings';
import { CUSTOM_APP, STORE_APP, type Api, type Fault } from '../../simulator';

useSimulator({
	people: [...withdrawnPeople(1), ...withdrawnPeople(1, { tenant: 'tenant-a' })],
	quota: { limit: 10_000, windowMs: 60_000 },
});
useTimings({ ...QUICK, quotaWindowMs: 20 });
useQuickTimeout();

/** One code for each way in which a refusal is dealt with, and those whose message is read. */
const REFUSALS = [1161063, 1161116, 1161000, 1161604, 99991403, 1169999, 1161129, 99992402];

/** One retry is enough to show what a retry saves. */
const options = { maxRetries: 1, timeout: 1_000 };

const refusal = (code: number): Fault => ({ kind: 'refuse', code });

/** Every kind of fault that the simulator has. None is carried out: what ends well by search saves no failure. */
const FAULTS: Readonly<Record<Fault['kind'], Fault[]>> = {
	refuse: REFUSALS.map(refusal),
	secretEcho: [{ kind: 'secretEcho' }],
	missingScope: [{ kind: 'missingScope', scopes: ['corehr:pre_hire:restore_flow_instance'] }],
	tooMany: [{ kind: 'tooMany', code: 99991400, resetSeconds: 0.01 }],
	cut: [{ kind: 'cut', applied: false }],
	hang: [{ kind: 'hang', applied: false }],
	html: [{ kind: 'html', applied: false }],
	empty: [{ kind: 'empty', applied: false }],
	notFoundText: [{ kind: 'notFoundText' }],
	redirect: [{ kind: 'redirect', to: 'https://127.0.0.1:9/elsewhere' }],
	serverError: [{ kind: 'serverError', code: 1161000, applied: false }],
	wrongContentType: [{ kind: 'wrongContentType', applied: false }],
	successFalse: [{ kind: 'successFalse', applied: false }],
	noData: [{ kind: 'noData', applied: false }],
	truncatedJson: [{ kind: 'truncatedJson', applied: false }],
	proxyRefusal: [{ kind: 'proxyRefusal' }],
	// No failure.
	latency: [],
	trickle: [],
	// Of pages only.
	endlessPages: [],
	hasMoreMissing: [],
	blankIds: [],
	repeatedRows: [],
	unreadableRows: [],
	// Of token endpoints only.
	tokenMissing: [],
	// Last: Feishu issues the same token again, which ends every later run of this account.
	unauthorized: [{ kind: 'unauthorized', code: 99991663 }],
};

const CATALOGUE = Object.values(FAULTS).flat();

const EXCHANGE_FAULTS: Fault[] = [
	{ kind: 'refuse', code: 10014 },
	{ kind: 'secretEcho' },
	{ kind: 'html', applied: true },
	{ kind: 'cut', applied: true },
	{ kind: 'tokenMissing' },
	{ kind: 'truncatedJson', applied: true },
];

/** Everything about an execution that leaves the node: run data, errors with their own properties, logs, hints. */
function everythingSaved({ run, logs, thrown, hints }: NodeResult): string {
	return writeOut([run, logs, hints, thrown]);
}

function writeOut(things: unknown): string {
	const seen = new Set<unknown>();
	return JSON.stringify(things, (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		if (value instanceof Error) {
			return { ...value, message: value.message, stack: value.stack, cause: value.cause };
		}
		return value instanceof Map || value instanceof Set ? [...value] : value;
	});
}

function expectNoSecret(saved: string): void {
	const { appSecret, appTicket } = STORE_APP;
	for (const secret of [CUSTOM_APP.appSecret, appSecret, appTicket, ...feishu().issuedTokens]) {
		expect(saved.includes(secret)).toBe(false);
		expect(saved.includes(encodeURIComponent(secret))).toBe(false);
	}
	// The search is worth something only where a failure was saved at all.
	expect(saved).toMatch(/"hint"|"NodeApiError"|category: /);
}

/** All that takes a way of its own out of the node: an item or an error, a write or a read. */
const OPERATIONS: Array<[Api, (run: OperationRun) => Promise<NodeResult>]> = [
	['restore', async (run) => await restore([idNumber(0)], run)],
	['search', async (run) => await getMany({}, run)],
];

describe.each(['continueErrorOutput', 'stopWorkflow'] as const)('under %s', (onError) => {
	it.each(OPERATIONS)('no failure of the %s call saves or logs a secret', async (api, operate) => {
		for (const fault of CATALOGUE) {
			feishu().clearFaults();
			feishu().faultNext(api, fault, Infinity);
			expectNoSecret(everythingSaved(await operate({ onError, options })));
		}
		expect(feishu().callsTo(api).length).toBeGreaterThan(CATALOGUE.length);
	});

	it('no host that cannot be reached does', async () => {
		await restore([idNumber(0)]);
		const credentials = customAppCredential();
		await feishu().stop();
		expectNoSecret(
			everythingSaved(await restore([idNumber(0)], { onError, options, credentials })),
		);
	});

	it.each(EXCHANGE_FAULTS)('no exchange that ends in %j does', async (fault) => {
		feishu().faultNext('tenantToken', fault, Infinity);
		expectNoSecret(everythingSaved(await restore([idNumber(0)], { onError, options })));
	});

	it.each(['appToken', 'storeTenantToken'] satisfies Api[])(
		'no failing %s call of a store app does',
		async (api) => {
			for (const fault of EXCHANGE_FAULTS) {
				feishu().clearFaults();
				feishu().faultNext(api, fault, Infinity);
				const credentials = storeAppCredential({ tenantKey: 'tenant-a' });
				const result = await restore([idNumber(0)], {
					onError,
					credentials,
					options: { maxRetries: 0 },
				});
				expectNoSecret(everythingSaved(result));
			}
		},
	);
});

it('no failure of the list in the editor shows one', async () => {
	for (const fault of CATALOGUE) {
		feishu().clearFaults();
		feishu().faultNext('search', fault, Infinity);
		const parameters = { resource: 'preHire', operation: 'restore' };
		const shown = await listSearch(sources, customAppCredential(), parameters).catch(
			(error: unknown) => error,
		);
		expect(shown).toBeInstanceOf(Error);
		expectNoSecret(writeOut(shown));
	}
});

it('finds a secret where there is one: the search itself works', async () => {
	const credentials = customAppCredential();
	const result = await restore([{ id: idNumber(0), leak: CUSTOM_APP.appSecret }], { credentials });
	expect(everythingSaved(result)).toContain(CUSTOM_APP.appSecret);
});

it('masks what Feishu echoes', async () => {
	feishu().faultFor(idNumber(0), { kind: 'secretEcho' });
	const { error } = await restore([idNumber(0)]);
	expect(JSON.stringify(error[0]?.json.error)).toContain('***');
});

/** Every failure of the catalogue, then a search of everything n8n would save or log for any secret. */
import {
	customAppCredential,
	feishu,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
	idNumber,
} from '../harness/feishu';
import type { NodeResult } from '../harness/engine';
import { QUICK, useTimings } from '../harness/timings';
import { CUSTOM_APP, RESTORE_CODES, STORE_APP, type Api, type Fault } from '../simulator';

useSimulator({
	people: [...withdrawnPeople(60), ...withdrawnPeople(5, { tenant: 'tenant-a' })],
	quota: { limit: 10_000, windowMs: 60_000 },
});
useTimings(QUICK);

const CATALOGUE: Fault[] = [
	...Object.keys(RESTORE_CODES).map((code): Fault => ({ kind: 'refuse', code: Number(code) })),
	{ kind: 'secretEcho' },
	{ kind: 'missingScope', scopes: ['corehr:pre_hire:restore_flow_instance'] },
	{ kind: 'refuse', code: 99991401 },
	{ kind: 'refuse', code: 99991403 },
	{ kind: 'refuse', code: 1169999 },
	{ kind: 'tooMany', code: 99991400, resetSeconds: 0.01 },
	{ kind: 'cut', applied: false },
	{ kind: 'cut', applied: true },
	{ kind: 'html', applied: false },
	{ kind: 'empty', applied: true },
	{ kind: 'notFoundText' },
	{ kind: 'successFalse', applied: false },
	{ kind: 'truncatedJson', applied: true },
	// Last: Feishu issues the same token again, which ends every later run of this account.
	{ kind: 'unauthorized', code: 99991663 },
];

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
	const seen = new Set<unknown>();
	return JSON.stringify([run, logs, hints, thrown], (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		if (value instanceof Error) {
			return { ...value, message: value.message, stack: value.stack, cause: value.cause };
		}
		return value instanceof Map || value instanceof Set ? [...value] : value;
	});
}

function expectNoSecret(result: NodeResult): void {
	const saved = everythingSaved(result);
	const { appSecret, appTicket } = STORE_APP;
	for (const secret of [CUSTOM_APP.appSecret, appSecret, appTicket, ...feishu().issuedTokens]) {
		expect(saved.includes(secret)).toBe(false);
		expect(saved.includes(encodeURIComponent(secret))).toBe(false);
	}
	// The search is worth something only where a failure was saved at all.
	expect(saved).toMatch(/hint|Category/);
}

const people = CATALOGUE.map((_, index) => idNumber(index));

describe.each(['continueErrorOutput', 'continueRegularOutput', 'stopWorkflow'] as const)(
	'under %s',
	(onError) => {
		it('no failure of the restore call saves or logs a secret', async () => {
			CATALOGUE.forEach((fault, index) => feishu().faultFor(idNumber(index), fault, Infinity));
			for (const id of people) {
				expectNoSecret(await restore([id], { onError, options: { maxRetries: 1 } }));
			}
			expect(feishu().callsTo('restore').length).toBeGreaterThan(CATALOGUE.length);
		});

		it.each(EXCHANGE_FAULTS)('no exchange that ends in %j does', async (fault) => {
			feishu().faultNext('tenantToken', fault, Infinity);
			expectNoSecret(await restore([idNumber(0)], { onError, options: { maxRetries: 1 } }));
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
					expectNoSecret(result);
				}
			},
		);
	},
);

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

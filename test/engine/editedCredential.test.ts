/** A credential that somebody edits: from then on nothing is sent under the old identity. */
import {
	customAppCredential,
	failuresOf,
	feishu,
	idNumber,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import type { CredentialStore } from '../harness/credentialStore';
import { QUICK, useTimings } from '../harness/timings';
import { until } from '../harness/until';

const COUNT = 8;

useSimulator({
	people: [
		...withdrawnPeople(COUNT),
		...withdrawnPeople(COUNT, { tenant: 'tenant-a' }),
		...withdrawnPeople(COUNT, { tenant: 'tenant-b' }),
	],
});
useTimings({ ...QUICK, quotaWindowMs: 300, quotaMarginMs: 10, credentialAgeMs: 100 });

const ids = Array.from({ length: COUNT }, (_, index) => idNumber(index));

const restores = () => feishu().callsTo('restore');

const edits: Array<[string, () => CredentialStore, Parameters<CredentialStore['edit']>[0]]> = [
	['App ID', () => customAppCredential(), { appId: 'cli_other' }],
	['App Secret', () => customAppCredential(), { appSecret: 'other' }],
	['Tenant Key', () => storeAppCredential({ tenantKey: 'tenant-a' }), { tenantKey: 'nobody' }],
];

describe.each(edits)('after an edit of %s', (_field, create, edit) => {
	it('between two runs the old token is not used', async () => {
		const credentials = create();
		await restore(ids.slice(0, 1), { credentials });
		credentials.edit(edit);
		const { success, error } = await restore(ids.slice(1), { credentials });
		expect(success).toEqual([]);
		expect(failuresOf(error).map(({ category }) => category)).toEqual(
			Array(COUNT - 1).fill('authentication'),
		);
		expect(restores()).toHaveLength(1);
	});

	it('people who were waiting for the quota meanwhile are not sent as before', async () => {
		const credentials = create();
		const run = restore(ids, { credentials, options: { requestsPerMinute: 1 } });
		await until(() => restores().length === 2);
		credentials.edit(edit);
		const { success, error } = await run;
		expect(success).toHaveLength(2);
		expect(failuresOf(error).map(({ category, attempts }) => [category, attempts])).toEqual(
			Array(COUNT - 2).fill(['authentication', 0]),
		);
		expect(restores()).toHaveLength(2);
	});

	it('a retry is not sent as before', async () => {
		feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161116 }, Infinity);
		const credentials = create();
		const run = restore(ids.slice(0, 1), { credentials, options: { requestsPerMinute: 1 } });
		await until(() => restores().length === 1);
		credentials.edit(edit);
		const { error } = await run;
		expect(failuresOf(error)).toMatchObject([{ category: 'authentication', attempts: 1 }]);
		expect(restores()).toHaveLength(1);
	});
});

it('whoever waited goes on in the tenant that was chosen meanwhile, in its lane', async () => {
	const credentials = storeAppCredential({ tenantKey: 'tenant-a' });
	const run = restore(ids, { credentials, options: { requestsPerMinute: 2 } });
	await until(() => restores().length === 2);
	credentials.edit({ tenantKey: 'tenant-b' });
	const { success } = await run;
	expect(success).toHaveLength(COUNT);
	const restoredIn = (tenant: string) =>
		feishu()
			.people(tenant)
			.filter(({ restoredTimes }) => restoredTimes === 1).length;
	expect([restoredIn('tenant-a'), restoredIn('tenant-b')]).toEqual([2, COUNT - 2]);
});

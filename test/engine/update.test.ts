/** Update: what is named is set or cleared, nothing else is touched. */
import { UPDATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/update';
import type { Fault } from '../../simulator';
import {
	failureOf,
	failuresOf,
	feishu,
	idNumber,
	linksOf,
	preHire,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
	type OperationRun,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({
	people: withdrawnPeople(12, {
		onboardingStatus: 'preboarding',
		onboardingDate: '2026-12-01',
		fields: { 'employment_info.work_station': '1F', 'employment_info.pathway': 'p' },
	}),
});
useTimings(QUICK);

const update = async (parameters: object, items = [idNumber(0)], run: OperationRun = {}) =>
	await preHire('update', items, { ...run, with: parameters as never });

const bodies = () =>
	feishu()
		.callsTo('update')
		.map(({ body }) => body);

it('names exactly the fields that were given in Feishu’s list, and touches no other', async () => {
	const { success } = await update({
		updateFields: { onboardingDate: '2027-01-04', workEmail: 'new@example.com', jobId: '' },
	});
	expect(success[0]?.json).toEqual({
		pre_hire_id: idNumber(0),
		success: true,
		outcome: 'updated',
		updated_fields: ['offer_info_update.onboarding_date', 'offer_info_update.work_emails'],
		log_id: expect.any(String),
	});
	expect(feishu().callsTo('update')[0]?.method).toBe('PATCH');
	expect(bodies()).toEqual([
		{
			offer_info_update: {
				onboarding_date: '2027-01-04',
				work_emails: [
					{ email: 'new@example.com', is_primary: true, is_public: true, email_usage: 'work' },
				],
			},
			standard_update_fields: [
				'offer_info_update.onboarding_date',
				'offer_info_update.work_emails',
			],
		},
	]);
	expect(feishu().person(idNumber(0))).toMatchObject({
		onboardingDate: '2027-01-04',
		workEmail: 'new@example.com',
		preferredName: 'Person 0',
		fields: { 'employment_info.work_station': '1F', 'employment_info.pathway': 'p' },
	});
});

it('clears only what Fields to Clear names, with or without its group', async () => {
	const { success } = await update({ fieldsToClear: 'work_station, offer_info_update.pathway' });
	expect(success[0]?.json.updated_fields).toEqual([
		'offer_info_update.work_station',
		'offer_info_update.pathway',
	]);
	expect(bodies()).toEqual([
		{ standard_update_fields: ['offer_info_update.work_station', 'offer_info_update.pathway'] },
	]);
	const { fields, onboardingDate } = feishu().person(idNumber(0));
	expect([fields, onboardingDate]).toEqual([{}, '2026-12-01']);
});

it('lets More Fields win, and writes all three lists', async () => {
	await update({
		updateFields: { onboardingDate: '2027-01-04' },
		moreFields: JSON.stringify({
			offer_info_update: {
				onboarding_date: '2027-02-01',
				custom_fields: [{ field_name: 'badge__c', value: '["x"]' }],
			},
			basic_info_update: {
				date_of_birth: '1990-01-01',
				custom_fields: [{ field_name: 'shirt__c', value: '["L"]' }],
			},
		}),
		fieldsToClear: 'locker__c, basic_info_update.custom_fields.shoe__c',
	});
	expect(bodies()).toEqual([
		{
			basic_info_update: {
				date_of_birth: '1990-01-01',
				custom_fields: [{ field_name: 'shirt__c', value: '["L"]' }],
			},
			offer_info_update: {
				onboarding_date: '2027-02-01',
				custom_fields: [{ field_name: 'badge__c', value: '["x"]' }],
			},
			standard_update_fields: [
				'offer_info_update.onboarding_date',
				'basic_info_update.date_of_birth',
			],
			custom_update_fields: ['badge__c', 'locker__c'],
			person_custom_update_fields: ['shirt__c', 'shoe__c'],
		},
	]);
});

it('writes custom fields of the tenant in the form of their type, each into its list', async () => {
	await update({
		customFields: {
			mappingMode: 'defineBelow',
			value: { 'pre_hire:number:badge__c': '12', 'person:text:shirt__c': 'L' },
		},
	});
	expect(bodies()).toEqual([
		{
			offer_info_update: { custom_fields: [{ field_name: 'badge__c', value: '12' }] },
			basic_info_update: { custom_fields: [{ field_name: 'shirt__c', value: '["L"]' }] },
			custom_update_fields: ['badge__c'],
			person_custom_update_fields: ['shirt__c'],
		},
	]);
});

it('takes the day in the workflow’s time zone', async () => {
	await update({ updateFields: { onboardingDate: '2026-12-31T20:00:00Z' } }, [idNumber(0)], {
		timezone: 'Asia/Shanghai',
	});
	expect(bodies()).toMatchObject([{ offer_info_update: { onboarding_date: '2027-01-01' } }]);
});

const FAULTS: Array<(applied: boolean) => Fault> = [
	(applied) => ({ kind: 'cut', applied }),
	(applied) => ({ kind: 'html', applied }),
	(applied) => ({ kind: 'successFalse', applied }),
	(applied) => ({ kind: 'serverError', code: 1161000, applied }),
	(applied) => ({ kind: 'refuse', code: 1161116, applied }),
];

const CASES = FAULTS.flatMap((fault) => [true, false].map((applied) => fault(applied)));

it.each([
	[3, 2],
	[0, 9],
])(
	'claims only what the record holds, with %i retries against %i faults',
	async (maxRetries, times) => {
		CASES.forEach((fault, index) => feishu().faultFor(idNumber(index), fault, times));
		const ids = CASES.map((_, index) => idNumber(index));
		const { success, error } = await update(
			{ updateFields: { onboardingDate: '2027-01-04' } },
			ids,
			{
				options: { maxRetries, maxConcurrency: 10 },
			},
		);
		expect([...linksOf(success), ...linksOf(error)].sort()).toEqual(ids.map((_, index) => index));
		for (const { json } of success)
			expect(feishu().person(String(json.pre_hire_id)).onboardingDate).toBe('2027-01-04');
		// Sent again until it is answered: no search is needed.
		expect(success).toHaveLength(maxRetries === 3 ? ids.length : 0);
		expect(feishu().callsTo('search')).toEqual([]);
		for (const { category, pre_hire_id: id } of failuresOf(error)) {
			const isChanged = feishu().person(String(id)).onboardingDate === '2027-01-04';
			if (isChanged) expect(['unknown_outcome', 'conflict']).toContain(category);
		}
	},
);

it('sends every code to the error branch with its own category', async () => {
	const codes = [...UPDATE_CODES].filter(([, { category }]) => category !== 'rate_limit');
	const ids = codes.map(([code]) => String(code));
	feishu().addPeople(ids.map((preHireId) => ({ preHireId, preferredName: 'X' })));
	for (const [code] of codes) feishu().faultFor(String(code), { kind: 'refuse', code }, Infinity);
	const { error } = await update({ fieldsToClear: 'pathway' }, ids, {
		options: { maxRetries: 0, maxConcurrency: 20 },
	});
	expect(failuresOf(error).map(({ code, category }) => [code, category])).toEqual(
		codes.map(([code, { category }]) => [
			code,
			category === 'service' ? 'unknown_outcome' : category,
		]),
	);
});

it('refuses somebody who has joined as wrong_stage', async () => {
	feishu().addPeople([{ preHireId: '7', preferredName: 'In', onboardingStatus: 'completed' }]);
	const { error } = await update({ fieldsToClear: 'pathway' }, ['7']);
	expect(failureOf(error[0])).toMatchObject({ code: 1161108, category: 'wrong_stage' });
});

it('refuses a store app without a call, as Feishu would', async () => {
	const { error } = await update({ fieldsToClear: 'pathway' }, ['7'], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(failureOf(error[0])).toMatchObject({ code: 'STORE_APP_NOT_ALLOWED', attempts: 0 });
	expect(feishu().calls).toEqual([]);
});

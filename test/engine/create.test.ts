/** Create: what is sent, what comes out, and that an external ID has one person. */
import { CREATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/create';
import {
	byId,
	candidate,
	create,
	failureOf,
	failuresOf,
	feishu,
	linksOf,
	storeAppCredential,
	useSimulator,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { departmentId, inventedCandidate, inventedId } from '../../simulator';

useSimulator({ people: [] });
useTimings(QUICK);

const bodies = () =>
	feishu()
		.callsTo('create')
		.map(({ body }) => body);

it('creates a pre-hire with the fewest fields and says who it is', async () => {
	const { success } = await create([candidate(1)]);
	const [person] = feishu().people();
	expect(success[0]?.json).toEqual({
		external_id: 'invented-ats-000001',
		pre_hire_id: person?.preHireId,
		success: true,
		outcome: 'created_or_existing',
		log_id: expect.any(String),
	});
	const { basic_info: basic, offer_info: offer } = inventedCandidate(1);
	expect(bodies()).toEqual([
		{
			basic_info: {
				name: { full_name: 'Candidate 1' },
				phone_number: basic.phone_number,
				international_area_code: '86_china',
			},
			offer_info: offer,
			out_biz_id: 'invented-ats-000001',
		},
	]);
});

it('leaves out what stays empty', async () => {
	const empty = { __rl: true, mode: 'list', value: '' } as never;
	await create([candidate(1)], {
		with: { companyId: empty, employeeTypeId: empty, onboardingLocationId: empty },
	});
	expect(Object.keys((bodies()[0] as { offer_info: object }).offer_info).sort()).toEqual([
		'department_id',
		'employment_type_id',
		'job_id',
		'onboarding_date',
	]);
});

it('sends additional fields, custom fields and more fields where Feishu wants them; more fields win', async () => {
	await create([candidate(1)], {
		timezone: 'Asia/Shanghai',
		with: {
			additionalFields: {
				jobId: byId(inventedId('job', 3)),
				email: 'chen@example.com',
				legalName: 'Chen Jing',
				recruitmentType: 'social_recruitment__c',
				workerId: 'A1',
				workEmail: '',
			},
			customFields: {
				mappingMode: 'defineBelow',
				value: {
					'pre_hire:text:text_invented__c': 'hello "you"',
					'pre_hire:boolean:boolean_invented__c': true,
					'pre_hire:number:number_invented__c': 12,
					'pre_hire:option:enum_invented__c': 'small_option__c',
					'pre_hire:options:enums_invented__c': 'small_option__c, large_option__c',
					'pre_hire:person:person_invented__c': '6893014062142064135',
					'pre_hire:date:date_invented__c': '2026-11-30T17:00:00Z',
					'pre_hire:file:file_invented__c': 'file-1',
					'person:text:hobby_invented__c': 'chess',
					'pre_hire:text:closed_invented__c': null,
				},
			} as never,
			moreFields: '{"basic_info": {"name": {"name_primary": "Chen"}, "email": "wins@example.com"}}',
		},
	});
	expect(feishu().people()).toHaveLength(1);
	expect(bodies()[0]).toMatchObject({
		basic_info: {
			name: { full_name: 'Candidate 1', name_primary: 'Chen' },
			email: 'wins@example.com',
			legal_name: { full_name: 'Chen Jing' },
			worker_id: 'A1',
			custom_fields: [{ field_name: 'hobby_invented__c', value: '["chess"]' }],
		},
		offer_info: {
			job_id: inventedId('job', 3),
			recruitment_type_id: 'social_recruitment__c',
			custom_fields: [
				{ field_name: 'text_invented__c', value: '["hello \\"you\\""]' },
				{ field_name: 'boolean_invented__c', value: 'true' },
				{ field_name: 'number_invented__c', value: '12' },
				{ field_name: 'enum_invented__c', value: 'small_option__c' },
				{ field_name: 'enums_invented__c', value: '["small_option__c","large_option__c"]' },
				{ field_name: 'person_invented__c', value: '6893014062142064135' },
				{ field_name: 'date_invented__c', value: '2026-12-01' },
				{ field_name: 'file_invented__c', value: '[{"file_id":"file-1"}]' },
			],
		},
	});
});

it('creates nobody twice for one external ID; an exact duplicate costs no call', async () => {
	const { success } = await create([candidate(1), candidate(1), candidate(1, { name: 'Other' })], {
		options: { maxConcurrency: 3 },
	});
	expect(linksOf(success)).toEqual([0, 1, 2]);
	expect(new Set(success.map(({ json }) => json.pre_hire_id)).size).toBe(1);
	expect(feishu().people()).toHaveLength(1);
	expect(bodies()).toHaveLength(2);
	expect(feishu().maxInFlight).toBe(1);
});

it('returns the person of the external ID in a later run and changes nothing', async () => {
	const first = await create([candidate(1)]);
	const second = await create([candidate(1, { name: 'Renamed' })]);
	expect(second.success[0]?.json.pre_hire_id).toBe(first.success[0]?.json.pre_hire_id);
	expect(feishu().people()[0]?.preferredName).toBe('Candidate 1');
});

it('calls a phone number that somebody has a duplicate', async () => {
	await create([candidate(1)]);
	const { error } = await create([candidate(1, { id: 'another-key' })]);
	expect(failureOf(error[0])).toMatchObject({
		code: 1161029,
		category: 'duplicate',
		retryable: false,
		external_id: 'another-key',
		attempts: 1,
	});
});

it('says that the department wants a job or a position before Feishu does, asking once for each department and run', async () => {
	const inDepartment = (number: number, word: Parameters<typeof departmentId>[0]) => {
		const { offer, ...rest } = candidate(number);
		return { ...rest, offer: { ...(offer as object), department_id: departmentId(word) } };
	};
	const { error } = await create(
		[
			inDepartment(1, 'sales'),
			inDepartment(2, 'sales'),
			inDepartment(3, 'positions'),
			{ ...inDepartment(4, 'volunteers'), job: inventedId('job', 3) },
		],
		{ with: { additionalFields: { jobId: byId('={{ $json.job }}') } } },
	);
	expect(failuresOf(error).map(({ message, attempts }) => [message, attempts])).toEqual([
		['The department needs a job', 0],
		['The department needs a job', 0],
		['The department needs a position', 0],
		['The department takes people without a job only', 0],
	]);
	expect(feishu().callsTo('departments')).toHaveLength(3);
	expect(bodies()).toEqual([]);
});

it('leaves job and position to Feishu where the app may not read departments', async () => {
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:write']);
	const { success, error } = await create(
		[candidate(1, { job: inventedId('job', 3) }), candidate(2)],
		{
			with: { additionalFields: { jobId: byId('={{ $json.job }}') } },
			options: { maxConcurrency: 1 },
		},
	);
	expect(linksOf(success)).toEqual([0]);
	expect(failureOf(error[0])).toMatchObject({ code: 1161056, category: 'invalid_input' });
	expect(feishu().callsTo('departments')).toHaveLength(1);
});

it('refuses a store app without a call', async () => {
	const { error } = await create([candidate(1)], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(failureOf(error[0])).toMatchObject({
		code: 'STORE_APP_NOT_ALLOWED',
		category: 'invalid_input',
		external_id: 'invented-ats-000001',
		attempts: 0,
	});
	expect(feishu().calls).toEqual([]);
});

it('sends every code to the error branch with its way out', async () => {
	const codes = [...CREATE_CODES.keys()];
	feishu().faultPlan(({ api, outBizId }) =>
		api === 'create' ? { kind: 'refuse', code: Number(outBizId) } : undefined,
	);
	const business = codes.filter(
		(code) => !['service', 'rate_limit'].includes(CREATE_CODES.get(code)?.category ?? ''),
	);
	const { error } = await create(
		business.map((code) => candidate(1, { id: String(code) })),
		{ options: { maxRetries: 0, maxConcurrency: 20 } },
	);
	expect(failuresOf(error).map(({ code, category, hint }) => [code, category, hint])).toEqual(
		business.map((code) => [code, CREATE_CODES.get(code)?.category, CREATE_CODES.get(code)?.hint]),
	);
	expect(business.length).toBeGreaterThan(100);
});

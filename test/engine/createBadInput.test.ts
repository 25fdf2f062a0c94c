/** Input of Create that is refused before anything is sent: the field, the rule, the way out, and no call. */
import type { IDataObject } from 'n8n-workflow';

import { byId, candidate, create, failuresOf, feishu, useSimulator } from '../harness/feishu';

useSimulator({ people: [] });

/** Parameter, value, code, what the message says. */
const REFUSED: ReadonlyArray<readonly [string, unknown, string, RegExp]> = [
	['externalId', '={{ "" }}', 'INVALID_EXTERNAL_ID', /^External ID is empty/],
	['externalId', '={{ null }}', 'INVALID_EXTERNAL_ID', /is missing/],
	['externalId', Number('7345005664477775407'), 'INVALID_EXTERNAL_ID', /lost digits/],
	['externalId', 'a\nb', 'INVALID_EXTERNAL_ID', /control character/],
	['fullName', ' ', 'INVALID_FULL_NAME', /^Full Name is empty/],
	['fullName', 42, 'INVALID_FULL_NAME', /is a number/],
	['fullName', { first: 'x' }, 'INVALID_FULL_NAME', /not text/],
	['phoneNumber', '+8613900000000', 'INVALID_PHONE_NUMBER', /begins with \+/],
	['phoneNumber', '139-0000-000x', 'INVALID_PHONE_NUMBER', /other than the digits/],
	['phoneNumber', '1234', 'INVALID_PHONE_NUMBER', /4 digits, and phone numbers have 5 to 15/],
	['phoneNumber', '={{ "" }}', 'INVALID_PHONE_NUMBER', /is empty/],
	['phoneNumber', true, 'INVALID_PHONE_NUMBER', /not text/],
	['phoneAreaCode', '+86', 'INVALID_PHONE_AREA_CODE', /number only/],
	['phoneAreaCode', 86, 'INVALID_PHONE_AREA_CODE', /is a number/],
	['phoneAreaCode', '86 china', 'INVALID_PHONE_AREA_CODE', /has a blank/],
	['employmentType', '6890452208593372679', 'INVALID_EMPLOYMENT_TYPE', /is an ID/],
	['employmentType', '={{ "" }}', 'INVALID_EMPLOYMENT_TYPE', /is empty/],
	['onboardingDate', '={{ "" }}', 'INVALID_DATE', /^Onboarding Date is not a date/],
	['onboardingDate', '2026-02-30', 'INVALID_DATE', /is not a date/],
	['onboardingDate', '01.12.2026', 'INVALID_DATE', /is not a date/],
	['departmentId', byId('={{ "" }}'), 'INVALID_RECORD_ID', /^Department is empty/],
	[
		'departmentId',
		byId('od-4e6ac4d14bcd5071a37a39de902c7141'),
		'INVALID_RECORD_ID',
		/other than the digits/,
	],
	['companyId', byId('734500566447777540700'), 'INVALID_RECORD_ID', /21 digits/],
	['employeeTypeId', byId('regular'), 'INVALID_RECORD_ID', /other than the digits/],
	['onboardingLocationId', byId(['1']), 'INVALID_RECORD_ID', /not text/],
	['additionalFields', { jobId: byId('x') }, 'INVALID_RECORD_ID', /^Job has something/],
	['additionalFields', { email: 'nobody' }, 'INVALID_ADDITIONAL_FIELD', /is not an email address/],
	[
		'additionalFields',
		{ workEmail: 'a b@c' },
		'INVALID_ADDITIONAL_FIELD',
		/is not an email address/,
	],
	['additionalFields', { workerId: ['1'] }, 'INVALID_ADDITIONAL_FIELD', /not text/],
	['moreFields', '[1]', 'INVALID_MORE_FIELDS', /not a JSON object/],
	['moreFields', '{"a": ', 'INVALID_MORE_FIELDS', /not a JSON object/],
	['moreFields', '"text"', 'INVALID_MORE_FIELDS', /not a JSON object/],
	['moreFields', '{"offer_info": 5}', 'INVALID_MORE_FIELDS', /offer_info, which is not an object/],
	['moreFields', '{"offer_info": {"__proto__": {"x": 1}}}', 'INVALID_MORE_FIELDS', /key __proto__/],
	['moreFields', '{"constructor": {"prototype": {}}}', 'INVALID_MORE_FIELDS', /key constructor/],
	['moreFields', '{"a": [{"prototype": 1}]}', 'INVALID_MORE_FIELDS', /key prototype/],
	[
		'moreFields',
		'{"out_biz_id": "x"}',
		'INVALID_MORE_FIELDS',
		/out_biz_id, which is what External ID is for/,
	],
	[
		'moreFields',
		'{"offer_info": {"job_id": 7345005664477775407}}',
		'INVALID_MORE_FIELDS',
		/number at offer_info\.job_id that has lost digits/,
	],
	['customFields', custom('text', {}), 'INVALID_CUSTOM_FIELD', /^Custom Fields > x__c is not text/],
	['customFields', custom('boolean', 'yes'), 'INVALID_CUSTOM_FIELD', /neither true nor false/],
	['customFields', custom('number', 'twelve'), 'INVALID_CUSTOM_FIELD', /not a number/],
	[
		'customFields',
		custom('number', Number('7345005664477775407')),
		'INVALID_CUSTOM_FIELD',
		/lost digits/,
	],
	['customFields', custom('option', ['a', 'b']), 'INVALID_CUSTOM_FIELD', /one option/],
	['customFields', custom('options', []), 'INVALID_CUSTOM_FIELD', /empty list/],
	['customFields', custom('person', 'Li Na'), 'INVALID_LIST', /other than the digits/],
	[
		'customFields',
		custom('date', 'tomorrow'),
		'INVALID_DATE',
		/^Custom Fields > x__c is not a date/,
	],
	[
		'customFields',
		custom('colour', 'red'),
		'INVALID_CUSTOM_FIELD',
		/pre_hire:colour:x__c, which is no field/,
	],
];

function custom(kind: string, value: unknown): IDataObject {
	return { mappingMode: 'defineBelow', value: { [`pre_hire:${kind}:x__c`]: value } } as IDataObject;
}

it.each(REFUSED)('refuses %s = %j', async (name, value, code, message) => {
	const { success, error } = await create([candidate(1)], { with: { [name]: value as never } });
	expect(success).toEqual([]);
	expect(failuresOf(error)).toMatchObject([
		{
			code,
			category: 'invalid_input',
			retryable: false,
			attempts: 0,
			message: expect.stringMatching(message),
			hint: expect.stringMatching(/^.{30,}\.$/s),
			...(name !== 'externalId' && { external_id: 'invented-ats-000001' }),
		},
	]);
	expect(feishu().calls).toEqual([]);
	expect(({} as IDataObject).x).toBeUndefined();
});

it('takes a phone number with blanks, hyphens and brackets, and as a number', async () => {
	await create([candidate(1)], { with: { phoneNumber: '(139) 0000-0000' } });
	await create([candidate(2)], { with: { phoneNumber: 13900000001 } });
	expect(
		feishu()
			.callsTo('create')
			.map(({ body }) => body),
	).toMatchObject([
		{ basic_info: { phone_number: '13900000000' } },
		{ basic_info: { phone_number: '13900000001' } },
	]);
});

it('takes the first day in the workflow’s time zone', async () => {
	await create([candidate(1)], {
		timezone: 'Asia/Shanghai',
		with: { onboardingDate: '2026-12-31T16:30:00Z' },
	});
	expect(feishu().callsTo('create')[0]?.body).toMatchObject({
		offer_info: { onboarding_date: '2027-01-01' },
	});
});

/** Update: what is refused before anything is sent. */
import {
	failureOf,
	feishu,
	idNumber,
	preHire,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';

useSimulator({ people: withdrawnPeople(1) });

const json = (value: unknown) => ({ moreFields: JSON.stringify(value) });
const offer = (fields: object) => json({ offer_info_update: fields });

it.each([
	['nothing at all', {}, 'NOTHING_TO_UPDATE', /nothing to update/],
	['fields that are empty', { updateFields: { jobId: '' } }, 'NOTHING_TO_UPDATE', /nothing/],
	[
		'an expression that gives nothing',
		{ updateFields: { jobId: '={{ $json.no }}' } },
		'INVALID_UPDATE_FIELD',
		/Job has an expression that gives nothing/,
	],
	['no date', { updateFields: { onboardingDate: 'soon' } }, 'INVALID_DATE', /Onboarding Date/],
	[
		'a day that is none',
		{ updateFields: { onboardingDate: '2027-02-30' } },
		'INVALID_DATE',
		/date/,
	],
	['no ID', { updateFields: { departmentId: 'od-1' } }, 'INVALID_RECORD_ID', /^Department has/],
	[
		'an ID that lost digits',
		{ updateFields: { jobId: '={{ 7063072995761456670 }}' } },
		'INVALID_RECORD_ID',
		/Job .*lost digits/,
	],
	['no email', { updateFields: { workEmail: 'me' } }, 'INVALID_UPDATE_FIELD', /Work Email/],
	['no JSON', { moreFields: '{' }, 'INVALID_MORE_FIELDS', /not a JSON object/],
	['a list', { moreFields: '[]' }, 'INVALID_MORE_FIELDS', /not a JSON object/],
	['a group of create', json({ offer_info: {} }), 'INVALID_MORE_FIELDS', /“offer_info”/],
	[
		'a list of its own',
		json({ standard_update_fields: ['x'] }),
		'INVALID_MORE_FIELDS',
		/“standard_update_fields”/,
	],
	['a value that clears', offer({ job_id: null }), 'INVALID_MORE_FIELDS', /would clear/],
	['an empty list', offer({ work_emails: [] }), 'INVALID_MORE_FIELDS', /would clear/],
	[
		'a number that lost digits',
		{ moreFields: '{"offer_info_update":{"job_id":7063072995761456670}}' },
		'INVALID_MORE_FIELDS',
		/offer_info_update\.job_id that has lost digits/,
	],
	[
		'a key that pollutes',
		{ moreFields: '{"offer_info_update":{"x":{"__proto__":{"a":1}}}}' },
		'INVALID_MORE_FIELDS',
		/__proto__/,
	],
	[
		'a custom field that is no text',
		offer({ custom_fields: [{ field_name: 'a__c', value: 5 }] }),
		'INVALID_MORE_FIELDS',
		/a__c/,
	],
	['a name of create', offer({ employment_type_id: 'x' }), 'INVALID_FIELD_NAME', /employment_type/],
	['what never changes', offer({ flow_id: '1' }), 'INVALID_FIELD_NAME', /flow_id/],
	['an unknown name to clear', { fieldsToClear: 'shoe' }, 'INVALID_FIELD_NAME', /“shoe”/],
	['two levels to clear', { fieldsToClear: 'offer_info_update.a.b' }, 'INVALID_FIELD_NAME', /a\.b/],
	['all custom fields', { fieldsToClear: 'custom_fields' }, 'INVALID_FIELD_NAME', /custom_fields/],
	['a polluting name', { fieldsToClear: 'basic_info_update.__proto__' }, 'INVALID_FIELD_NAME', /_/],
	[
		'a field to set and to clear',
		{ updateFields: { jobId: '12' }, fieldsToClear: 'job_id' },
		'FIELD_SET_AND_CLEARED',
		/offer_info_update\.job_id/,
	],
])('refuses %s without a call', async (_name, parameters, code, message) => {
	const { success, error } = await preHire('update', [idNumber(0)], { with: parameters as never });
	expect(success).toEqual([]);
	expect(failureOf(error[0])).toMatchObject({
		code,
		category: 'invalid_input',
		attempts: 0,
		pre_hire_id: idNumber(0),
		message: expect.stringMatching(message),
	});
	expect(feishu().calls).toEqual([]);
});

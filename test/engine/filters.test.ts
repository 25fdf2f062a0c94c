/** Get Many's filters: how Feishu is asked, and what is refused because it would mean everybody. */
import { failureOf, feishu, getMany, useSimulator, withdrawnPeople } from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({
	people: withdrawnPeople(60).map((person, index) => ({
		...person,
		departmentId: `706${index % 3}`,
		onboardingDate: `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
	})),
});
useTimings(QUICK);

const searches = () => feishu().callsTo('search');

describe('filters reach the call as Feishu documents them', () => {
	const cases: Array<[string, object, object]> = [
		['the default status', {}, { onboarding_status: 'withdrawn' }],
		['another status', { onboardingStatus: 'day_one' }, { onboarding_status: 'day_one' }],
		['any status', { onboardingStatus: 'any' }, {}],
		[
			'start dates',
			{ startDateFrom: '2026-12-01T00:00:00', startDateTo: '2026-12-07' },
			{ onboarding_date_start: '2026-12-01', onboarding_date_end: '2026-12-07' },
		],
		[
			'only the end of a pair',
			{ updatedTo: '2026-11-05' },
			{ updated_date_start: '1970-01-01', updated_date_end: '2026-11-05' },
		],
		[
			'a date of an expression',
			{ updatedFrom: '={{ DateTime.fromISO("2026-11-03") }}' },
			{ updated_date_start: '2026-11-03', updated_date_end: '2099-12-31' },
		],
		['a name', { keyWord: ' Li Na ' }, { key_word: 'Li Na' }],
		[
			'lists with commas',
			{ departmentIds: '7061, 7062，7061 ,' },
			{ department_ids: ['7061', '7062'] },
		],
		['lists as people write them', { preHireIds: '1、2；3\n4 5' }, { pre_hire_ids: [...'12345'] }],
		['a JSON list as text', { preHireIds: '={{ \'["1","2"]\' }}' }, { pre_hire_ids: ['1', '2'] }],
		['lists of expressions', { preHireIds: '={{ ["1", "2"] }}' }, { pre_hire_ids: ['1', '2'] }],
		['worker IDs', { workerIds: 'W1' }, { worker_ids: ['W1'] }],
	];

	it.each(cases)('%s', async (_name, filters, body) => {
		const { error } = await getMany({ filters: filters as never });
		const { fields, ...rest } = searches()[0]?.body as Record<string, unknown>;
		expect(error).toEqual([]);
		expect(fields).toHaveLength(7);
		expect(rest).toEqual({
			onboarding_status: 'withdrawn',
			...body,
			...('onboardingStatus' in filters &&
				filters.onboardingStatus === 'any' && { onboarding_status: undefined }),
		});
	});

	it('and narrow the result', async () => {
		const { success } = await getMany({
			returnAll: true,
			filters: { departmentIds: '7061', startDateFrom: '2026-12-05', startDateTo: '2026-12-05' },
		});
		expect(success.length).toBeGreaterThan(0);
		for (const { json } of success) {
			expect(json).toMatchObject({ department_id: '7061', onboarding_date: '2026-12-05' });
		}
	});
});

it.each([
	['an unknown status', { onboardingStatus: 'gone' }, 'INVALID_ONBOARDING_STATUS'],
	['a day that is none', { startDateFrom: '2026-02-30' }, 'INVALID_DATE'],
	['words for a day', { startDateTo: 'tomorrow' }, 'INVALID_DATE'],
	[
		'a start after the end',
		{ startDateFrom: '2026-12-02', startDateTo: '2026-12-01' },
		'INVALID_DATE_RANGE',
	],
	[
		'101 IDs',
		{ preHireIds: Array.from({ length: 101 }, (_, index) => index + 1).join(',') },
		'INVALID_LIST',
	],
	['IDs that lost digits', { preHireIds: '={{ [7345005664477775407] }}' }, 'INVALID_LIST'],
	['an ID that lost digits', { preHireIds: '={{ 7345005664477775407 }}' }, 'INVALID_LIST'],
	['letters for an ID', { preHireIds: 'abc' }, 'INVALID_LIST'],
	['an ID with a leading zero', { preHireIds: '1, 007' }, 'INVALID_LIST'],
	['an ID with 20 digits', { preHireIds: '12345678901234567890' }, 'INVALID_LIST'],
	['a JSON object for IDs', { preHireIds: '{"id":"1"}' }, 'INVALID_LIST'],
	[
		'an open_department_id',
		{ departmentIds: 'od-4e6ac4d14bcd5071a37a39de902c7141' },
		'INVALID_LIST',
	],
	['an object for an ID', { workerIds: '={{ $json }}' }, 'INVALID_LIST'],
	['true for an ID', { departmentIds: '={{ true }}' }, 'INVALID_LIST'],
])('refuses %s without a call', async (_name, filters, code) => {
	const { error } = await getMany({ filters });
	expect(failureOf(error[0])).toMatchObject({ code, category: 'invalid_input', attempts: 0 });
	expect(feishu().calls).toEqual([]);
});

it('takes a number for an ID as long as it has all its digits', async () => {
	await getMany({ filters: { workerIds: '={{ 4711 }}' } });
	expect(searches()[0]?.body).toMatchObject({ worker_ids: ['4711'] });
});

it.each([
	['an empty list', '={{ [] }}'],
	['nothing', '={{ undefined }}'],
	['an empty list written as text', "={{ [].join(',') }}"],
	['separators only', ' , ,'],
])('refuses %s as a list of IDs: it would mean everybody', async (_name, preHireIds) => {
	const { success, error } = await getMany({ filters: { preHireIds } });
	expect(success).toEqual([]);
	expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_LIST', attempts: 0 });
	expect(feishu().calls).toEqual([]);
});

it('takes a list filter that is added and left blank for none', async () => {
	const { success } = await getMany({ filters: { preHireIds: '' } });
	expect(success).toHaveLength(50);
});

describe.each(['={{ $json.missing }}', '={{ null }}', "={{ '' }}", '={{ " " }}'])(
	'refuses a filter whose expression gives nothing, as %s: it would mean everybody',
	(expression) => {
		it.each(['keyWord', 'startDateFrom', 'updatedTo'])('%s', async (name) => {
			const { success, error } = await getMany({ filters: { [name]: expression } });
			expect(success).toEqual([]);
			expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_FILTER', attempts: 0 });
			expect(feishu().calls).toEqual([]);
		});
	},
);

it.each([
	['keyWord', ' '],
	['startDateFrom', ''],
])('takes a %s that is added and left blank for none', async (name, blank) => {
	const { success } = await getMany({ filters: { [name]: blank } });
	expect(success).toHaveLength(50);
});

it('refuses a name that is no text', async () => {
	const { error } = await getMany({ filters: { keyWord: '={{ [$json] }}' } });
	expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_FILTER' });
	expect(feishu().calls).toEqual([]);
});

it('says that department IDs are CoreHR IDs, and finds the people that Get Many itself returned', async () => {
	const { success } = await getMany({ limit: 1 });
	const department = String(success[0]?.json.department_id);
	const found = await getMany({ returnAll: true, filters: { departmentIds: department } });
	expect(searches().at(-1)?.query).toMatchObject({
		department_id_type: 'people_corehr_department_id',
	});
	expect(searches()[0]?.query).not.toHaveProperty('department_id_type');
	expect(found.success).toHaveLength(20);
});

describe('a day is the day in the time zone of the workflow', () => {
	const east = { timezone: 'Asia/Shanghai' };
	const west = { timezone: 'America/New_York' };

	it.each([
		// The same moment: half past midnight in Shanghai, half past eleven the day before in New York.
		['={{ new Date("2026-12-01T00:30:00+08:00") }}', '2026-12-01', '2026-11-30'],
		['={{ DateTime.fromISO("2026-12-01T00:30:00+08:00") }}', '2026-12-01', '2026-11-30'],
		[
			'={{ DateTime.fromISO("2026-12-01T00:30:00+08:00", { zone: "Europe/Paris" }) }}',
			'2026-12-01',
			'2026-11-30',
		],
		['2026-12-01T00:30:00+08:00', '2026-12-01', '2026-11-30'],
		['2026-11-30T16:30:00.000Z', '2026-12-01', '2026-11-30'],
		// Plain dates, as the date field and people write them.
		['2026-12-01', '2026-12-01', '2026-12-01'],
		['2026-12-01T00:00:00', '2026-12-01', '2026-12-01'],
		['={{ "2026-12-01 23:30:00" }}', '2026-12-01', '2026-12-01'],
		// The clock of New York goes back on 1 November 2026.
		['={{ new Date("2026-11-02T04:30:00Z") }}', '2026-11-02', '2026-11-01'],
		['={{ new Date("2026-11-01T04:30:00Z") }}', '2026-11-01', '2026-11-01'],
	])('%s', async (startDateFrom, inShanghai, inNewYork) => {
		await getMany({ filters: { startDateFrom } }, east);
		await getMany({ filters: { startDateFrom } }, west);
		expect(
			searches().map(({ body }) => (body as Record<string, unknown>).onboarding_date_start),
		).toEqual([inShanghai, inNewYork]);
	});

	it.each([
		['Pacific/Kiritimati', '={{ $now }}'],
		['Pacific/Pago_Pago', '={{ $now }}'],
		['Pacific/Kiritimati', '={{ new Date() }}'],
		['Pacific/Pago_Pago', '={{ $now.toUTC() }}'],
		['Pacific/Kiritimati', '={{ $today }}'],
	])('in %s for %s', async (timezone, updatedFrom) => {
		const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: timezone });
		const before = today();
		await getMany({ filters: { updatedFrom } }, { timezone });
		const { updated_date_start: sent } = searches()[0]?.body as Record<string, unknown>;
		expect([before, today()]).toContain(sent);
	});
});

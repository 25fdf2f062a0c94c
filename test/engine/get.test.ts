/** Get: one person by ID, whatever the stage. */
import {
	byId,
	failureOf,
	feishu,
	idNumber,
	linksOf,
	preHire,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import { CUSTOM_APP } from '../../simulator';

useSimulator({
	people: [
		...withdrawnPeople(2, { departmentId: '7063', workerId: 'A1' }),
		{ preHireId: '7', preferredName: 'Ann', onboardingStatus: 'completed', atsApplicationId: '88' },
	],
});
useTimings(QUICK);

it('finds people of every stage, one item for each input', async () => {
	const { success, error } = await preHire('get', [idNumber(0), '7']);
	expect(success.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			pre_hire_id: idNumber(0),
			preferred_name: 'Person 0',
			onboarding_status: 'withdrawn',
		}),
		{
			pre_hire_id: '7',
			preferred_name: 'Ann',
			onboarding_status: 'completed',
			ats_application_id: '88',
		},
	]);
	expect(linksOf(success)).toEqual([0, 1]);
	expect(error).toEqual([]);
});

it('returns Feishu’s own structure, with further fields', async () => {
	const { success } = await preHire('get', ['7'], {
		with: { simplify: false },
		options: { fields: 'onboarding_info.onboarding_task_list' },
	});
	expect(success[0]?.json).toMatchObject({
		pre_hire_id: '7',
		person_info: { preferred_name: 'Ann' },
		onboarding_info: { onboarding_task_list: [] },
	});
});

it('finds a person by ATS application ID, whatever the stage', async () => {
	const { success } = await preHire('get', ['88'], {
		with: {
			preHireId: { ...(byId('={{ $json.id }}') as object), mode: 'atsApplicationId' } as never,
		},
	});
	expect(success[0]?.json).toMatchObject({ pre_hire_id: '7', onboarding_status: 'completed' });
});

it.each([
	['does not exist', async () => '404'],
	[
		'is outside the data range',
		async () => {
			feishu().setRanges(CUSTOM_APP.appId, { preHires: { departments: ['1'] } });
			return idNumber(0);
		},
	],
])(
	'ends in not_found for somebody who %s, and says that it may be either',
	async (_name, arrange) => {
		const id = await arrange();
		const { success, error } = await preHire('get', [id]);
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({
			code: 'PRE_HIRE_NOT_FOUND',
			category: 'not_found',
			pre_hire_id: id,
			attempts: 1,
			retryable: false,
			hint: expect.stringMatching(/does not say which of the two.*5 seconds/s),
		});
	},
);

it('names the scope that is missing', async () => {
	feishu().setScopes(CUSTOM_APP.appId, []);
	const { error } = await preHire('get', ['7']);
	expect(failureOf(error[0])).toMatchObject({ category: 'permission', pre_hire_id: '7' });
});

it('refuses what is no ID and what is no boolean without a call', async () => {
	const { error } = await preHire('get', ['x', '7'], { with: { simplify: '={{ "maybe" }}' } });
	expect(error.map((item) => failureOf(item).code)).toEqual([
		'INVALID_PRE_HIRE_ID',
		'INVALID_SIMPLIFY',
	]);
	expect(feishu().calls).toEqual([]);
});

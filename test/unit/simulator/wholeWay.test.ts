// The whole way of a pre-hire, from an empty tenant to somebody who has joined, by call alone.
import { CUSTOM_TASK_CODE, inventedCandidate, startSimulator } from '../../../simulator';
import { ask, create, idsIn, search } from './client';

test('a candidate is created, moved, worked through the tasks and completed', async () => {
	const simulator = await startSimulator({ people: [] });
	const { id } = await create(simulator, inventedCandidate(1));
	const people = 'corehr/v2/pre_hires';
	const transform = async (task_code: string, transform_type: string, more: object = {}) => {
		const body = { pre_hire_id: id, task_code, transform_type, ...more };
		return (await ask(simulator, 'POST', `${people}/transform_onboarding_task`, body)).code;
	};
	const complete = async () => (await ask(simulator, 'POST', `${people}/${id}/complete`)).code;

	const offer_info_update = { onboarding_date: '2099-01-04' };
	const standard_update_fields = ['offer_info_update.onboarding_date'];
	const updated = { offer_info_update, standard_update_fields };
	expect((await ask(simulator, 'PATCH', `${people}/${id}`, updated)).code).toBe(0);

	expect(await complete()).toBe(1161099);
	expect(await transform('1', 'submit_task')).toBe(0);
	for (const code of ['2', CUSTOM_TASK_CODE]) {
		expect(await transform(code, 'manual_start_task')).toBe(0);
		expect(await transform(code, 'submit_task')).toBe(0);
	}
	expect(await complete()).toBe(1161099);
	expect(await transform('2', 'review_task', { review_decision: 'approve' })).toBe(0);
	expect(await complete()).toBe(0);

	expect(idsIn(await search(simulator, { onboarding_status: 'completed' }))).toEqual([id]);
	expect(simulator.person(id)).toMatchObject({
		onboardingDate: '2099-01-04',
		updatedTimes: 1,
		completedTimes: 1,
	});
	await simulator.stop();
});

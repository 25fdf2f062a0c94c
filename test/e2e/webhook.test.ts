/** An ATS posts, the workflow restores and answers: 200 with the person, 422 with what to do, and fifty at once. */
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { webhookWorkflow } from './launcher/exampleWorkflows';
import { openSite, type Site } from './site';

const ORDINARY = '7345005664477001407';
const HEADCOUNT = '7345005664477101407';

let site: Site;

beforeAll(async () => {
	site = await openSite();
	const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
	await site.publish(webhookWorkflow('ats'), { [CREDENTIAL_TYPE]: credential });
});
afterAll(async () => await site?.close());

describe('Webhook → Restore → Respond', () => {
	it('answers fifty posts at once with one token exchange and loses nobody', async () => {
		const ids = Array.from({ length: 50 }, (_, n) => `73450056644790${10_000 + n}`);
		site.simulator.addPeople(
			ids.map((preHireId) => ({ preHireId, preferredName: `Person ${preHireId}` })),
		);

		const replies = await Promise.all(
			ids.map(async (id) => await site.post('ats', { pre_hire_id: id })),
		);

		expect(replies.map(({ status }) => status)).toEqual(ids.map(() => 200));
		expect(replies.map(({ body }) => body)).toEqual(
			ids.map((id) =>
				expect.objectContaining({ pre_hire_id: id, success: true, outcome: 'restored' }),
			),
		);
		expect(ids.map((id) => site.simulator.person(id).restoredTimes)).toEqual(ids.map(() => 1));
		expect(site.simulator.callsTo('restore')).toHaveLength(50);
		expect(site.simulator.callsTo('tenantToken')).toHaveLength(1);
	});

	it('answers 200 with the restored person', async () => {
		const { status, body } = await site.post('ats', { pre_hire_id: ORDINARY });

		expect({ status, body }).toEqual({
			status: 200,
			body: {
				pre_hire_id: ORDINARY,
				success: true,
				outcome: 'restored',
				confirm_workforce: false,
				log_id: site.simulator.callsTo('restore').at(-1)?.logId,
			},
		});
		expect(site.simulator.person(ORDINARY)).toMatchObject({
			onboardingStatus: 'preboarding',
			restoredTimes: 1,
			forcedHeadcount: false,
		});
	});

	it('answers 422 with the hint where the headcount is full', async () => {
		const { status, body } = await site.post('ats', { pre_hire_id: HEADCOUNT });

		expect(status).toBe(422);
		expect(body).toEqual({
			error: {
				message: 'Headcount is exceeded (1161063)',
				code: 1161063,
				category: 'headcount',
				retryable: false,
				hint: expect.stringMatching(/Confirm Workforce/),
				feishu_message: 'workforce has exceed',
				http_status: 400,
				log_id: site.simulator.callsTo('restore').at(-1)?.logId,
				pre_hire_id: HEADCOUNT,
				attempts: 1,
			},
		});
		expect(site.simulator.person(HEADCOUNT)).toMatchObject({
			onboardingStatus: 'withdrawn',
			restoredTimes: 0,
		});
	});
});

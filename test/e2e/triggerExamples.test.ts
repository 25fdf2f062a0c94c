/** The examples that start with the trigger import into a real n8n and run to their ends. */
import { CUSTOM_APP } from '../../simulator';
import { withdraw } from '../unit/simulator/client';
import { example, type EXAMPLES } from './launcher/exampleFiles';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	EVENTS_CREDENTIAL_TYPE,
	eventsCredential,
} from './launcher/credentials';
import { finishedExecutions, outputOf, type StoredWorkflow } from './launcher/workflows';
import { openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(async () => await site?.close());

async function listen(name: (typeof EXAMPLES)[number]): Promise<StoredWorkflow> {
	const { events } = site.simulator;
	const content = example(name);
	const workflow = await site.publish(content, {
		[CREDENTIAL_TYPE]: await createCredential(site.api, customAppCredential(site.simulator.url)),
		[EVENTS_CREDENTIAL_TYPE]: await createCredential(
			site.api,
			eventsCredential(CUSTOM_APP.appId, events.keysOf(CUSTOM_APP.appId)),
		),
	});
	const trigger = content.nodes.find(({ name: node }) => node === 'Feishu');
	const address = `${site.server.url}/webhook/${trigger?.webhookId}/webhook`;
	expect(await events.register(CUSTOM_APP.appId, address)).toBeUndefined();
	return workflow;
}

it('onboarding-watch.json tells HR of a withdrawal and IT of somebody who joined, once each', async () => {
	const workflow = await listen('onboarding-watch');
	site.simulator.addPeople([
		{
			preHireId: '31',
			preferredName: 'Li Na',
			onboardingStatus: 'preboarding',
			onboardingDate: '2027-01-04',
		},
	]);
	await withdraw(site.simulator, '31', 'Took another offer');
	const [told] = await finishedExecutions(site.api, workflow.id, 1);
	expect(outputOf(told!, 'Tell HR')).toEqual([
		{ to: 'HR', text: 'Li Na (pre-hire 31) was withdrawn. The start date was 2027-01-04.' },
	]);

	const joined = site.simulator.events.push({
		type: 'corehr.job_data.employed_v1',
		repeatTaken: true,
	});
	await joined.settled;
	const executions = await finishedExecutions(site.api, workflow.id, 2);
	expect(executions).toHaveLength(2);
	expect(outputOf(executions[1]!, 'IT ticket')).toEqual([
		{
			to: 'IT',
			title: 'New colleague: employment 7072306364927000002',
			text: expect.stringMatching(/^Joined at 20.*Z\. Feishu account: ou_demo\.$/),
		},
	]);
});

it('hire-import.json brings the application that is to become a pre-hire', async () => {
	const workflow = await listen('hire-import');
	await site.simulator.events.push({ type: 'hire.ehr_import_task.imported_v1' }).settled;
	const [imported] = await finishedExecutions(site.api, workflow.id, 1);
	expect(outputOf(imported!, 'Create goes here')).toEqual([
		{
			external_id: '7137809347463546412',
			ats_application_id: '7137809347463546412',
			department_id: 'od-demo',
			task_id: '7137809347463500001',
		},
	]);
});

/** Get Many → Restore → summary, started from the command line as a schedule's stand-in. */
import { inventedPeople } from '../simulator';
import { createCredential, CREDENTIAL_TYPE, customAppCredential } from './launcher/credentials';
import { scheduledWorkflow } from './launcher/exampleWorkflows';
import { finishedExecutions, importWorkflow, outputOf } from './launcher/workflows';
import { openSite, type Site } from './site';

/** Refusals that are tried again, some for minutes; the engine tests see to those. */
const TRIED_AGAIN = [1161000, 1161204, 1161604, 1161116];

let site: Site;
let workflowId: string;

beforeAll(async () => {
	const people = inventedPeople.filter(({ refuse = 0 }) => !TRIED_AGAIN.includes(refuse));
	site = await openSite({ simulator: { people } });
	const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
	const workflow = await importWorkflow(site.api, scheduledWorkflow(), {
		[CREDENTIAL_TYPE]: credential,
	});
	workflowId = workflow.id;
});
afterAll(async () => await site?.close());

const withdrawn = () =>
	site.simulator.people().filter(({ onboardingStatus }) => onboardingStatus === 'withdrawn');

describe('Get Many → Restore → summary', () => {
	it('restores everybody who can be, and sums up the rest by reason', async () => {
		const before = withdrawn();
		const refused = before.filter(({ refuse }) => refuse !== undefined);
		expect([before.length, refused.length]).toEqual([28, 16]);

		await site.command('execute', `--id=${workflowId}`);
		const [execution] = await finishedExecutions(site.api, workflowId, 1);

		expect(execution?.status).toBe('success');
		expect(outputOf(execution!, 'Get Withdrawn').map(({ pre_hire_id }) => pre_hire_id)).toEqual(
			expect.arrayContaining(before.map(({ preHireId }) => preHireId)),
		);
		expect(withdrawn()).toEqual(refused);
		expect(outputOf(execution!, 'Summary')).toEqual([
			{
				asked: 28,
				restored: 12,
				refused: 16,
				reasons: {
					headcount: 1,
					work_email: 12,
					permission: 2,
					invalid_input: 1,
				},
			},
		]);
	});

	it('finds nobody who was restored when started again', async () => {
		const restores = site.simulator.callsTo('restore').filter(({ applied }) => applied).length;
		await site.command('execute', `--id=${workflowId}`);
		const executions = await finishedExecutions(site.api, workflowId, 2);

		expect(outputOf(executions[1]!, 'Get Withdrawn')).toHaveLength(16);
		expect(outputOf(executions[1]!, 'Summary')).toEqual([
			expect.objectContaining({ asked: 16, restored: 0, refused: 16 }),
		]);
		expect(site.simulator.callsTo('restore').filter(({ applied }) => applied)).toHaveLength(
			restores,
		);
	});
});

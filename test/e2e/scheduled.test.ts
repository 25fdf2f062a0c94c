/** Get Many → Restore → summary, started from the command line as a schedule's stand-in. */
import { inventedPeople } from '../../simulator';
import {
	createCredential,
	CREDENTIAL_TYPE,
	customAppCredential,
	type CredentialReference,
} from './launcher/credentials';
import { scheduledWorkflow } from './launcher/exampleWorkflows';
import { connect, feishuNode, filterNode, manualTrigger, restoreNode } from './launcher/nodes';
import {
	finishedExecutions,
	importWorkflow,
	outputOf,
	type WorkflowContent,
} from './launcher/workflows';
import { openSite, type Site } from './site';

/** Refusals that are tried again, some for minutes; the engine tests see to those. */
const TRIED_AGAIN = [1161000, 1161204, 1161604, 1161116];

let site: Site;
let workflowId: string;
let credentials: Record<string, CredentialReference>;

beforeAll(async () => {
	const people = inventedPeople.filter(({ refuse = 0 }) => !TRIED_AGAIN.includes(refuse));
	site = await openSite({ simulator: { people } });
	const credential = await createCredential(site.api, customAppCredential(site.simulator.url));
	credentials = { [CREDENTIAL_TYPE]: credential };
	const workflow = await importWorkflow(site.api, scheduledWorkflow(), credentials);
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

	it('restores only those whom a Filter node in between lets through', async () => {
		site.simulator.addPeople(
			['Wanted', 'Unwanted'].map((preferredName, index) => ({
				preHireId: `3${index}`,
				preferredName,
			})),
		);
		const { id } = await importWorkflow(site.api, filteredWorkflow(), credentials);
		await site.command('execute', `--id=${id}`);
		const [execution] = await finishedExecutions(site.api, id, 1);

		expect(outputOf(execution!, 'Get Withdrawn')).toHaveLength(18);
		expect(outputOf(execution!, 'Restore')).toEqual([
			expect.objectContaining({ pre_hire_id: '30', outcome: 'restored' }),
		]);
		expect(site.simulator.person('31').onboardingStatus).toBe('withdrawn');
	});
});

function filteredWorkflow(): WorkflowContent {
	return {
		name: 'Get Many, Filter, Restore',
		nodes: [
			manualTrigger(),
			feishuNode('Get Withdrawn', { operation: 'getMany', returnAll: true }),
			filterNode('Only Wanted', '={{ $json.preferred_name }}', 'Wanted'),
			restoreNode('={{ $json.pre_hire_id }}'),
		],
		connections: connect({
			Start: ['Get Withdrawn'],
			'Get Withdrawn': ['Only Wanted'],
			'Only Wanted': ['Restore'],
		}),
	};
}

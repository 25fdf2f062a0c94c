/** Events about a pre-hire on the way into the company. The first two are one event of Feishu's: the flow moved, or tasks of it did. */
import { fieldIn, objectIn, textIn, type Json } from '../json';
import { BOTH_APP_TYPES, type EventKind } from './kind';

/** What Feishu says of an onboarding flow, with what it means. */
export const ONBOARDING_STATUSES: ReadonlyArray<{
	value: string;
	title: string;
	description: string;
}> = [
	{
		value: 'completed',
		title: 'Completed',
		description: 'All tasks are done; the person has not necessarily joined',
	},
	{
		value: 'expired',
		title: 'Expired',
		description: 'Sent back to the offer stage; Get Many calls this person deleted',
	},
	{
		value: 'in_progress',
		title: 'In Progress',
		description: 'The flow is under way, most likely after Restore as well',
	},
	{ value: 'not_started', title: 'Not Started', description: 'The flow waits to be started' },
	{ value: 'others', title: 'Others', description: 'What Feishu calls abnormal' },
	{ value: 'withdrawn', title: 'Withdrawn', description: 'Somebody withdrew the person' },
];

/** Tasks that every tenant has. Others are named by a UUID, and by Get Many. */
const TASK_NAMES: ReadonlyMap<string, string> = new Map([
	['1', 'Job information'],
	['2', 'Personal information'],
	['3', 'SSO account'],
	['4', 'Check-in'],
	['9', 'Documents'],
]);

const FLOW_EVENT = {
	eventType: 'corehr.pre_hire.onboarding_task_changed_v2',
	scopes: ['corehr:pre_hire:read'],
	appTypes: BOTH_APP_TYPES,
	readFacts: readFlowChange,
} as const;

export const ONBOARDING_KINDS: readonly EventKind[] = [
	{
		name: 'onboardingStatusChanged',
		title: 'Onboarding Status Changed',
		description: 'A pre-hire’s onboarding started, was withdrawn, expired or completed',
		...FLOW_EVENT,
		isIn: (facts) => facts.onboarding_status !== undefined,
	},
	{
		name: 'onboardingTaskChanged',
		title: 'Onboarding Task Changed',
		description: 'A task of a pre-hire’s onboarding moved, such as personal information',
		...FLOW_EVENT,
		isIn: (facts) => Array.isArray(facts.tasks) && facts.tasks.length > 0,
	},
	{
		name: 'preHireUpdated',
		title: 'Pre-Hire Updated',
		description:
			'A pre-hire was created or changed by API, or HR filled in job information. Comes often, also for computed fields.',
		eventType: 'corehr.pre_hire.updated_v1',
		scopes: ['corehr:pre_hire:read', 'corehr:pre_hire:write'],
		appTypes: BOTH_APP_TYPES,
	},
	{
		name: 'employeeJoined',
		title: 'Employee Joined',
		description:
			'Somebody joined: a pre-hire completed onboarding, or an employee was added directly',
		eventType: 'corehr.job_data.employed_v1',
		scopes: ['corehr:corehr:readonly', 'corehr:pre_hire:read', 'corehr:pre_hire:write'],
		appTypes: BOTH_APP_TYPES,
	},
];

/** `onboarding_status` is there only if the flow itself moved. Neither flow nor tasks moved: not a form that is known. */
function readFlowChange(event: unknown): Json | undefined {
	const preHireId = textIn(event, 'pre_hire_id');
	const status = textIn(fieldIn(event, 'onboarding_flow_change'), 'after_status');
	const tasks = readTasks(fieldIn(event, 'onboarding_task_changes') ?? []);
	if (preHireId === undefined || tasks === undefined) return undefined;
	if (status === undefined && tasks.length === 0) return undefined;
	const flow = fieldIn(event, 'flow_info');
	const name = fieldIn(flow, 'name');
	return {
		pre_hire_id: preHireId,
		onboarding_status: status,
		tasks,
		flow_id: textIn(flow, 'id'),
		flow_name: textIn(name, 'zh_cn') ?? textIn(name, 'en_us'),
	};
}

function readTasks(changes: unknown): Json[] | undefined {
	if (!Array.isArray(changes) || !changes.every((change) => objectIn(change))) return undefined;
	return changes.map((change: unknown) => {
		const code = textIn(change, 'task_code');
		const name = TASK_NAMES.get(code ?? '');
		return {
			code,
			...(name !== undefined && { name }),
			status: textIn(change, 'after_status'),
		};
	});
}

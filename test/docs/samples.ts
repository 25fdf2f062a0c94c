/** Runs that produce the samples in the docs: the real node in n8n's engine, against the simulator. */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { CredentialStore } from '../harness/credentialStore';
import { runNode } from '../harness/engine';
import {
	CUSTOM_APP,
	RESTORE_SCOPE,
	departmentId,
	inventedId,
	SEARCH_SCOPES,
	startSimulator,
	type FeishuSimulator,
	type PersonSeed,
	type Task,
} from '../../simulator';
import { takeEventSamples } from './eventSamples';
import { credential, node } from './sources';

/** The first item of each run, by the sample's name; for a kind of event the list of its one item. */
export type Samples = ReadonlyMap<string, IDataObject>;

const LI_NA: PersonSeed = {
	preHireId: '7345005664477775407',
	preferredName: 'Li Na',
	workerId: 'A0001',
	workEmail: 'li.na@example.com',
	departmentId: '7063072995761456670',
	onboardingDate: '2026-12-01',
	atsApplicationId: '7137809347463546412',
};

const WANG_WEI: PersonSeed = {
	preHireId: '7345005664477101407',
	preferredName: 'Wang Wei',
	refuse: 1161063,
};

const AMELIA: PersonSeed = {
	preHireId: '7345005664477006407',
	preferredName: 'Amelia Example',
	onboardingStatus: 'preboarding',
};

const READY: PersonSeed = {
	...AMELIA,
	onboardingStatus: 'day_one',
	onboardingDate: '2026-12-01',
};

/** As a flow has them soon after Create. */
const TASKS: Task[] = [
	{ code: '1', name: 'Job information', status: 'in_review' },
	{ code: '2', name: 'Personal information', status: 'in_progress' },
	{ code: '0f4e2f6a-0000-4000-8000-000000000001', name: 'Order a laptop', status: 'not_started' },
];

const PERSONAL_INFORMATION: Task = {
	code: '2',
	name: 'Personal information',
	status: 'in_progress',
};

interface Scenario {
	person?: PersonSeed;
	parameters: INodeParameters;
	arrange?(feishu: FeishuSimulator): void;
	/** Which output the sample is from. */
	output: 'success' | 'error';
}

const by = (mode: string, value: string): INodeParameters => ({
	preHireId: { __rl: true, mode, value },
});

const RESTORE: INodeParameters = {
	operation: 'restore',
	...by('id', '={{ $json.pre_hire_id }}'),
	confirmWorkforce: false,
	options: { maxRetries: 0 },
};

const WITHDRAW: INodeParameters = {
	operation: 'withdraw',
	...by('id', '={{ $json.pre_hire_id }}'),
	withdrawReason: 'Took another offer',
};

const COMPLETE: INodeParameters = {
	operation: 'completeOnboarding',
	...by('id', '={{ $json.pre_hire_id }}'),
};

/** Each step with a state from which it is possible. */
const TASK_STEPS = [
	['start', 'not_started'],
	['submit', 'in_progress'],
	['approve', 'in_review'],
	['reject', 'in_review'],
] as const;

const task = (step: string): INodeParameters => ({
	resource: 'onboardingTask',
	operation: step,
	...by('id', '={{ $json.pre_hire_id }}'),
	taskCode: { __rl: true, mode: 'id', value: '2' },
	...(step === 'reject' && { reason: 'The scan of the ID card cannot be read' }),
});

const CREATE: INodeParameters = {
	operation: 'create',
	fullName: 'Chen Jing',
	phoneNumber: '13900000000',
	phoneAreaCode: '86_china',
	employmentType: 'employee',
	onboardingDate: '2026-12-01',
	departmentId: { __rl: true, mode: 'id', value: departmentId('sales') },
	companyId: { __rl: true, mode: 'id', value: inventedId('company', 1) },
	employeeTypeId: { __rl: true, mode: 'id', value: inventedId('employeeType', 2) },
	onboardingLocationId: { __rl: true, mode: 'id', value: inventedId('location', 2) },
	externalId: 'ats-application-4711',
	additionalFields: { jobId: { __rl: true, mode: 'id', value: inventedId('job', 3) } },
};

const SCENARIOS: Readonly<Record<string, Scenario>> = {
	restored: { parameters: RESTORE, output: 'success' },
	confirmedBySearch: {
		parameters: RESTORE,
		arrange: (feishu) => feishu.faultNext('restore', { kind: 'cut', applied: true }),
		output: 'success',
	},
	alreadyRestored: {
		person: AMELIA,
		parameters: { ...RESTORE, options: { ifNotWithdrawn: 'succeedIfActive' } },
		output: 'success',
	},
	headcount: { person: WANG_WEI, parameters: RESTORE, output: 'error' },
	wrongStage: { person: AMELIA, parameters: RESTORE, output: 'error' },
	unknownOutcome: {
		parameters: RESTORE,
		arrange: (feishu) => {
			feishu.faultNext('restore', { kind: 'cut', applied: true });
			feishu.setScopes(CUSTOM_APP.appId, [RESTORE_SCOPE]);
		},
		output: 'error',
	},
	atsNotFound: {
		parameters: { ...RESTORE, ...by('atsApplicationId', '7137809347463500000') },
		output: 'error',
	},
	created: { parameters: CREATE, output: 'success' },
	withdrawn: { person: AMELIA, parameters: WITHDRAW, output: 'success' },
	withdrawnBySearch: {
		person: AMELIA,
		parameters: { ...WITHDRAW, options: { maxRetries: 0 } },
		arrange: (feishu) => feishu.faultNext('withdraw', { kind: 'cut', applied: true }),
		output: 'success',
	},
	updated: {
		person: AMELIA,
		parameters: {
			operation: 'update',
			...by('id', '={{ $json.pre_hire_id }}'),
			updateFields: { onboardingDate: '2027-01-04' },
			fieldsToClear: 'work_station',
		},
		output: 'success',
	},
	completed: { person: READY, parameters: COMPLETE, output: 'success' },
	completedBySearch: {
		person: READY,
		parameters: { ...COMPLETE, options: { maxRetries: 0 } },
		arrange: (feishu) => feishu.faultNext('complete', { kind: 'cut', applied: true }),
		output: 'success',
	},
	notReady: {
		person: { ...READY, tasks: [PERSONAL_INFORMATION] },
		parameters: COMPLETE,
		output: 'error',
	},
	...Object.fromEntries(
		TASK_STEPS.flatMap(([step, status]) => {
			const scenario: Scenario = {
				person: { ...AMELIA, tasks: [{ ...PERSONAL_INFORMATION, status }] },
				parameters: task(step),
				output: 'success',
			};
			const lost: Scenario = {
				...scenario,
				parameters: { ...task(step), options: { maxRetries: 0 } },
				arrange: (feishu) => feishu.faultNext('transformTask', { kind: 'cut', applied: true }),
			};
			return [
				[`${step}Task`, scenario],
				[`${step}TaskByList`, lost],
			];
		}),
	),
	got: {
		parameters: { operation: 'get', ...by('id', '={{ $json.pre_hire_id }}') },
		output: 'success',
	},
	gotTasks: {
		person: { ...AMELIA, tasks: TASKS },
		parameters: {
			operation: 'get',
			...by('id', '={{ $json.pre_hire_id }}'),
			options: { fields: 'onboarding_info.onboarding_task_list' },
		},
		output: 'success',
	},
	found: { parameters: { operation: 'getMany' }, output: 'success' },
	foundInFull: { parameters: { operation: 'getMany', simplify: false }, output: 'success' },
	access: {
		parameters: { resource: 'app', operation: 'checkAccess' },
		arrange: (feishu) =>
			feishu.setScopes(CUSTOM_APP.appId, [RESTORE_SCOPE, SEARCH_SCOPES[0] ?? '']),
		output: 'success',
	},
	missingScope: {
		parameters: { operation: 'getMany' },
		arrange: (feishu) => feishu.setScopes(CUSTOM_APP.appId, [RESTORE_SCOPE]),
		output: 'error',
	},
};

/** Each scenario has a simulator of its own. */
export async function takeSamples(): Promise<Samples> {
	const samples = new Map<string, IDataObject>();
	// The simulated search does not lag here, so nothing is gained by waiting for it.
	const { searchLagMs } = timing;
	timing.searchLagMs = 10;
	for (const [name, scenario] of Object.entries(SCENARIOS)) {
		samples.set(name, (await play(name, scenario)).json);
	}
	timing.searchLagMs = searchLagMs;
	for (const [kind, items] of await takeEventSamples()) {
		samples.set(kind, items as unknown as IDataObject);
	}
	return samples;
}

async function play(name: string, scenario: Scenario): Promise<INodeExecutionData> {
	const { person = LI_NA, parameters, arrange, output } = scenario;
	const feishu = await startSimulator({ people: [person], searchLagMs: 0 });
	try {
		arrange?.(feishu);
		const result = await runNode(
			{ node, credential },
			{
				items: [{ candidate: person.preferredName, pre_hire_id: person.preHireId }],
				credentials: new CredentialStore(credential, {
					environment: 'custom',
					customBaseUrl: feishu.url,
					appType: 'custom',
					appId: CUSTOM_APP.appId,
					appSecret: CUSTOM_APP.appSecret,
				}),
				onError: 'continueErrorOutput',
				parameters: { resource: 'preHire', ...parameters },
			},
		);
		const [item] = result[output];
		if (item === undefined) throw new Error(`The run for sample ${name} ended otherwise`);
		return { ...item, json: asOnFeishu(item.json, feishu.url) };
	} finally {
		await feishu.stop();
	}
}

/** With Feishu's own address in the place of the simulator's, whose port is another one each time. */
function asOnFeishu(json: IDataObject, url: string): IDataObject {
	const text = JSON.stringify(json).replaceAll(url, 'https://open.feishu.cn');
	const { environment, ...rest } = JSON.parse(text) as IDataObject;
	if (environment === undefined) return rest;
	return { app_id: rest.app_id, environment: 'feishu', ...rest };
}

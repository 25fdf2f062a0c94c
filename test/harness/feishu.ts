/** What most engine tests need: a simulator, a credential for it, and one line to run the node. */
import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	IDataObject,
	INodeParameters,
} from 'n8n-workflow';

import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { FeishuCoreHr } from '../../nodes/FeishuCoreHr/FeishuCoreHr.node';
import type { Failure } from '../../nodes/FeishuCoreHr/feishu/core/failure';
import {
	CUSTOM_APP,
	STORE_APP,
	inventedCandidate,
	startSimulator,
	type FeishuSimulator,
	type PersonSeed,
	type SimulatorOptions,
} from '../../simulator';
import { CredentialStore } from './credentialStore';
import { runNode, type NodeResult, type NodeRun, type Package } from './engine';

/** The package from its sources. */
export const sources: Package = { node: new FeishuCoreHr(), credential: new FeishuCoreHrApi() };

let current: FeishuSimulator | undefined;

/** Starts a simulator before each test of the file, or of a `describe` in place of the file's, and stops it after. Its own port keeps tokens and quota of tests apart. */
export function useSimulator(options: SimulatorOptions = {}): void {
	let outer: FeishuSimulator | undefined;

	beforeEach(async () => {
		outer = current;
		current = await startSimulator(options);
	});
	afterEach(async () => {
		await current?.stop();
		current = outer;
	});
}

/** The simulator of the running test. */
export function feishu(): FeishuSimulator {
	if (current === undefined) throw new Error('Call useSimulator() at the top of the test file');
	return current;
}

/** The custom app's credential, as a user would fill it in. */
export function customAppCredential(fields: ICredentialDataDecryptedObject = {}): CredentialStore {
	return new CredentialStore(sources.credential, {
		environment: 'custom',
		customBaseUrl: feishu().url,
		appType: 'custom',
		appId: CUSTOM_APP.appId,
		appSecret: CUSTOM_APP.appSecret,
		...fields,
	});
}

/** The store app's credential, for a tenant of the simulator. */
export function storeAppCredential(fields: ICredentialDataDecryptedObject): CredentialStore {
	return customAppCredential({
		appType: 'store',
		appId: STORE_APP.appId,
		appSecret: STORE_APP.appSecret,
		appTicket: STORE_APP.appTicket,
		...fields,
	});
}

export type OperationRun = Partial<Omit<NodeRun, 'items'>> & {
	/** Overrides of the node's parameters. */
	with?: INodeParameters;
	/** The node's options. */
	options?: INodeParameters;
};

/** Restores the person in each item's `id`; failures go to the error output. */
export async function restore(items: Items, run: OperationRun = {}): Promise<NodeResult> {
	return await operate('restore', items, {
		...run,
		with: { preHireId: byId('={{ $json.id }}'), confirmWorkforce: false, ...run.with },
	});
}

/** Withdraws the person in each item's `id`. */
export async function withdraw(items: Items, run: OperationRun = {}): Promise<NodeResult> {
	return await operate('withdraw', items, {
		...run,
		with: { preHireId: byId('={{ $json.id }}'), withdrawReason: 'Took another offer', ...run.with },
	});
}

/** Creates somebody invented for each item: what is in the item wins over what `candidate` gives. */
export async function create(items: Items, run: OperationRun = {}): Promise<NodeResult> {
	return await operate('create', items, { ...run, with: { ...CANDIDATE_FIELDS, ...run.with } });
}

/** The nth candidate as a flat item, for `create`; nobody shares a phone number or an external ID with another. */
export function candidate(number: number, more: IDataObject = {}): IDataObject {
	const { basic_info: person, offer_info: offer, out_biz_id: id } = inventedCandidate(number);
	return { person, offer, id, name: `Candidate ${number}`, ...more };
}

const CANDIDATE_FIELDS: INodeParameters = {
	fullName: '={{ $json.name }}',
	phoneNumber: '={{ $json.person.phone_number }}',
	phoneAreaCode: '86_china',
	employmentType: 'employee',
	onboardingDate: '={{ $json.offer.onboarding_date }}',
	departmentId: byId('={{ $json.offer.department_id }}'),
	companyId: byId('={{ $json.offer.company }}'),
	employeeTypeId: byId('={{ $json.offer.employee_type_id }}'),
	onboardingLocationId: byId('={{ $json.offer.onboarding_location_id }}'),
	externalId: '={{ $json.id }}',
	additionalFields: { jobId: byId('={{ $json.offer.job_id }}') },
	customFields: { mappingMode: 'defineBelow', value: null },
	moreFields: '{}',
};

/** Searches once for each item. */
export async function getMany(
	parameters: INodeParameters,
	run: OperationRun = {},
	items: Items = ['once'],
): Promise<NodeResult> {
	return await operate('getMany', items, { ...run, with: parameters });
}

/** Any operation, about the person in each item's `id`. */
export async function preHire(
	operation: string,
	items: Items,
	run: OperationRun = {},
): Promise<NodeResult> {
	return await operate(operation, items, {
		...run,
		with: { preHireId: byId('={{ $json.id }}'), ...run.with },
	});
}

/** Checks the credential's app once for each item. */
export async function checkAccess(
	run: OperationRun = {},
	items: Items = ['once'],
): Promise<NodeResult> {
	return await operate('checkAccess', items, { ...run, with: { resource: 'app', ...run.with } });
}

async function operate(operation: string, items: Items, run: OperationRun): Promise<NodeResult> {
	const { with: parameters, options, ...rest } = run;
	return await runNode(sources, {
		items: items.map((item) => (typeof item === 'string' ? { id: item } : item)),
		onError: 'continueErrorOutput',
		parameters: { resource: 'preHire', operation, options: options ?? {}, ...parameters },
		...rest,
		credentials: rest.credentials ?? customAppCredential(),
	});
}

/** Input items; a text stands for an item with that `id`. */
export type Items = Array<string | NodeRun['items'][number]>;

export function byId(value: unknown): INodeParameters[string] {
	return { __rl: true, mode: 'id', value } as INodeParameters[string];
}

/** The failure in an item of the error branch. */
export function failureOf(item: INodeExecutionData | undefined): Failure {
	return item?.json.error as unknown as Failure;
}

export function failuresOf(items: INodeExecutionData[]): Failure[] {
	return items.map(failureOf);
}

/** Withdrawn people whom nothing keeps from being restored. */
export function withdrawnPeople(count: number, more: Partial<PersonSeed> = {}): PersonSeed[] {
	return Array.from({ length: count }, (_, index) => ({
		preHireId: idNumber(index),
		preferredName: `Person ${index}`,
		...more,
	}));
}

/** The ID of the nth person of `withdrawnPeople`. */
export function idNumber(index: number): string {
	return `7400000000000${String(index).padStart(6, '0')}`;
}

/** `[0, 1, …]`: which input each item is linked to. */
export function linksOf(items: INodeExecutionData[]): number[] {
	return items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
}

/** The output schemas, from which the editor offers fields before the first run, match what the node returns. */
import type { IDataObject } from 'n8n-workflow';

import { allOperations } from '../../nodes/FeishuCoreHr/actions/resources';
import { removeEngineFolder } from '../docs/engineFolder';
import { filesUnder, read } from '../docs/files';
import { node } from '../docs/sources';
import { takeSamples, type Samples } from '../docs/samples';

const FOLDER = 'nodes/FeishuCoreHr/__schema__/v1.0.0';

/** The samples of each operation, between them with every field that it can return. */
const OUTPUTS: Readonly<Record<string, string[]>> = {
	'app/checkAccess': ['access'],
	'onboardingTask/approve': ['approveTask', 'approveTaskByList'],
	'onboardingTask/reject': ['rejectTask', 'rejectTaskByList'],
	'onboardingTask/start': ['startTask', 'startTaskByList'],
	'onboardingTask/submit': ['submitTask', 'submitTaskByList'],
	'preHire/completeOnboarding': ['completed', 'completedBySearch'],
	'preHire/create': ['created'],
	'preHire/get': ['got'],
	'preHire/getMany': ['found'],
	'preHire/restore': ['restored', 'confirmedBySearch', 'alreadyRestored'],
	'preHire/update': ['updated'],
	'preHire/withdraw': ['withdrawn', 'withdrawnBySearch'],
};

interface Schema {
	type: string;
	properties: Record<string, object>;
	version: number;
}

const readSchema = (operation: string) => JSON.parse(read(`${FOLDER}/${operation}.json`)) as Schema;

afterAll(removeEngineFolder);

let samples: Samples;
beforeAll(async () => {
	samples = await takeSamples();
});

it('there is one for each operation of this version, where n8n looks for it', () => {
	const paths = allOperations.map(
		({ resource, operation }) => `${FOLDER}/${resource.value}/${operation.value}.json`,
	);
	expect(node.description.version).toBe(1);
	expect(filesUnder(FOLDER, '.json')).toEqual(paths.sort());
});

/** What n8n's editor has to know of a value: of a list, the kind of its entries. */
function schemaOf(value: unknown): object {
	if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0] ?? '') };
	if (typeof value !== 'object' || value === null) return { type: typeof value };
	const properties = Object.entries(value).map(([key, inner]) => [key, schemaOf(inner)]);
	return { type: 'object', properties: Object.fromEntries(properties) as object };
}

it.each(Object.entries(OUTPUTS))('%s returns what its schema says', (operation, names) => {
	const { type, properties, version } = readSchema(operation);
	const outputs = names.map((name) => samples.get(name) as IDataObject);
	const returned = Object.fromEntries(
		outputs.flatMap((output) =>
			Object.entries(output).map(([key, value]) => [key, schemaOf(value)]),
		),
	);
	expect({ type, version }).toEqual({ type: 'object', version: 1 });
	expect(properties).toEqual(returned);
});

it.each(Object.entries(OUTPUTS))(
	'%s lists its fields in the order of the output',
	(operation, names) => {
		const first = Object.keys(samples.get(names[0] ?? '') ?? {});
		expect(Object.keys(readSchema(operation).properties).slice(0, first.length)).toEqual(first);
	},
);

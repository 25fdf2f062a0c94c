/** The output schema, from which the editor offers fields before the first event, has the fields of every kind. */
import type { IDataObject } from 'n8n-workflow';

import { removeEngineFolder } from '../../docs/engineFolder';
import { takeEventSamples } from '../../docs/eventSamples';
import { read } from '../../docs/files';

afterAll(removeEngineFolder);

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The schema that fits a value; of objects only what the editor offers to drag. */
function schemaOf(value: unknown): Schema {
	if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0]) };
	if (typeof value !== 'object' || value === null) return { type: typeof value };
	const properties = Object.entries(value).map(([name, inner]) => [name, schemaOf(inner)] as const);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

it('v1.1.0.json says what the samples hold', async () => {
	const items = [...(await takeEventSamples()).values()].flat();
	const merged: IDataObject = Object.assign({}, ...items);
	const { version, ...schema } = JSON.parse(
		read('nodes/FeishuCoreHr/__schema__/v1.1.0.json'),
	) as Schema & { version: number };
	expect(version).toBe(1);
	const expected = schemaOf(merged);
	expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
		Object.keys(expected.properties ?? {}).sort(),
	);
	expect(schema).toMatchObject(expected);
});

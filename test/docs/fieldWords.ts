/** All words of the node's description that the docs have in Chinese as well. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { allOperations } from '../../nodes/FeishuCoreHr/actions/resources';
import { triggerNode } from './sources';

/** Names and descriptions of fields, descriptions of their choices, hints of their ways, and what each operation does. */
export function fieldWords(): ReadonlySet<string> {
	const fields = allOperations.flatMap(({ operation }) => operation.fields);
	const own = triggerNode.description.properties.filter(({ type }) => type !== 'notice');
	return new Set([
		...allOperations.map(({ operation }) => operation.description),
		...[...fields, ...own].flatMap(wordsOf),
	]);
}

function wordsOf(field: INodeProperties): string[] {
	const { type, displayName, description, options = [], modes = [] } = field;
	const below =
		type === 'collection'
			? (options as INodeProperties[]).flatMap(wordsOf)
			: (options as INodePropertyOptions[]).map((choice) => choice.description);
	// What the page about events has, the page about the trigger links to.
	const details = field.name === 'events' ? [] : [...below, ...modes.map(({ hint }) => hint)];
	return [displayName, description, ...details].filter((text) => text !== undefined);
}

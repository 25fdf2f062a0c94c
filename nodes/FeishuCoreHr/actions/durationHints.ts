/** Says before a run how long Feishu's quota makes it take. */
import type { NodeHint } from 'n8n-workflow';

import { allOperations } from './resources';

/** From so many windows of a minute on, so many minutes. n8n shows hint texts literally, so each size has a hint of its own. */
const SIZES = [
	{ over: 1, upTo: 5 },
	{ over: 5, upTo: 10 },
	{ over: 10, upTo: Infinity },
] as const;

/** How many items a minute Feishu takes, by operation; the same limit has the same hints. */
const LIMITS = [
	...new Set(allOperations.flatMap(({ operation }) => operation.itemsPerMinute ?? [])),
];

export const durationHints: NodeHint[] = LIMITS.flatMap((limit) =>
	SIZES.map(({ over, upTo }) => hint(limit, over * limit, upTo * limit, over)),
);

function hint(limit: number, over: number, upTo: number, minutes: number): NodeHint {
	const operations = allOperations
		.filter(({ operation }) => operation.itemsPerMinute === limit)
		.map(({ resource, operation }) => `${resource.value} ${operation.value}`);
	const size = '$input.all().length';
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		message: `Feishu allows ${limit} calls a minute: more than ${over} items take more than ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
		displayCondition: `={{ ${JSON.stringify(operations)}.includes($parameter["resource"] + " " + $parameter["operation"]) && ${size} > ${over}${upTo === Infinity ? '' : ` && ${size} <= ${upTo}`} }}`,
	};
}

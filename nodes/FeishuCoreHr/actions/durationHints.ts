/** Says before a run how long Feishu's quota of 100 calls a minute makes it take. */
import type { NodeHint } from 'n8n-workflow';

/** From so many items on, so many minutes. n8n shows hint texts literally, so each size has a hint of its own. */
const SIZES = [
	{ over: 100, upTo: 500, minutes: 1 },
	{ over: 500, upTo: 1_000, minutes: 5 },
	{ over: 1_000, upTo: Number.MAX_SAFE_INTEGER, minutes: 10 },
] as const;

export const durationHints: NodeHint[] = SIZES.map(({ over, upTo, minutes }) => ({
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	message: `Feishu allows 100 calls a minute: more than ${over} items take more than ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
	displayCondition: `={{ $parameter["operation"] !== "getMany" && $input.all().length > ${over} && $input.all().length <= ${upTo} }}`,
}));

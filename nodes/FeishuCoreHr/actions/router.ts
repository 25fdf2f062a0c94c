/** Items in, items out: order, linking, and the three ways n8n wants failures. What an operation does is its own file's. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failureError, failureItem } from '../n8n/failureOutput';
import { forEachIndex } from './pool';
import { Run, type Outcome } from './run';
import { describeProgress, isUnsent, summarize } from './summary';

export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const startedAt = Date.now();
	const signal = context.getExecutionCancelSignal();
	const stopsOnFailure = !context.continueOnFail() && !isTool(context);
	const run = Run.create(context, stopsOnFailure);
	const outcomes = await settleAll(run, items.length, signal, stopsOnFailure);
	const durationMs = Date.now() - startedAt;

	if (signal?.aborted) {
		// n8n drops the output of a cancelled node: the log is where these people can still be found.
		context.logger.info(`Feishu CoreHR was cancelled. ${describeProgress(outcomes)}`, {
			durationMs,
		});
		return [[]];
	}
	const summary = summarize(outcomes);
	context.logger.info(`Feishu CoreHR: ${summary}`, { durationMs });
	if (stopsOnFailure) throwFirstFailure(context, run, outcomes);
	context.addExecutionHints({ message: summary, location: 'outputPane' });
	return [outcomes.flatMap((outcome, index) => toItems(outcome, items[index], index))];
}

type Outcomes = Array<Outcome | undefined>;

/** An outcome stays undefined where the run stopped before the item. */
async function settleAll(
	run: Run,
	count: number,
	signal: AbortSignal | undefined,
	stopsOnFailure: boolean,
): Promise<Outcomes> {
	const outcomes: Outcomes = Array.from({ length: count }, () => undefined);
	let stopped = false;
	await run.answerFromEarlierTries();
	await forEachIndex(
		count,
		run.places,
		() => !stopped && signal?.aborted !== true,
		async (index) => {
			const outcome = await run.settle(index);
			// What had not been begun when the run stopped is nobody's failure.
			if (stopped && isUnsent(outcome)) return;
			outcomes[index] = outcome;
			if (outcome.result.ok || !stopsOnFailure) return;
			stopped = true;
			run.stop();
		},
	);
	return outcomes;
}

function toItems(
	outcome: Outcome | undefined,
	input: INodeExecutionData | undefined,
	index: number,
): INodeExecutionData[] {
	if (outcome === undefined) return [];
	const { result, includeInputFields } = outcome;
	const files = includeInputFields && input?.binary !== undefined && { binary: input.binary };
	if (!result.ok) return [{ ...failureItem(result.failure, index), ...files }];
	const fields = includeInputFields ? { ...input?.json } : {};
	delete fields.error;
	return result.value.map((json) => ({
		json: { ...fields, ...json },
		...files,
		pairedItem: { item: index },
	}));
}

function throwFirstFailure(context: IExecuteFunctions, run: Run, outcomes: Outcomes): void {
	for (const [index, outcome] of outcomes.entries()) {
		if (outcome === undefined || outcome.result.ok) continue;
		const report = outcomes.length > 1 ? `${describeProgress(outcomes)}\n${run.advice}` : '';
		throw failureError(context.getNode(), outcome.result.failure, index, report);
	}
}

/** n8n runs a node as an AI tool under its own type. Agents see returned items whole, and of a throw a bare sentence or nothing. */
function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}
